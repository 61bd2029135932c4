// SPDX-License-Identifier: Apache-2.0
#include "local/favourites.h"
#include "local/settings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestFavourites : public QObject
{
    Q_OBJECT

    const RepoId m_model{RepoType::Model, u"google/flan-t5-small"_s};
    const RepoId m_dataset{RepoType::Dataset, u"google/flan-t5-small"_s};
    const RepoId m_old{RepoType::Model, u"gpt2"_s};
    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<Settings>(m_folder.filePath(QLatin1String(QTest::currentTestFunction())));
    }

    void areKeptTheNewestFirst()
    {
        {
            Favourites favourites(m_settings.get());
            QVERIFY(favourites.repos().isEmpty());
            favourites.add(m_model);
            favourites.add(m_dataset);
            favourites.add(m_old);
        }
        const Favourites again(m_settings.get());
        QCOMPARE(again.repos(), (QList<RepoId>{m_old, m_dataset, m_model}));
    }

    void eachIsOneWhateverItsCase()
    {
        Favourites favourites(m_settings.get());
        const QSignalSpy changes(&favourites, &Favourites::changed);
        favourites.add(m_model);
        favourites.add(m_model);
        favourites.add({RepoType::Model, u"Google/FLAN-T5-small"_s});
        QCOMPARE(favourites.repos(), QList<RepoId>{m_model});
        QCOMPARE(changes.size(), 1);
        QVERIFY(favourites.contains({RepoType::Model, u"GOOGLE/flan-t5-small"_s}));
        QVERIFY(!favourites.contains(m_dataset));
        favourites.remove({RepoType::Model, u"GOOGLE/flan-t5-small"_s});
        QVERIFY(favourites.repos().isEmpty());
    }

    void whatIsNoneCannotBeTakenOut()
    {
        Favourites favourites(m_settings.get());
        const QSignalSpy changes(&favourites, &Favourites::changed);
        favourites.remove(m_model);
        QCOMPARE(changes.size(), 0);
    }

    void whatWasTakenOutComesBackToItsPlace()
    {
        Favourites favourites(m_settings.get());
        favourites.add(m_model);
        favourites.add(m_dataset);
        favourites.add(m_old);
        favourites.remove(m_dataset);
        favourites.insert(1, m_dataset);
        QCOMPARE(favourites.repos(), (QList<RepoId>{m_old, m_dataset, m_model}));
        favourites.remove(m_old);
        favourites.insert(99, m_old);  // Others went meanwhile.
        QCOMPARE(favourites.repos(), (QList<RepoId>{m_dataset, m_model, m_old}));
    }

    void linesThatNameNothingAreLeftOut()
    {
        m_settings->setFavourites({u"not a place"_s, u"datasets/google/flan-t5-small"_s, u""_s,
                                   u"google/flan-t5-small"_s, u"Google/flan-t5-small"_s, u"../../etc"_s});
        const Favourites favourites(m_settings.get());
        QCOMPARE(favourites.repos(), (QList<RepoId>{m_dataset, m_model}));
    }
};

QTEST_GUILESS_MAIN(TestFavourites)
#include "tst_favourites.moc"
