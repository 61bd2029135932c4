// SPDX-License-Identifier: Apache-2.0
#include "engine/seencommits.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestSeenCommits : public QObject
{
    Q_OBJECT

    const RepoId m_repo{RepoType::Model, u"demo/tiny"_s};

private Q_SLOTS:
    void givesTheSameListingOfTheSameCommit()
    {
        SeenCommits seen;
        QVERIFY(!seen.find(m_repo, u"a"_s));
        const auto listing = seen.of(m_repo, u"a"_s);
        QCOMPARE(seen.of(m_repo, u"a"_s), listing);
        QCOMPARE(seen.find(m_repo, u"a"_s), listing);
        QVERIFY(seen.of(m_repo, u"b"_s) != listing);
        QVERIFY(!seen.find({RepoType::Dataset, m_repo.name}, u"a"_s));
    }

    void forgetsTheOneUsedLongestAgo()
    {
        SeenCommits seen;
        for (int commit = 0; commit < SeenCommits::kMaxCommits; ++commit)
            seen.of(m_repo, QString::number(commit));
        seen.of(m_repo, u"0"_s);
        seen.of(m_repo, u"new"_s);
        QVERIFY(seen.find(m_repo, u"0"_s));
        QVERIFY(!seen.find(m_repo, u"1"_s));
        QVERIFY(seen.find(m_repo, u"2"_s));
    }

    void keepsNoMoreFilesThanAllowed()
    {
        SeenCommits seen;
        RemoteFiles files;
        for (qsizetype file = 0; file <= SeenCommits::kMaxFiles; ++file)
            files << RemoteFile{QString::number(file), 1, {}};
        seen.of(m_repo, u"large"_s)->tree.add(files);
        QVERIFY(seen.find(m_repo, u"large"_s));  // What is looked at now stays, however large.
        seen.of(m_repo, u"small"_s);
        QVERIFY(seen.find(m_repo, u"small"_s));
        QVERIFY(!seen.find(m_repo, u"large"_s));
    }
};

QTEST_APPLESS_MAIN(TestSeenCommits)
#include "tst_seencommits.moc"
