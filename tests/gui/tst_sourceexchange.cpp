// SPDX-License-Identifier: Apache-2.0
#include "sourcesrig.h"

#include "models/transfermodel.h"
#include "support/scriptedhub.h"

#include <QAction>
#include <QFileDialog>

using namespace Qt::Literals::StringLiterals;

static const QByteArray kAlice("hf_made_up_for_alice");

/// Sources that are exported and imported in the real window: no secret goes along, and no permission comes along.
class TestSourceExchange : public QObject, private SourcesRig
{
    Q_OBJECT

    void give(const QString &path)
    {
        auto *dialog = m_window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(!m_window->findChild<QFileDialog *>());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        m_hub = std::make_unique<SmallHub>(localhub::Server::Options{.users = {{"alice", kAlice}}});
    }
    void init() { openAll(); }
    void cleanup() { end(); }

    void areExportedAndImportedWithoutASecret()
    {
        QVERIFY(!m_window->actions().exportSources->isEnabled());
        signIn(m_hub->url(), kAlice);
        addThree();
        const QString path = m_folder->filePath(u"sources.json"_s);
        m_window->actions().exportSources->trigger();
        give(path);
        QTRY_VERIFY2(sentence().startsWith(u"3 sources are in"_s), qPrintable(sentence()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray document = file.readAll();
        QVERIFY(document.contains("\"repo_id\": \"google/tiny-model\""));
        QVERIFY(!document.contains(kAlice));
        goTo(u"b"_s);
        QTest::keyClick(places(), Qt::Key_Delete);
        m_window->actions().importSources->trigger();
        give(path);
        QTRY_COMPARE(sentence(), u"1 source was added. 2 were there already."_s);
        QCOMPARE(sources(), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
    }

    void whatCannotBeImportedIsSaid_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no file of sources") << QByteArray("{}") << u"This is no file of sources."_s;
        QTest::newRow("a file without an end") << QByteArray(2'000'000, ' ') << u"This is no file of sources."_s;
        QTest::newRow("half of it") << QByteArray(R"({"hubdeck_sources": 1, "sources": [{"repo_id": "a/b"}, 7]})")
                                    << u"1 source was added. 1 could not be read."_s;
    }

    void whatCannotBeImportedIsSaid()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, sentence);
        const QString path = m_folder->filePath(u"sources.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) >= 0);
        file.close();
        m_window->actions().importSources->trigger();
        give(path);
        QTRY_COMPARE(this->sentence(), sentence);
    }

    void whatIsNoFileIsNotWaitedFor()
    {
        m_window->actions().importSources->trigger();
        give(m_folder->path());
        QTRY_VERIFY(sentence().endsWith(u"cannot be read."_s));
        m_window->actions().exportSources->setEnabled(true);
        m_window->actions().exportSources->trigger();
        give(m_folder->path());
        QTRY_VERIFY(sentence().endsWith(u"cannot be written."_s));
    }

    void anImportedSourceGivesNoPermission()
    {
        ScriptedHub other;
        other.answer = [](const ScriptedHub::Request &) { return ScriptedHub::Answer{.status = 401}; };
        signIn(m_hub->url(), kAlice);
        const QString path = m_folder->filePath(u"sources.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"hubdeck_sources": 1, "sources": [{"name": "lure", "repo_id": "alice/private-words",
                       "repo_type": "dataset", "account": "alice", "token": "hf_made_up", "endpoint": ")"
                   + other.url().toEncoded() + R"("}]})");
        file.close();
        m_window->actions().importSources->trigger();
        give(path);
        QTRY_COMPARE(sources(), QStringList{u"lure"_s});
        QTest::qWait(50);
        QCOMPARE(other.requests.size(), 0);
        QCOMPARE(page()->location(), Location());
        press(u"lure"_s);
        QTRY_VERIFY2(sentence().contains(u"private"_s), qPrintable(sentence()));
        QVERIFY(bannerButton(u"Sign in"_s));
        QVERIFY(!other.requests.isEmpty());
        for (const ScriptedHub::Request &request : std::as_const(other.requests))
            QVERIFY2(!request.headers.contains("authorization"), request.target);
        QCOMPARE(m_engine->endpoint(), m_hub->url());
        QCOMPARE(m_window->transfers()->rowCount(), 0);
        QVERIFY(!m_settings->sources().contains("hf_made_up"));
    }
};

QTEST_MAIN(TestSourceExchange)
#include "tst_sourceexchange.moc"
