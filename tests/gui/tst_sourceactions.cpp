// SPDX-License-Identifier: Apache-2.0
#include "sourcesrig.h"

#include "gui/filespage.h"
#include "gui/sources/accountbox.h"
#include "localhub/store/repository.h"
#include "models/transfermodel.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QMenu>

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
class TestSourceActions : public QObject, private SourcesRig
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

    QStringList files() const
    {
        const auto *list = page()->findChild<FilesPage *>()->findChild<QTreeView *>(u"list"_s);
        QStringList names;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            names << list->model()->index(row, 0).data().toString();
        names.sort();
        return names;
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
    void init() { openAll(); }
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
};

QTEST_MAIN(TestSourceActions)
#include "tst_sourceactions.moc"
