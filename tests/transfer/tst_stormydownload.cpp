// SPDX-License-Identifier: Apache-2.0
#include "support/contents.h"
#include "support/downloadrig.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using State = TransferRow::State;

namespace {

constexpr quint32 kSeed = 20'260'501;
constexpr int kFiles = 2'000;
constexpr int kLargeFiles = 4;
constexpr int kTroubles = 100;
constexpr qsizetype kLarge = 3'000'000;

/// Cut, silent or busy, once.
QJsonObject anyFault(QRandomGenerator &chance, qsizetype size)
{
    const int place = int(chance.bounded(quint32(size))) - 1;
    switch (chance.bounded(4)) {
    case 0: return {{u"cutAfter"_s, place}};
    case 1: return {{u"stallAfter"_s, place}};
    case 2: return {{u"status"_s, 500 + int(chance.bounded(5U))}};
    default: return {{u"cutAfter"_s, -1}};
    }
}

}  // namespace

/// A hundred troubles at random places of one download.
class TestStormyDownload : public QObject
{
    Q_OBJECT

    DownloadRig m_rig;

    QJsonObject anyTrouble(QRandomGenerator &chance) const
    {
        const bool isLarge = chance.bounded(10) == 0;
        const QString path = isLarge ? u"large-%1.bin"_s.arg(chance.bounded(kLargeFiles))
                                     : u"folder-%1/%2.json"_s.arg(chance.bounded(20)).arg(chance.bounded(kFiles / 20));
        const qsizetype size = m_rig.files()[path].size();
        QJsonObject rule = anyFault(chance, isLarge ? 2 * size / 3 : size);
        const bool isFirstAnswer = rule.contains(u"status"_s) && chance.bounded(2) == 0;
        if (isFirstAnswer)
            rule[u"path"_s] = "/o/m/resolve/*/"_L1 + path;
        else
            rule[u"path"_s] = isLarge ? "/lfs/"_L1 + m_rig.etagOf(path) : "/api/resolve-cache/**/"_L1 + path;
        rule[u"times"_s] = 1;
        return rule;
    }

private Q_SLOTS:
    void twoThousandFilesComeRight()
    {
        qInfo("The seed is %u.", kSeed);
        QRandomGenerator chance(kSeed);
        DownloadRig::Files files;
        for (int i = 0; i < kFiles; ++i)
            files[u"folder-%1/%2.json"_s.arg(i % 20).arg(i / 20)] = contents::bytes(200 + chance.bounded(3'000), i);
        for (int i = 0; i < kLargeFiles; ++i)
            files[u"large-%1.bin"_s.arg(i)] = contents::bytes(kLarge + i, i);
        m_rig.fill(files);

        TransferOptions options;
        options.patience = {.silence = 2s, .firstPause = 20ms};
        m_rig.begin(options);
        QJsonArray rules;
        for (int i = 0; i < kTroubles; ++i)
            rules << anyTrouble(chance);
        m_rig.faults().set(rules);

        const TransferRow row = m_rig.run({m_rig.repo}, 240'000);
        QVERIFY2(row.state == State::Succeeded, qPrintable(row.error ? row.error->message : u"not over"_s));
        QCOMPARE(m_rig.whatIsWrong(), QString());
        // Each file takes two answers, each trouble one more; commit and list come before.
        const qsizetype asked = m_rig.faults().log().size();
        QVERIFY2(asked >= 2 * (kFiles + kLargeFiles) + kTroubles, qPrintable(QString::number(asked)));
    }
};

QTEST_GUILESS_MAIN(TestStormyDownload)
#include "tst_stormydownload.moc"
