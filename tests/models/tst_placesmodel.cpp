// SPDX-License-Identifier: Apache-2.0
#include "models/placesmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Place = PlacesModel::Place;

class TestPlacesModel : public QObject
{
    Q_OBJECT

    const QStringList m_discover{u"Discover"_s, u"Models"_s, u"Datasets"_s, u"Spaces"_s, u"Favourites"_s};

    const QStringList m_noSources{u"Sources"_s, u"Add a source…"_s};
    const QStringList m_computer{u"This computer"_s, u"Cache"_s, u"Transfers"_s};

    static PlacesModel::SourcePlace source(const QString &name, const QString &id = {})
    {
        return {{.id = id.isEmpty() ? name : id,
                 .name = name,
                 .endpoint = QUrl(u"https://hub.example.org"_s),
                 .repo = {RepoType::Dataset, u"acme/"_s + name},
                 .revision = u"v1.0"_s},
                {QUrl(u"https://hub.example.org"_s), {}}};
    }
    static QStringList shown(const PlacesModel &model)
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row).data().toString();
        return texts;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void showsWhatWasOpenedLately_data()
    {
        QTest::addColumn<QStringList>("locations");
        QTest::addColumn<QStringList>("shown");

        QTest::newRow("nothing yet: no heading for nothing") << QStringList{} << QStringList{};
        QTest::newRow("the newest first")
            << QStringList{u"b/two"_s, u"a/one"_s} << QStringList{u"Recent"_s, u"b/two"_s, u"a/one"_s};
        QTest::newRow("folders of one repository are one row")
            << QStringList{u"a/one/onnx"_s, u"a/one"_s} << QStringList{u"Recent"_s, u"a/one"_s};
        QTest::newRow("main is what is shown without a revision")
            << QStringList{u"a/one@main"_s, u"a/one"_s} << QStringList{u"Recent"_s, u"a/one"_s};
        QTest::newRow("another revision is another row")
            << QStringList{u"a/one@v1"_s, u"a/one"_s} << QStringList{u"Recent"_s, u"a/one@v1"_s, u"a/one"_s};
        QTest::newRow("what names nothing is left out")
            << QStringList{u"not a place"_s, u"a/one"_s} << QStringList{u"Recent"_s, u"a/one"_s};
    }

    void showsWhatWasOpenedLately()
    {
        QFETCH(const QStringList, locations);
        QFETCH(const QStringList, shown);
        PlacesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRecent(locations);
        QCOMPARE(TestPlacesModel::shown(model), (m_discover + shown + m_noSources + m_computer));
    }

    void eachKindHasItsIconAndWay()
    {
        PlacesModel model;
        model.setRecent({u"datasets/squad@v1.0/plain_text"_s});
        const QModelIndex heading = model.index(5);
        const QModelIndex squad = model.index(6);
        QCOMPARE(squad.data(models::IconNameRole).toString(), u"dataset"_s);
        QCOMPARE(squad.data(PlacesModel::PlaceRole).toInt(), int(Place::Repository));
        QCOMPARE(squad.data(PlacesModel::LocationRole).toString(), u"datasets/squad@v1.0"_s);
        QVERIFY(heading.data(models::SectionRole).toBool());
        QVERIFY(!heading.flags().testFlag(Qt::ItemIsSelectable));
        QVERIFY(squad.flags().testFlag(Qt::ItemIsSelectable));
    }

    void eachKindIsDiscoveredInItsOwnPlace()
    {
        PlacesModel model;
        model.setRecent({u"a/one"_s});
        for (const RepoType type : {RepoType::Model, RepoType::Dataset, RepoType::Space}) {
            const QModelIndex row = model.index(model.rowOf(type));
            QCOMPARE(row.data(PlacesModel::PlaceRole).toInt(), int(Place::Discover));
            QCOMPARE(row.data(PlacesModel::TypeRole).toInt(), int(type));
            QVERIFY(row.flags().testFlag(Qt::ItemIsSelectable));
        }
        QCOMPARE(model.index(model.rowOf(RepoType::Dataset)).data().toString(), u"Datasets"_s);
    }

    void keepsNoMoreThanItShows()
    {
        PlacesModel model;
        QStringList many;
        for (int number = 0; number < 20; ++number)
            many << u"a/r%1"_s.arg(number);
        model.setRecent(many);
        QCOMPARE(model.rowCount(), m_discover.size() + 1 + PlacesModel::kMaxRecent + 5);
    }

    void movesWhatIsOpenedAgain()
    {
        PlacesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRecent({u"a/1"_s, u"a/2"_s, u"a/3"_s});
        const QPersistentModelIndex third(model.index(8));
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);

        model.setRecent({u"a/3"_s, u"a/1"_s, u"a/2"_s});
        QCOMPARE(third.row(), 6);
        QCOMPARE(inserted.size() + removed.size(), 0);

        model.setRecent({u"b/4"_s, u"a/3"_s, u"a/2"_s});
        QCOMPARE(third.row(), 7);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(shown(model).mid(6, 3), (QStringList{u"b/4"_s, u"a/3"_s, u"a/2"_s}));

        model.setRecent({});
        QCOMPARE(model.rowCount(), m_discover.size() + 5);
        QCOMPARE(reset.size(), 0);
    }

    void showsTheSourcesInTheirOrder()
    {
        PlacesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSources({source(u"b"_s), source(u"a"_s)});
        model.setRecent({u"x/1"_s});
        const QStringList lately{u"Recent"_s, u"x/1"_s};
        const QStringList sources{u"Sources"_s, u"b"_s, u"a"_s, u"Add a source…"_s};
        QCOMPARE(shown(model), m_discover + lately + sources + m_computer);
        model.setRecent({});
        QCOMPARE(shown(model), m_discover + sources + m_computer);
        const QModelIndex add = model.index(model.rowOf(Place::AddSource));
        QCOMPARE(add.data(models::IconNameRole).toString(), u"plus"_s);
        QVERIFY(add.flags().testFlag(Qt::ItemIsSelectable));
    }

    void aSourceSaysWhereItLeads()
    {
        PlacesModel model;
        PlacesModel::SourcePlace place = source(u"words"_s);
        place.source.commit = QString(40, u'a');
        place.source.account = u"alice"_s;
        model.setSources({place});
        const QModelIndex row = model.index(model.rowOf(Place::Source));
        const QString about = u"hub.example.org · acme/words@v1.0 · stays at commit aaaaaaa · as alice"_s;
        QCOMPARE(row.data(models::IconNameRole).toString(), u"dataset"_s);
        QCOMPARE(row.data(Qt::AccessibleDescriptionRole).toString(), about);
        QCOMPARE(row.data(Qt::ToolTipRole).toString(), u"words\n"_s + about);
        QCOMPARE(row.data(PlacesModel::SourceRole).toString(), u"words"_s);
    }

    void tellsExactlyWhatBecomesOfTheSources()
    {
        PlacesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRecent({u"x/1"_s, u"x/2"_s});
        model.setSources({source(u"a"_s), source(u"b"_s), source(u"c"_s)});
        const int first = model.rowOf(Place::Source);
        const QPersistentModelIndex third(model.index(first + 2));
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

        model.setSources({source(u"c"_s), source(u"a"_s), source(u"b"_s)});
        QCOMPARE(third.row(), first);
        QCOMPARE(inserted.size() + removed.size() + changed.size(), 0);

        model.setSources({source(u"c"_s), source(u"A"_s, u"a"_s), source(u"b"_s)});
        QCOMPARE(inserted.size() + removed.size(), 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), first + 1);

        model.setSources({source(u"A"_s, u"a"_s), source(u"d"_s), source(u"b"_s)});
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(removed.size(), 1);
        QVERIFY(!third.isValid());
        QCOMPARE(shown(model).mid(first, 4), (QStringList{u"A"_s, u"d"_s, u"b"_s, u"Add a source…"_s}));

        model.setSources({});
        const QStringList lately{u"Recent"_s, u"x/1"_s, u"x/2"_s};
        QCOMPARE(shown(model), m_discover + lately + m_noSources + m_computer);
        QCOMPARE(reset.size(), 0);
    }

    void whatIsInFrontIsFoundByWhereItComesFrom()
    {
        PlacesModel model;
        model.setRecent({u"datasets/acme/words@v1.0"_s});
        const PlacesModel::SourcePlace place = source(u"words"_s);
        model.setSources({place});
        Location inside = place.source.location();
        inside.path = u"a/b"_s;
        const int recent = model.rowOf(inside, {});
        QCOMPARE(model.index(recent).data(PlacesModel::PlaceRole).toInt(), int(Place::Repository));
        const int there = model.rowOf(inside, place.hub);
        QCOMPARE(model.index(there).data(PlacesModel::PlaceRole).toInt(), int(Place::Source));
        QCOMPARE(model.rowOf(inside, {place.hub.endpoint, u"alice"_s}), -1);
        model.setSources({{place.source, {}}});
        QCOMPARE(model.rowOf(inside, {}), model.rowOf(Place::Source));
        QVERIFY(model.leadsTo(recent, inside, {}));
    }

    void countsFavouritesButNeverNone()
    {
        PlacesModel model;
        const QModelIndex row = model.index(model.rowOf(Place::Favourites));
        QVERIFY(!row.data(models::NoteRole).isValid());
        const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setFavourites(12);
        QCOMPARE(row.data(models::NoteRole).toString(), u"12"_s);
        model.setFavourites(12);
        QCOMPARE(changes.size(), 1);
    }

    void countsTransfersButNeverNone()
    {
        PlacesModel model;
        const QModelIndex transfers = model.index(model.rowOf(Place::Transfers));
        QVERIFY(!transfers.data(models::NoteRole).isValid());
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setActiveTransfers(3);
        QCOMPARE(transfers.data(models::NoteRole).toString(), u"3"_s);
        QCOMPARE(changed.size(), 1);
        model.setActiveTransfers(3);
        QCOMPARE(changed.size(), 1);
        model.setActiveTransfers(0);
        QVERIFY(!transfers.data(models::NoteRole).isValid());
    }

    void saysHowLargeTheCacheIsButNeverNothing()
    {
        PlacesModel model;
        const QModelIndex cache = model.index(model.rowOf(Place::Cache));
        QVERIFY(!cache.data(models::NoteRole).isValid());
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setCacheBytes(0);
        QVERIFY(!cache.data(models::NoteRole).isValid());
        model.setCacheBytes(48'200'000'000);
        QCOMPARE(cache.data(models::NoteRole).toString(), u"48.2 GB"_s);
        QCOMPARE(cache.data(Qt::AccessibleDescriptionRole).toString(), u"48.2 GB"_s);
        QCOMPARE(changed.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestPlacesModel)
#include "tst_placesmodel.moc"
