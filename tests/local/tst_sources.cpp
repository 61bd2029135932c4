// SPDX-License-Identifier: Apache-2.0
#include "local/settings.h"
#include "local/sources.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestSources : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;

    static Source made(const QString &name, const QString &account = {})
    {
        return {.name = name,
                .endpoint = QUrl(u"https://hub.example.org"_s),
                .repo = {RepoType::Dataset, u"acme/"_s + name},
                .account = account};
    }
    static QStringList names(const Sources &sources)
    {
        QStringList names;
        for (const Source &source : sources.all())
            names << source.name;
        return names;
    }
    static QString idOf(const Sources &sources, const QString &name)
    {
        for (const Source &source : sources.all()) {
            if (source.name == name)
                return source.id;
        }
        return {};
    }
    static QByteArray documentOf(const QJsonArray &sources, const QJsonValue &version = 1)
    {
        return QJsonDocument(QJsonObject{{u"hubdeck_sources"_s, version}, {u"sources"_s, sources}}).toJson();
    }
    QString file() const { return m_folder.filePath(QLatin1String(QTest::currentTestFunction())); }
    static void fill(Sources &sources)
    {
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            sources.add(made(name));
    }

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<Settings>(file());
        m_settings->setSources({});
    }

    void areKeptInTheirOrderWithTheirIds()
    {
        QList<Source> before;
        {
            Sources sources(m_settings.get());
            QVERIFY(sources.all().isEmpty());
            fill(sources);
            const QString second = idOf(sources, u"b"_s);
            sources.move(second, 0);
            Source edited = *sources.find(second);
            edited.name = u"B"_s;
            edited.commit = QString(40, u'c');
            sources.replace(edited);
            QCOMPARE(names(sources), (QStringList{u"B"_s, u"a"_s, u"c"_s}));
            QCOMPARE(idOf(sources, u"B"_s), second);
            before = sources.all();
        }
        QCOMPARE(Sources(m_settings.get()).all(), before);
        const Settings otherRun(file());
        QCOMPARE(otherRun.sources(), m_settings->sources());
    }

    void areMovedNoFurtherThanTheirEnds()
    {
        Sources sources(m_settings.get());
        fill(sources);
        sources.move(idOf(sources, u"a"_s), -3);
        sources.move(idOf(sources, u"b"_s), 99);
        QCOMPARE(names(sources), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
    }

    void whatWasTakenOutComesBackToItsPlace()
    {
        Sources sources(m_settings.get());
        fill(sources);
        const Source second = sources.all().at(1);
        sources.remove(second.id);
        QCOMPARE(names(sources), (QStringList{u"a"_s, u"c"_s}));
        sources.insert(1, second);
        sources.insert(1, second);
        QCOMPARE(names(sources), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(sources.all().at(1), second);
    }

    void anotherRunsChangesAreKeptAndTold()
    {
        Sources sources(m_settings.get());
        fill(sources);
        Settings otherSettings(file());
        Sources others(&otherSettings);
        others.add(made(u"d"_s));
        others.remove(idOf(others, u"a"_s));
        const QSignalSpy changes(&sources, &Sources::changed);
        sources.move(idOf(sources, u"c"_s), 0);
        QCOMPARE(names(sources), (QStringList{u"c"_s, u"b"_s, u"d"_s}));
        QCOMPARE(changes.size(), 1);
        sources.remove(u"of nobody"_s);
        QCOMPARE(sources.all(), Sources(&otherSettings).all());
    }

    void linesThatPeopleWroteGetAnIdThatStays()
    {
        QJsonObject one = made(u"a"_s).toJson();
        QJsonObject other = made(u"b"_s).toJson();
        one[u"id"_s] = other[u"id"_s] = u"00000000-0000-4000-8000-000000000001"_s;
        m_settings->setSources(
            documentOf({made(u"c"_s).toJson(), one, other, 7, QJsonObject{{u"repo_id"_s, u"../.."_s}}}));
        const Sources sources(m_settings.get());
        QCOMPARE(names(sources), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
        QCOMPARE(sources.all().at(1).id, u"00000000-0000-4000-8000-000000000001"_s);
        QVERIFY(sources.all().at(0).id != sources.all().at(2).id);
        QCOMPARE(Sources(m_settings.get()).all(), sources.all());
    }

    void theSettingsNeverHaveAToken()
    {
        QJsonObject written = made(u"a"_s).toJson();
        written[u"token"_s] = u"hf_made_up"_s;
        m_settings->setSources(documentOf({written}));
        Sources sources(m_settings.get());
        QVERIFY(sources.importFrom(documentOf({written, made(u"b"_s).toJson()})));
        QVERIFY(!m_settings->sources().contains("hf_made_up"));
        QVERIFY(!sources.exported().contains("hf_made_up"));
    }

    void aRepositoryIsTiedToTheAccountOfItsFirstSource()
    {
        Sources sources(m_settings.get());
        Source free = made(u"words"_s);
        sources.add(free);
        Source alices = made(u"words"_s, u"alice"_s);
        sources.add(alices);
        sources.add(made(u"words"_s, u"bob"_s));
        const QUrl hub(u"https://hub.example.org:443/"_s);
        QCOMPARE(sources.accountFor(hub, {RepoType::Dataset, u"ACME/Words"_s}), u"alice"_s);
        QCOMPARE(sources.accountFor(hub, {RepoType::Model, u"acme/words"_s}), QString());
        QCOMPARE(sources.accountFor(QUrl(u"https://huggingface.co"_s), alices.repo), QString());
    }

    void whatIsExportedCanBeImportedElsewhere()
    {
        Sources sources(m_settings.get());
        sources.add(made(u"a"_s, u"alice"_s));
        sources.add(made(u"b"_s));
        Settings otherSettings(file() + u".other"_s);
        Sources others(&otherSettings);
        others.add(made(u"b"_s));
        const auto import = others.importFrom(sources.exported());
        QVERIFY(import);
        QCOMPARE(*import, (Sources::Import{1, 1, 0}));
        QCOMPARE(names(others), (QStringList{u"b"_s, u"a"_s}));
        QVERIFY(idOf(others, u"a"_s) != idOf(sources, u"a"_s));
        QVERIFY(!sources.exported().contains("\"id\""));
        QCOMPARE(*others.importFrom(sources.exported()), (Sources::Import{0, 2, 0}));
        QCOMPARE(others.exported(), Sources(&otherSettings).exported());
    }

    void whatIsNoSourceIsCounted()
    {
        Sources sources(m_settings.get());
        const QJsonObject good = made(u"a"_s).toJson();
        QJsonObject evil = good;
        evil[u"name"_s] = u"\u202eevil"_s;
        const auto import
            = sources.importFrom(documentOf({good, evil, u"a text"_s, QJsonArray{good}, QJsonObject{}, good}));
        QVERIFY(import);
        QCOMPARE(*import, (Sources::Import{1, 1, 4}));
    }

    void thereIsAnEndToThem()
    {
        QJsonArray many;
        for (int number = 0; number < 3000; ++number)
            many.append(made(u"r%1"_s.arg(number)).toJson());
        Sources sources(m_settings.get());
        const auto import = sources.importFrom(documentOf(many));
        QVERIFY(import);
        QCOMPARE(*import, (Sources::Import{int(Sources::kMost), 0, 3000 - int(Sources::kMost)}));
        sources.add(made(u"one-more"_s));
        QCOMPARE(sources.all().size(), Sources::kMost);
    }

    void whatIsNoDocumentIsRefused_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("sentence");
        const QString none = u"This is no file of sources."_s;
        QTest::newRow("nothing") << QByteArray() << none;
        QTest::newRow("no JSON") << QByteArray("sources: []") << none;
        QTest::newRow("a list") << QByteArray("[]") << none;
        QTest::newRow("another program's") << QByteArray(R"({"version": 1, "sources": []})") << none;
        QTest::newRow("no sources") << QByteArray(R"({"hubdeck_sources": 1})") << none;
        QTest::newRow("sources of another shape") << documentOf({}).replace("[", "{").replace("]", "}") << none;
        QTest::newRow("a version in words") << documentOf({}, u"1"_s) << none;
        QTest::newRow("no version") << documentOf({}, 0) << none;
        QTest::newRow("nested without an end") << QByteArray(100'000, '[') << none;
        QTest::newRow("a later version") << documentOf({}, 2) << u"A newer Hubdeck has written this file of sources."_s;
    }

    void whatIsNoDocumentIsRefused()
    {
        QFETCH(const QByteArray, document);
        QFETCH(const QString, sentence);
        Sources sources(m_settings.get());
        fill(sources);
        const auto import = sources.importFrom(document);
        QVERIFY(!import);
        QCOMPARE(import.error().message, sentence);
        QCOMPARE(names(sources), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    }
};

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
