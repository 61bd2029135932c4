// SPDX-License-Identifier: Apache-2.0
#include "circumstances.h"
#include "fit.h"
#include "windowrig.h"

#include "gui/accounts/logindialog.h"
#include "gui/accounts/signin.h"
#include "gui/sources/accountbox.h"
#include "gui/sources/sourcedialog.h"
#include "support/scriptedhub.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;
using localhub::RepoName;

static const QByteArray kAlice("hf_made_up_for_alice");
static const RepoName kOpen{localhub::RepoType::Model, "acme", "open"};
static const RepoName kWords{localhub::RepoType::Dataset, "acme", "words"};
static const RepoName kSecret{localhub::RepoType::Dataset, "alice", "secret"};

/// The form of a source by itself, on a Hub where alice has something private.
class TestSourceDialog : public QObject, private WindowRig
{
    Q_OBJECT

    Circumstances m_circumstances;
    std::unique_ptr<QWidget> m_parent;
    std::unique_ptr<SignIn> m_signIn;
    std::unique_ptr<SourceDialog> m_form;
    QString m_openCommit;

    void openForm(const QUrl &endpoint = {})
    {
        EngineOptions made = options(endpoint.isValid() ? endpoint : m_hub->url());
        made.tokens = std::make_shared<TokenStore>();
        made.credentials = made.tokens;
        made.isDemo = true;  // Nobody's own logins.
        m_signIn.reset();
        makeEngine(made);
        m_accounts = std::make_unique<Accounts>(m_settings.get(), &m_keychain, made.tokens);
        m_parent = std::make_unique<QWidget>();
        m_signIn = std::make_unique<SignIn>(m_engine.get(), m_accounts.get(), m_parent.get());
        m_signIn->setParent(nullptr);
        m_form = std::make_unique<SourceDialog>(m_engine.get(), m_signIn.get(),
                                                QList<QUrl>{QUrl(u"https://hub.example.org/base"_s)});
        m_form->setAttribute(Qt::WA_DeleteOnClose, false);
        m_form->show();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
    }
    void signIn(const QUrl &endpoint)
    {
        Account alice{.endpoint = endpoint, .identity = {}};
        alice.identity.name = u"alice"_s;
        m_accounts->signIn(alice, {kAlice}, Accounts::Keep::ThisRun, this, [](const KeychainAnswer &) {});
        QTRY_VERIFY(m_accounts->tokens().has(endpoint, u"alice"_s));
    }

    template<typename T>
    T *part(const QString &name) const
    {
        return m_form->findChild<T *>(name);
    }
    QLineEdit *repo() const { return part<QLineEdit>(u"repo"_s); }
    QLineEdit *revision() const { return part<QLineEdit>(u"revision"_s); }
    QLineEdit *name() const { return part<QLineEdit>(u"name"_s); }
    QComboBox *kind() const { return part<QComboBox>(u"kind"_s); }
    QComboBox *hub() const { return part<QComboBox>(u"hub"_s); }
    AccountBox *account() const { return part<AccountBox>(u"account"_s); }
    QCheckBox *pin() const { return part<QCheckBox>(u"pin"_s); }
    QPushButton *button(const QString &name) const { return part<QPushButton>(name); }
    QString note(const QString &field) const
    {
        const auto *label = part<QLabel>(field + u"Note"_s);
        return label->isVisible() ? label->text() : QString();
    }
    QString result() const { return part<QLabel>(u"result"_s)->text(); }
    QString mend() const { return button(u"mend"_s)->isVisible() ? button(u"mend"_s)->text() : QString(); }
    /// A box of choices has its own text for a name on Unix: there its label names it.
    static QString spokenName(QWidget *widget)
    {
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        const auto labels = face->relations(QAccessible::Label);
        return (labels.isEmpty() ? face : labels.constFirst().first)->text(QAccessible::Name).remove(u'&');
    }
    void test() const { button(u"test"_s)->click(); }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        m_hub = std::make_unique<SmallHub>(localhub::Server::Options{.users = {{"alice", kAlice}}});
        m_openCommit = m_hub->commit(kOpen, "main", {Change::put("README.md", "# x\n")});
        m_hub->commit(kWords, "main", {Change::put("README.md", "# x\n")});
        QVERIFY(!m_hub->store().createRepo(kSecret, {.isPrivate = true}));
        m_hub->commit(kSecret, "main", {Change::put("README.md", "# x\n")});
    }
    void init() { emptyDisk(); }
    void cleanup()
    {
        m_form.reset();
        m_signIn.reset();
        m_parent.reset();
        end();
        m_circumstances.end();
    }

    void aPastedLinkFillsTheForm()
    {
        openForm();
        repo()->insert(u"https://hub.example.org/base/datasets/acme/words/tree/feat%2Fx/a"_s);
        QCOMPARE(repo()->text(), u"acme/words"_s);
        QCOMPARE(kind()->currentIndex(), int(RepoType::Dataset));
        QCOMPARE(revision()->text(), u"feat/x"_s);
        QCOMPARE(hub()->currentText(), u"https://hub.example.org/base"_s);
        QCOMPARE(name()->text(), u"words"_s);
        QVERIFY(button(u"save"_s)->isEnabled());
        QCOMPARE(m_engine->endpoint(), m_hub->url());
    }

    void whatIsTypedIsTakenWhenItIsDone()
    {
        openForm();
        QTest::keyClicks(repo(), u"datasets/acme/words@v1"_s);
        QCOMPARE(repo()->text(), u"datasets/acme/words@v1"_s);
        QTest::keyClick(repo(), Qt::Key_Tab);
        QCOMPARE(repo()->text(), u"acme/words"_s);
        QCOMPARE(kind()->currentIndex(), int(RepoType::Dataset));
        QCOMPARE(revision()->text(), u"v1"_s);
    }

    void theNameFollowsTheRepositoryUntilSomebodyTypes()
    {
        openForm();
        QTest::keyClicks(repo(), u"acme/open"_s);
        QCOMPARE(name()->text(), u"open"_s);
        name()->clear();
        QTest::keyClicks(name(), u"Mine"_s);
        repo()->setText(u"acme/other"_s);
        QCOMPARE(name()->text(), u"Mine"_s);
    }

    void whatCannotBeIsSaidAtItsFieldAndNotSaved_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("note");
        QTest::newRow("no repository") << u"repo"_s << u"a b"_s << u"This names no repository"_s;
        QTest::newRow("a revision that climbs") << u"revision"_s << u"../x"_s << u"No branch, tag or commit"_s;
        QTest::newRow("a name of what nobody sees") << u"name"_s << u"a\u202eb"_s << u"This name has characters"_s;
    }

    void whatCannotBeIsSaidAtItsFieldAndNotSaved()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, text);
        QFETCH(const QString, note);
        openForm();
        repo()->setText(u"acme/open"_s);
        QVERIFY(button(u"save"_s)->isEnabled());
        part<QLineEdit>(field)->setText(text);
        QVERIFY2(this->note(field).startsWith(note), qPrintable(this->note(field)));
        QVERIFY(!button(u"save"_s)->isEnabled());
    }

    void aHubIsAnAddressOfTheWeb()
    {
        openForm();
        repo()->setText(u"acme/open"_s);
        hub()->setEditText(u"hub.example.org/"_s);
        QVERIFY(button(u"save"_s)->isEnabled());
        QCOMPARE(m_form->source().endpoint, QUrl(u"https://hub.example.org"_s));
        hub()->setEditText(u"file:///etc"_s);
        QVERIFY(note(u"hub"_s).startsWith(u"This is no http or https address"_s));
        QVERIFY(!button(u"save"_s)->isEnabled());
        hub()->setEditText(u"http://hub.example.org"_s);
        QVERIFY(note(u"hub"_s).contains(u"no token is sent"_s));
        QVERIFY(button(u"save"_s)->isEnabled());
        QCOMPARE(account()->count(), 1);  // Nobody is asked to sign in there.
    }

    void theTestSaysWhatIsThere()
    {
        openForm();
        repo()->setText(u"acme/open"_s);
        QVERIFY(result().startsWith(u"Not tested yet"_s));
        test();
        QVERIFY(!button(u"test"_s)->isEnabled());
        QTRY_COMPARE(result(), u"Model · commit "_s + m_openCommit.first(7));
        QCOMPARE(mend(), QString());
        revision()->setText(u"gone"_s);
        QVERIFY(result().startsWith(u"Not tested yet"_s));
        test();
        QTRY_COMPARE(mend(), u"Use main"_s);
        QVERIFY(button(u"save"_s)->isEnabled());
        button(u"mend"_s)->click();
        QTRY_COMPARE(result(), u"Model · commit "_s + m_openCommit.first(7));
        QCOMPARE(revision()->text(), QString());
    }

    void whatIsPrivateIsThereForWhoSignsIn()
    {
        openForm();
        repo()->insert(u"datasets/alice/secret"_s);
        test();
        QTRY_COMPARE(mend(), u"Sign in"_s);
        QVERIFY(result().contains(u"or it is private"_s));
        button(u"mend"_s)->click();
        QVERIFY(m_parent->findChild<LoginDialog *>());
        signIn(m_hub->url());
        QTRY_VERIFY2(result().startsWith(u"Dataset · private · commit"_s), qPrintable(result()));
        QCOMPARE(account()->account(), QString());
        QVERIFY(account()->findText(u"alice"_s) > 0);
    }

    void whoSignsInFromTheListIsTheAccount()
    {
        openForm();
        repo()->setText(u"acme/open"_s);
        const int last = account()->count() - 1;
        QCOMPARE(account()->itemText(last), u"Sign in with another account…"_s);
        account()->setFocus();
        QTest::keyClick(account(), Qt::Key_End);  // Whoever steps through the list does not want to.
        QVERIFY(!m_parent->findChild<LoginDialog *>());
        QCOMPARE(account()->currentIndex(), 0);
        account()->setCurrentIndex(last);
        Q_EMIT account()->activated(last);
        QVERIFY(m_parent->findChild<LoginDialog *>());
        QCOMPARE(account()->currentIndex(), 0);
        signIn(m_hub->url());
        QTRY_COMPARE(account()->account(), u"alice"_s);
        QCOMPARE(m_form->source().account, u"alice"_s);
    }

    void anotherHubsAddressAsksBeforeATokenGoesThere()
    {
        openForm();
        hub()->setEditText(u"https://hub.invalid"_s);
        account()->signIn(true);
        auto *dialog = m_parent->findChild<LoginDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->endpoint(), QUrl(u"https://hub.invalid"_s));
        auto *allow = dialog->findChild<QCheckBox *>(u"allow"_s);
        QVERIFY(!allow->isHidden() && !allow->isChecked());
        QVERIFY(allow->text().contains(u"hub.invalid"_s));
    }

    void noTokenOfOneHubGoesToAnother()
    {
        ScriptedHub other;
        other.answer = [](const ScriptedHub::Request &) { return ScriptedHub::Answer{.status = 401}; };
        openForm();
        signIn(m_hub->url());
        m_form->setSource({.id = Source::newId(),
                           .name = u"lured"_s,
                           .endpoint = other.url(),
                           .repo = {RepoType::Model, u"acme/open"_s},
                           .account = u"alice"_s});
        QVERIFY(note(u"account"_s).startsWith(u"alice is not signed in at this Hub"_s));
        test();
        QTRY_COMPARE(mend(), u"Sign in"_s);
        QCOMPARE(other.requests.size(), 1);  // In one call.
        for (const ScriptedHub::Request &request : std::as_const(other.requests))
            QVERIFY(!request.headers.contains("authorization"));
        signIn(other.url());  // Now somebody is.
        QCOMPARE(note(u"account"_s), QString());
        test();
        QTRY_COMPARE(other.requests.size(), 2);
        QCOMPARE(other.requests.constLast().headers.value("authorization"), "Bearer " + kAlice);
    }

    void aPinnedOneStaysAtTheCommitOfToday()
    {
        openForm();
        const QSignalSpy saved(m_form.get(), &SourceDialog::saved);
        repo()->setText(u"acme/open"_s);
        QCOMPARE(pin()->text(), u"Stay at the commit of today"_s);
        pin()->click();
        button(u"save"_s)->click();  // Finds it out first.
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(!m_form->isVisible());
        const auto source = saved[0][0].value<Source>();
        QCOMPARE(source.commit, m_openCommit);
        QCOMPARE(source.revision, QString());
    }

    void aTestBeforeItKnowsTheCommit()
    {
        openForm();
        repo()->setText(u"acme/open"_s);
        test();
        QTRY_VERIFY(result().startsWith(u"Model"_s));
        pin()->click();
        QCOMPARE(pin()->text(), u"Stay at commit "_s + m_openCommit.first(7));
        QCOMPARE(m_form->source().commit, m_openCommit);
        pin()->click();
        QCOMPARE(m_form->source().commit, QString());
        QVERIFY(result().startsWith(u"Model"_s));
        pin()->click();
        revision()->setText(u"v1"_s);  // Its commit is another.
        QCOMPARE(pin()->text(), u"Stay at the commit of today"_s);
        QCOMPARE(m_form->source().commit, QString());
    }

    void withoutTheHubItIsSavedButNotPinned()
    {
        m_hub->stop();
        openForm(QUrl(u"http://127.0.0.1:1"_s));
        const QSignalSpy saved(m_form.get(), &SourceDialog::saved);
        repo()->setText(u"acme/open"_s);
        pin()->click();
        button(u"save"_s)->click();
        QTRY_VERIFY2(result().contains(u"so nothing was saved"_s), qPrintable(result()));
        QCOMPARE(saved.size(), 0);
        pin()->click();
        test();
        QTRY_VERIFY2(result().endsWith(u"It can be saved all the same."_s) && !mend().isEmpty(), qPrintable(result()));
        button(u"save"_s)->click();
        QCOMPARE(saved.size(), 1);
        m_hub->start();
    }

    void whatIsEditedStaysWhoItIs()
    {
        openForm();
        const Source source{.id = Source::newId(),
                            .name = u"My words"_s,
                            .endpoint = QUrl(u"https://hub.example.org/base"_s),
                            .repo = {RepoType::Dataset, u"acme/words"_s},
                            .revision = u"v1.0"_s,
                            .commit = QString(40, u'a'),
                            .account = u"bob"_s};
        m_form->setSource(source);
        QCOMPARE(m_form->source(), source);
        QCOMPARE(m_form->windowTitle(), u"Edit the source"_s);
        const QSignalSpy saved(m_form.get(), &SourceDialog::saved);
        name()->setText(u"Words"_s);
        button(u"save"_s)->click();
        QCOMPARE(saved.size(), 1);
        Source renamed = source;
        renamed.name = u"Words"_s;
        QCOMPARE(saved[0][0].value<Source>(), renamed);
    }

    void theKeyboardIsEnough()
    {
        openForm();
        const QSignalSpy saved(m_form.get(), &SourceDialog::saved);
        QCOMPARE(QApplication::focusWidget(), repo());
        QTest::keyClicks(repo(), u"acme/words"_s);
        QStringList names;
        for (int step = 0; step < 12 && QApplication::focusWidget() != button(u"save"_s); ++step) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            names << spokenName(QApplication::focusWidget());
        }
        QCOMPARE(names,
                 (QStringList{u"Kind"_s, u"Hub"_s, u"Revision"_s, u"Stay at the commit of today"_s, u"Account"_s,
                              u"Name"_s, u"Test"_s, u"Cancel"_s, u"Save"_s}));
        kind()->setFocus();
        QTest::keyClick(kind(), Qt::Key_Down);
        button(u"test"_s)->setFocus();
        QTest::keyClick(button(u"test"_s), Qt::Key_Space);
        QTRY_VERIFY(result().startsWith(u"Dataset"_s));
        QTest::keyClick(repo(), Qt::Key_Return);
        QCOMPARE(saved.size(), 1);
        m_form->show();
        QTest::keyClick(m_form.get(), Qt::Key_Escape);
        QVERIFY(!m_form->isVisible());
        QCOMPARE(saved.size(), 1);
    }

    void nothingIsCut_data() { Circumstances::addRows(); }
    void nothingIsCut()
    {
        m_circumstances.begin();
        openForm();
        QTRY_COMPARE(fit::firstFault(m_form.get()), QByteArray());
        m_form->setSource({.id = Source::newId(),
                           .name = QString(100, u'n'),
                           .endpoint = QUrl(u"http://a-hub-of-somebody-with-a-long-name.example.org:8080/base"_s),
                           .repo = {RepoType::Dataset, u"somebody/a-repository-with-a-name-that-is-rather-long"_s},
                           .revision = u"a revision"_s,
                           .account = u"somebody-with-a-rather-long-name"_s});
        QTRY_COMPARE(fit::firstFault(m_form.get()), QByteArray());
        m_form->setSource({.endpoint = m_hub->url(), .repo = {RepoType::Dataset, u"alice/secret"_s}});
        test();
        QTRY_VERIFY(!mend().isEmpty());
        QTRY_COMPARE(fit::firstFault(m_form.get()), QByteArray());
        QCOMPARE(m_circumstances.unknownTexts(), QStringList());
    }
};

QTEST_MAIN(TestSourceDialog)
#include "tst_sourcedialog.moc"
