// SPDX-License-Identifier: Apache-2.0
#include "windowrig.h"

#include "gui/filespage.h"
#include "gui/repopage.h"
#include "gui/sources/accountbox.h"
#include "gui/sources/sourcedialog.h"
#include "gui/widgets/bannerplace.h"
#include "localhub/store/repository.h"
#include "models/filemodel.h"
#include "models/placesmodel.h"
#include "models/transfermodel.h"
#include "support/scriptedhub.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;
using localhub::RepoName;

namespace {

const QByteArray kAlice("hf_made_up_for_alice");
const QByteArray kRevoked("hf_made_up_and_revoked");
const RepoName kModel{localhub::RepoType::Model, "google", "tiny-model"};
const RepoName kData{localhub::RepoType::Dataset, "acme", "words"};
const RepoName kPrivate{localhub::RepoType::Dataset, "alice", "private-words"};

}  // namespace

/// The saved sources in the real window: the Hub that it is set to, and another one beside it.
class TestSourceActions : public QObject, private WindowRig
{
    Q_OBJECT

    std::unique_ptr<SmallHub> m_other;
    QString m_firstCommit;  // Of each of the two.
    QString m_firstElsewhere;

    /// Each file tells which revision it is of.
    static QString fill(SmallHub &hub)
    {
        const QString first = hub.commit(kModel, "main", {Change::put("first.json", "{}")});
        const auto store = hub.store().repository(kModel);
        if (store->createRef("refs/tags/v1.0", first.toLatin1())
            || store->createRef("refs/heads/dev", first.toLatin1()))
            qFatal("No ref");
        hub.commit(kModel, "dev", {Change::put("dev.json", "{}")});
        hub.commit(kModel, "main", {Change::put("newest.json", "{}")});
        hub.commit(kData, "main", {Change::put("train.csv", "a,b\n")});
        if (hub.store().createRepo(kPrivate, {.isPrivate = true}))
            qFatal("No private repository");
        hub.commit(kPrivate, "main", {Change::put("secret.csv", "a,b\n")});
        return first;
    }
    void signIn(const QUrl &endpoint, const QByteArray &token)
    {
        Account alice{.endpoint = endpoint, .identity = {}};
        alice.identity.name = u"alice"_s;
        m_accounts->signIn(alice, {token}, Accounts::Keep::ThisRun, this, [](const KeychainAnswer &) {});
        QTRY_VERIFY(m_accounts->tokens().has(endpoint, u"alice"_s));
    }

    QTreeView *places() const { return m_window->findChild<QTreeView *>(u"places"_s); }
    QStringList sources() const
    {
        QStringList names;
        for (int row = 0; row < places()->model()->rowCount(); ++row) {
            if (!placeAt(row).data(PlacesModel::SourceRole).toString().isEmpty())
                names << placeAt(row).data().toString();
        }
        return names;
    }
    QModelIndex placeAt(int row) const { return places()->model()->index(row, 0); }
    QModelIndex placeOf(const QString &name) const
    {
        for (int row = places()->model()->rowCount() - 1; row >= 0; --row) {
            if (placeAt(row).data().toString() == name)
                return placeAt(row);
        }
        return {};
    }
    void press(const QString &name)
    {
        const QPoint at = places()->visualRect(placeOf(name)).center();
        QTest::mouseClick(places()->viewport(), Qt::LeftButton, {}, at);
    }
    SourceDialog *form() const { return m_window->findChild<SourceDialog *>(); }
    template<typename T>
    T *field(const QString &name) const
    {
        return form()->findChild<T *>(name);
    }
    void click(const QString &button) const { field<QPushButton>(button)->click(); }
    void add(const QString &link, const QString &name)
    {
        m_window->actions().addSource->trigger();
        QVERIFY(form());
        field<QLineEdit>(u"repo"_s)->insert(link);
        field<QLineEdit>(u"name"_s)->setText(name);
        click(u"save"_s);
        QTRY_VERIFY(!form());
    }
    /// The keyboard is at that row.
    void goTo(const QString &name)
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        places()->setFocus();
        places()->setCurrentIndex(placeOf(name));
    }
    void addThree()
    {
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            add(u"google/tiny-model"_s, name);
        QCOMPARE(sources(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    }
    RepoPage *page() const { return m_window->repoPage(); }
    /// Of the page in front; or of the window, above it.
    look::Banner *banner() const
    {
        look::Banner *found = nullptr;
        for (const look::BannerPlace *place : m_window->findChildren<look::BannerPlace *>()) {
            if (place->banner() && place->isVisible() && (!found || page()->isAncestorOf(place)))
                found = place->banner();
        }
        return found;
    }
    QString sentence() const { return banner() ? banner()->accessibleName() : QString(); }
    QPushButton *bannerButton(const QString &text) const
    {
        for (auto *button : banner()->findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
    QStringList files() const
    {
        const auto *list = page()->findChild<FilesPage *>()->findChild<QTreeView *>(u"list"_s);
        QStringList names;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            names << list->model()->index(row, 0).data().toString();
        names.sort();
        return names;
    }
    void give(const QString &path)
    {
        auto *dialog = m_window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(!m_window->findChild<QFileDialog *>());
    }
    QMenu *menu()
    {
        Q_EMIT places()->customContextMenuRequested(places()->visualRect(places()->currentIndex()).center());
        return qobject_cast<QMenu *>(QApplication::activePopupWidget());
    }
    static void chooseFrom(QMenu *menu, const QString &text)
    {
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text() == text)
                action->trigger();
        }
        menu->close();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        m_hub = std::make_unique<SmallHub>(localhub::Server::Options{.users = {{"alice", kAlice}}});
        m_other = std::make_unique<SmallHub>(localhub::Server::Options{.users = {{"alice", kAlice}}});
        m_firstCommit = fill(*m_hub);
        m_firstElsewhere = fill(*m_other);
    }
    void init()
    {
        emptyDisk();
        EngineOptions made = options(m_hub->url());
        made.tokens = std::make_shared<TokenStore>();
        made.credentials = made.tokens;
        made.isDemo = true;  // Nobody's own logins.
        makeEngine(made);
        openWindow();
    }
    void cleanup() { end(); }

    void aSourceOfGalaxyOpens_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("tested");
        QTest::addColumn<QString>("mend");
        QTest::addColumn<QStringList>("files");
        const auto row = [](const QByteArray &title, const QString &link, const QByteArray &token,
                            const QString &tested, const QString &mend, const QStringList &files) {
            for (const char *where : {" at the Hub that is set", " at another Hub"})
                QTest::newRow(title + where) << link << token << tested << mend << files;
        };
        const QStringList newest{u"first.json"_s, u"newest.json"_s};
        row("public model repository", u"google/tiny-model"_s, {}, u"Model · commit"_s, {}, newest);
        row("private repository with token", u"datasets/alice/private-words"_s, kAlice, u"Dataset · private · commit"_s,
            {}, {u"secret.csv"_s});
        row("dataset repository", u"datasets/acme/words"_s, {}, u"Dataset · commit"_s, {}, {u"train.csv"_s});
        row("specific revision", u"google/tiny-model@dev"_s, {}, u"Model · commit"_s, {},
            {u"dev.json"_s, u"first.json"_s});
        row("specific tag", u"google/tiny-model@v1.0"_s, {}, u"Model · commit"_s, {}, {u"first.json"_s});
        row("specific commit", u"google/tiny-model@(first)"_s, {}, u"Model · commit"_s, {}, {u"first.json"_s});
        row("wrong token", u"datasets/alice/private-words"_s, kRevoked, u"Your token is not valid any more"_s,
            u"Sign in"_s, {});
        row("missing repository", u"google/nothing"_s, {}, u"This repository does not exist, or it is private"_s,
            u"Sign in"_s, {});
        row("missing repository, with a token", u"google/nothing"_s, kAlice,
            u"This repository does not exist, or your account may not see it"_s, u"Use another account"_s, {});
    }

    void aSourceOfGalaxyOpens()
    {
        QFETCH(QString, link);
        QFETCH(const QByteArray, token);
        QFETCH(const QString, tested);
        QFETCH(const QString, mend);
        QFETCH(const QStringList, files);
        const bool isOther = QByteArray(QTest::currentDataTag()).endsWith("another Hub");
        const QUrl endpoint = (isOther ? m_other : m_hub)->url();
        if (!token.isEmpty())
            signIn(endpoint, token);
        link.replace(u"(first)"_s, isOther ? m_firstElsewhere : m_firstCommit);

        m_window->actions().addSource->trigger();
        QVERIFY(form());
        if (isOther)
            field<QComboBox>(u"hub"_s)->setEditText(endpoint.toString());
        field<QLineEdit>(u"repo"_s)->insert(link);
        if (!token.isEmpty())
            field<AccountBox>(u"account"_s)->setAccount(u"alice"_s);
        field<QLineEdit>(u"name"_s)->setText(u"mine"_s);
        click(u"test"_s);
        const auto *result = field<QLabel>(u"result"_s);
        QTRY_VERIFY2(result->text().startsWith(tested), qPrintable(result->text()));
        const auto *button = field<QPushButton>(u"mend"_s);
        QCOMPARE(button->isVisible() ? button->text() : QString(), mend);
        click(u"save"_s);
        QTRY_VERIFY(!form());

        press(u"mine"_s);
        QTRY_VERIFY(files.isEmpty() ? !sentence().isEmpty() : page()->isListed());
        if (files.isEmpty()) {
            QVERIFY2(sentence().startsWith(tested), qPrintable(sentence()));
            QVERIFY(bannerButton(mend));
        } else {
            QCOMPARE(this->files(), files);
            QCOMPARE(places()->currentIndex(), placeOf(u"mine"_s));
            QVERIFY(places()->selectionModel()->isSelected(placeOf(u"mine"_s)));
        }
        QCOMPARE(m_engine->endpoint(), m_hub->url());
        QCOMPARE(m_window->transfers()->rowCount(), 0);
    }

    void aPinnedOneOpensItsCommitForever()
    {
        m_window->actions().addSource->trigger();
        field<QLineEdit>(u"repo"_s)->insert(u"google/tiny-model@v1.0"_s);
        field<QAbstractButton>(u"pin"_s)->click();
        click(u"save"_s);
        QTRY_VERIFY(!form());
        press(u"tiny-model"_s);
        QTRY_VERIFY(page()->isListed());
        QCOMPARE(page()->commit(), m_firstCommit);
        QCOMPARE(page()->location().revision, m_firstCommit);
        QVERIFY(placeOf(u"tiny-model"_s).data(Qt::ToolTipRole).toString().contains(u"@v1.0"_s));
    }

    void thePageInFrontIsSavedAsItIs()
    {
        QVERIFY(!m_window->actions().saveSource->isEnabled());
        signIn(m_other->url(), kAlice);
        m_window->open({.kind = Place::Kind::Repository,
                        .location = {{RepoType::Model, u"google/tiny-model"_s}, u"dev"_s, {}},
                        .hub = m_engine->idOf(m_other->url(), u"alice"_s)});
        QTRY_VERIFY(page()->isListed());
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(form());
        const Source source = form()->source();
        QCOMPARE(source.endpoint, m_other->url());
        QCOMPARE(source.revision, u"dev"_s);
        QCOMPARE(source.account, u"alice"_s);
        QCOMPARE(source.name, u"tiny-model"_s);
        click(u"save"_s);
        QTRY_COMPARE(sources(), QStringList{u"tiny-model"_s});
        QCOMPARE(m_settings->sources().count("tiny-model"), 2);
    }

    void areThereTheNextTime()
    {
        addThree();
        makeEngine(m_engine->options());
        openWindow();
        QCOMPARE(sources(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    }

    void theKeyboardIsEnough()
    {
        addThree();
        goTo(u"b"_s);
        QTest::keyClick(places(), Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(sources(), (QStringList{u"b"_s, u"a"_s, u"c"_s}));
        QCOMPARE(places()->currentIndex(), placeOf(u"b"_s));
        QTest::keyClick(places(), Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
        QTest::keyClick(places(), Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
        QTest::keyClick(places(), Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
        QTest::keyClick(places(), Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(sources(), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
        QTest::keyClick(places(), Qt::Key_F2);
        QVERIFY(form());
        field<QLineEdit>(u"name"_s)->setText(u"B"_s);
        QTest::keyClick(field<QLineEdit>(u"name"_s), Qt::Key_Return);
        QTRY_COMPARE(sources(), (QStringList{u"a"_s, u"c"_s, u"B"_s}));
        QTRY_VERIFY(!form());
        QTest::keyClick(places(), Qt::Key_Return);
        QTRY_VERIFY(page()->isListed());
        goTo(u"Add a source…"_s);
        QTest::keyClick(places(), Qt::Key_Return);
        QVERIFY(form());
        QTest::keyClick(form(), Qt::Key_Escape);
        QTRY_VERIFY(!form());
        QCOMPARE(places()->currentIndex(), placeOf(u"B"_s));  // Where one is.
    }

    void deleteTakesOutAndUndoBringsBack()
    {
        addThree();
        goTo(u"b"_s);
        QTest::keyClick(places(), Qt::Key_Delete);
        QCOMPARE(sources(), (QStringList{u"a"_s, u"c"_s}));
        QCOMPARE(sentence(), u"b is no source any more."_s);
        bannerButton(u"Undo"_s)->click();
        QCOMPARE(sources(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(places()->currentIndex(), placeOf(u"b"_s));
        QCOMPARE(sentence(), QString());
        places()->setCurrentIndex(placeOf(u"Cache"_s));
        QTest::keyClick(places(), Qt::Key_Delete);
        QCOMPARE(sources().size(), 3);
    }

    void theMenuHasWhatTheKeysDo()
    {
        addThree();
        places()->setCurrentIndex(placeOf(u"Models"_s));
        QVERIFY(!menu());
        places()->setCurrentIndex(placeOf(u"a"_s));
        QStringList texts;
        QMenu *shown = menu();
        QVERIFY(shown);
        for (const QAction *action : shown->actions()) {
            if (!action->isSeparator())
                texts << (action->isEnabled() ? action->text() : u'(' + action->text() + u')');
        }
        shown->close();
        QCOMPARE(texts,
                 (QStringList{u"Open"_s, u"Edit…"_s, u"(Move up)"_s, u"Move down"_s, u"Copy link"_s,
                              u"Export sources…"_s, u"Import sources…"_s, u"Remove"_s}));
        chooseFrom(menu(), u"Copy link"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), m_hub->url().toString() + u"/google/tiny-model"_s);
        add(u"https://huggingface.co/datasets/squad/tree/v1.0"_s, u"squad"_s);
        chooseFrom(menu(), u"Copy link"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"hf://datasets/squad@v1.0"_s);
        places()->setCurrentIndex(placeOf(u"a"_s));
        chooseFrom(menu(), u"Open"_s);
        QTRY_VERIFY(page()->isListed());
    }

    void areExportedAndImportedWithoutASecret()
    {
        QVERIFY(!m_window->actions().exportSources->isEnabled());
        signIn(m_hub->url(), kAlice);
        addThree();
        const QString path = m_folder->filePath(u"sources.json"_s);
        m_window->actions().exportSources->trigger();
        give(path);
        QVERIFY2(sentence().startsWith(u"3 sources are in"_s), qPrintable(sentence()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray document = file.readAll();
        QVERIFY(document.contains("\"repo_id\": \"google/tiny-model\""));
        QVERIFY(!document.contains(kAlice));
        goTo(u"b"_s);
        QTest::keyClick(places(), Qt::Key_Delete);
        m_window->actions().importSources->trigger();
        give(path);
        QCOMPARE(sentence(), u"1 source was added. 2 were there already."_s);
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
        QCOMPARE(this->sentence(), sentence);
    }

    void whatIsNoFileIsNotWaitedFor()
    {
        m_window->actions().importSources->trigger();
        give(m_folder->path());
        QVERIFY(sentence().endsWith(u"cannot be read."_s));
        m_window->actions().exportSources->setEnabled(true);
        m_window->actions().exportSources->trigger();
        give(m_folder->path());
        QVERIFY(sentence().endsWith(u"cannot be written."_s));
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
        QCOMPARE(sources(), QStringList{u"lure"_s});
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

QTEST_MAIN(TestSourceActions)
#include "tst_sourceactions.moc"
