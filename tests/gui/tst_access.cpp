// SPDX-License-Identifier: Apache-2.0
#include "windowrig.h"

#include "gui/accounts/accessdialog.h"
#include "gui/repoaccess.h"
#include "gui/repopage.h"
#include "gui/widgets/bannerplace.h"
#include "hub/hubclient.h"
#include "localhub/store/repository.h"
#include "models/transfermodel.h"
#include "transfer/transferrow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using localhub::AccessRequest;
using localhub::Change;
using localhub::RepoName;
using localhub::Token;
using Status = AccessRequest::Status;

namespace {

const QByteArray kAlice("hf_made_up_for_alice");
const QByteArray kNarrow("hf_made_up_and_narrow");
const QByteArray kUnknown("hf_made_up_and_unknown");

const RepoName kAuto{localhub::RepoType::Model, "acme", "auto"};
const RepoName kManual{localhub::RepoType::Model, "acme", "manual"};
const RepoName kForm{localhub::RepoType::Dataset, "acme", "form"};
const RepoName kOdd{localhub::RepoType::Model, "acme", "odd"};
const RepoName kSecret{localhub::RepoType::Model, "acme", "secret"};
const RepoName kOwn{localhub::RepoType::Model, "alice", "own"};

const QByteArray kCard = "---\n"
                         "extra_gated_prompt: Say who <b>you</b> are.\n"
                         "extra_gated_button_content: Tell them\n"
                         "extra_gated_fields:\n"
                         "  Company: text\n"
                         "  Country: country\n"
                         "  Since: date_picker\n"
                         "  What for:\n"
                         "    type: select\n"
                         "    options: [Study, Work]\n"
                         "  I agree: checkbox\n"
                         "---\n";
const QByteArray kOddCard = "---\nextra_gated_fields:\n  Where: ip_location\n---\n";

}  // namespace

/// What the page of a repository says to those who may not have its files, and how they get them.
class TestAccess : public QObject, protected WindowRig
{
    Q_OBJECT

    void makeHub()
    {
        m_hub = std::make_unique<SmallHub>(localhub::Server::Options{
            .users = {{"alice", kAlice}}, .tokens = {{kNarrow, "alice", Token::Role::FineGrained}}});
        makeRepo(kAuto, {.gate = localhub::Gate::Auto}, "# Gated\n");
        makeRepo(kManual, {.gate = localhub::Gate::Manual}, "# Gated\n");
        makeRepo(kForm, {.gate = localhub::Gate::Manual}, kCard);
        makeRepo(kOdd, {.gate = localhub::Gate::Auto}, kOddCard);
        makeRepo(kSecret, {.isPrivate = true}, "# Private\n");
        makeRepo(kOwn, {.isPrivate = true}, "# Private\n");
    }
    void makeRepo(const RepoName &name, const localhub::RepoInfo &info, const QByteArray &card)
    {
        QVERIFY(!m_hub->store().createRepo(name, info));
        m_hub->commit(name, "main", {Change::put("README.md", card), Change::put("a.txt", "bytes")});
    }

    /// As the authors, or alice herself, on the Hub.
    void setRequest(const RepoName &name, Status status)
    {
        const auto put = [status](localhub::AccessRequests &requests) {
            requests.put({.user = u"alice"_s, .status = status});
            return true;
        };
        QVERIFY(!m_hub->store().repository(name)->changeRequests(put));
    }
    std::optional<AccessRequest> request(const RepoName &name) const
    {
        return m_hub->store().repository(name)->state().info.requests.of(u"alice"_s);
    }

    void signIn(const QByteArray &token)
    {
        Account alice{.endpoint = m_hub->url(), .identity = {}};
        alice.identity.name = u"alice"_s;
        m_accounts->signIn(alice, {token}, Accounts::Keep::ThisRun, this, [](const KeychainAnswer &) {});
        QTRY_VERIFY(m_accounts->tokens().has(m_hub->url(), u"alice"_s));
    }
    void openRepo(const RepoName &name)
    {
        m_window->openLink((name.type == localhub::RepoType::Dataset ? u"datasets/"_s : QString())
                           + QString::fromUtf8(name.owner + '/' + name.name));
    }

    RepoPage *page() const { return m_window->repoPage(); }
    look::Banner *banner() const { return page()->findChild<look::BannerPlace *>()->banner(); }
    QString sentence() const { return banner() ? banner()->accessibleName() : QString(); }
    /// What else the banner says, below its sentence.
    bool says(const QString &words) const
    {
        const QList<QLabel *> labels = banner() ? banner()->findChildren<QLabel *>() : QList<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    /// From the one that mends on.
    QStringList buttons() const
    {
        QStringList texts;
        for (const QPushButton *button : banner() ? banner()->findChildren<QPushButton *>() : QList<QPushButton *>()) {
            if (!button->text().isEmpty() && button->text() != "Details"_L1)
                texts << button->text();
        }
        return texts;
    }
    void press(const QString &text)
    {
        QPushButton *found = nullptr;
        for (QPushButton *button : banner()->findChildren<QPushButton *>()) {
            if (button->text() == text)
                found = button;
        }
        QVERIFY2(found, qPrintable(text));
        found->click();
    }
    AccessDialog *dialog() const { return m_window->findChild<AccessDialog *>(); }
    QPushButton *askButton() const { return dialog()->findChild<QPushButton *>(u"ask"_s); }
    template<typename Editor>
    Editor *field(const QString &name) const
    {
        for (Editor *editor : dialog()->findChildren<Editor *>()) {
            if (editor->accessibleName() == name)
                return editor;
        }
        return nullptr;
    }
    QPushButton *downloadButton() const { return m_window->findChild<QPushButton *>(u"download"_s); }
    /// The page is there, and nothing keeps anybody from its files.
    bool isOpen() const { return page()->isListed() && !banner() && downloadButton()->isEnabled(); }

private Q_SLOTS:
    void init()
    {
        end();
        makeHub();
        emptyDisk();
        EngineOptions made = options(m_hub->url());
        made.tokens = std::make_shared<TokenStore>();
        made.credentials = made.tokens;
        makeEngine(made);
        openWindow();
        page()->findChild<RepoAccess *>()->setFirstPause(1ms);
    }
    void cleanup() { end(); }

    void whatStandsInTheWayIsSaidWithTheOneWayPastIt_data()
    {
        QTest::addColumn<RepoName>("repo");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("buttons");

        constexpr int kNotAsked = -1;
        const QString gated = u"This repository is gated"_s;
        const QString another = u"Use another account"_s;
        const auto row = [](const char *title, const RepoName &repo, const QByteArray &token, int status,
                            const QString &sentence, const QString &line, const QStringList &buttons) {
            QTest::newRow(title) << repo << token << status << sentence << line << buttons;
        };
        row("nobody is signed in", kAuto, {}, kNotAsked, gated, u"Sign in, then"_s, {u"Sign in"_s});
        row("nobody asked where all are let in", kAuto, kAlice, kNotAsked, gated,
            u"You are signed in as alice. Requests are answered automatically"_s, {u"Request access"_s, another});
        row("nobody asked where the authors decide", kManual, kAlice, kNotAsked, gated,
            u"You are signed in as alice. Requests are answered by its authors."_s, {u"Request access"_s, another});
        row("the authors have not looked yet", kManual, kAlice, int(Status::Pending),
            u"Your request for access waits"_s, u"looks again by itself"_s, {u"Look again"_s});
        row("the authors said no", kManual, kAlice, int(Status::Rejected), u"The authors have declined"_s, u"alice"_s,
            {another});
        row("the token may not, but alice may", kManual, kNarrow, int(Status::Accepted),
            u"Your token may not read gated repositories"_s, {}, {another});
        row("the token lacks a permission", kOwn, kNarrow, kNotAsked, u"Your token lacks a permission"_s,
            u"repo.content.read"_s, {another});
        row("the token is nobody's", kAuto, kUnknown, kNotAsked, u"Your token is not valid any more"_s, {},
            {u"Sign in"_s});
        row("it may be private, and nobody is signed in", kSecret, {}, kNotAsked,
            u"This repository does not exist, or it is private"_s, {}, {u"Sign in"_s});
        row("it is somebody else's and private", kSecret, kAlice, kNotAsked,
            u"This repository does not exist, or your account may not see it."_s, {},
            {u"Edit the location"_s, another});
    }

    void whatStandsInTheWayIsSaidWithTheOneWayPastIt()
    {
        QFETCH(const RepoName, repo);
        QFETCH(const QByteArray, token);
        QFETCH(const int, status);
        QFETCH(const QString, sentence);
        QFETCH(const QString, line);
        if (status >= 0)
            setRequest(repo, Status(status));
        if (!token.isEmpty())
            signIn(token);
        openRepo(repo);
        QTRY_VERIFY2(this->sentence().startsWith(sentence), qPrintable(this->sentence()));
        QVERIFY2(says(line), qPrintable(line));
        QTEST(buttons(), "buttons");
        QVERIFY(!downloadButton()->isEnabled());
    }

    void whoIsLetInIsToldNothing_data()
    {
        QTest::addColumn<RepoName>("repo");
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("who was accepted") << kManual << kAlice;
        QTest::newRow("whose it is") << kOwn << kAlice;
    }
    void whoIsLetInIsToldNothing()
    {
        QFETCH(const RepoName, repo);
        QFETCH(const QByteArray, token);
        setRequest(repo, Status::Accepted);
        signIn(token);
        openRepo(repo);
        QTRY_VERIFY(isOpen());
    }

    void whoAsksIsLetInAndTheRefusedDownloadGoesOn()
    {
        signIn(kAlice);
        m_engine->download({.repo = {RepoType::Model, u"acme/auto"_s}});
        const auto state = [&] {
            const QModelIndex row = m_window->transfers()->index(0, 0);
            return row.data(TransferModel::RowRole).value<TransferRow>().state;
        };
        QTRY_COMPARE(m_window->transfers()->rowCount(), 1);
        QTRY_COMPARE(state(), TransferRow::State::Failed);
        openRepo(kAuto);
        QTRY_VERIFY(buttons().contains(u"Request access"_s));
        press(u"Request access"_s);
        QTRY_VERIFY(dialog());
        QVERIFY(askButton()->isEnabled());  // Nothing else is asked.
        askButton()->click();
        QTRY_VERIFY(!dialog());
        QTRY_VERIFY(page()->isListed() && !banner());
        QTRY_COMPARE(state(), TransferRow::State::Succeeded);
        QVERIFY(request(kAuto));
    }

    void aRequestThatWaitsIsLookedAtAgainByItself()
    {
        signIn(kAlice);
        openRepo(kManual);
        QTRY_VERIFY(buttons().contains(u"Request access"_s));
        press(u"Request access"_s);
        QTRY_VERIFY(dialog());
        askButton()->click();
        QTRY_VERIFY(!dialog());
        QTRY_VERIFY(sentence().startsWith(u"Your request for access waits"_s));
        QVERIFY2(banner()->isVisible(), "a banner in the place of another one is not seen");
        setRequest(kManual, Status::Accepted);
        QTRY_VERIFY(isOpen());
    }

    void whatIsNotSeenDoesNotLook()
    {
        setRequest(kManual, Status::Pending);
        signIn(kAlice);
        openRepo(kManual);
        QTRY_VERIFY(sentence().startsWith(u"Your request for access waits"_s));
        m_window->open({Place::Kind::Transfers, {}});
        QTRY_VERIFY(m_engine->hub()->network()->findChildren<QNetworkReply *>().isEmpty());  // Nothing is under way.
        setRequest(kManual, Status::Rejected);
        QTest::qWait(50);  // Many pauses long.
        QVERIFY(sentence().startsWith(u"Your request for access waits"_s));
        m_window->actions().back->trigger();
        QTRY_VERIFY(sentence().startsWith(u"The authors have declined"_s));
    }

    void somebodyElseIsAskedForAnew()
    {
        setRequest(kManual, Status::Accepted);
        openRepo(kManual);
        QTRY_COMPARE(buttons(), QStringList{u"Sign in"_s});
        signIn(kAlice);
        QTRY_VERIFY(isOpen());
    }

    void theFormIsTheAuthors()
    {
        signIn(kAlice);
        openRepo(kForm);
        QTRY_VERIFY(buttons().contains(u"Request access"_s));
        press(u"Request access"_s);
        QTRY_VERIFY(dialog());
        const auto *prompt = dialog()->findChild<QLabel *>(u"prompt"_s);
        QCOMPARE(prompt->text(), u"Say who <b>you</b> are."_s);
        QCOMPARE(prompt->textFormat(), Qt::PlainText);
        QCOMPARE(askButton()->text(), u"Tell them"_s);
        QVERIFY(!askButton()->isEnabled());
        field<QLineEdit>(u"Company"_s)->setText(u"Pumps & Sons"_s);
        auto *country = field<QComboBox>(u"Country"_s);
        country->setCurrentIndex(country->findText(u"Germany"_s));
        auto *purpose = field<QComboBox>(u"What for"_s);
        QCOMPARE(purpose->count(), 2);
        purpose->setCurrentIndex(1);
        field<QCheckBox>(u"I agree"_s)->setChecked(true);
        QVERIFY(!askButton()->isEnabled());
        auto *since = field<QDateEdit>(u"Since"_s);
        QCOMPARE(since->text(), u"Choose a date"_s);
        const QColor hint = since->palette().color(QPalette::Text);
        since->setDate({2020, 2, 29});
        QVERIFY(since->text().contains(u"2020"_s));
        QVERIFY(since->palette().color(QPalette::Text) != hint);
        QVERIFY(askButton()->isEnabled());
        field<QCheckBox>(u"I agree"_s)->setChecked(false);
        QVERIFY(!askButton()->isEnabled());
        field<QCheckBox>(u"I agree"_s)->setChecked(true);
        askButton()->click();
        QTRY_VERIFY(sentence().startsWith(u"Your request for access waits"_s));
        const QJsonObject answers{{u"Company"_s, u"Pumps & Sons"_s},
                                  {u"Country"_s, u"Germany"_s},
                                  {u"Since"_s, u"2020-02-29"_s},
                                  {u"What for"_s, u"Work"_s},
                                  {u"I agree"_s, u"on"_s}};
        QCOMPARE(request(kForm)->fields, answers);
    }

    void whatCannotBeAskedHereIsForTheHubsPage()
    {
        signIn(kAlice);
        openRepo(kOdd);
        QTRY_VERIFY(buttons().contains(u"Request access"_s));
        press(u"Request access"_s);
        QTRY_VERIFY(says(u"only a page in the web can ask"_s));  // It is https alone that is opened.
        QVERIFY(!dialog());
        QVERIFY(!downloadButton()->isEnabled());
    }

    void aRequestThatFailsIsSaidInTheDialog()
    {
        signIn(kAlice);
        openRepo(kAuto);
        QTRY_VERIFY(buttons().contains(u"Request access"_s));
        press(u"Request access"_s);
        QTRY_VERIFY(dialog());
        m_hub->stop();
        askButton()->click();
        QVERIFY(!askButton()->isEnabled());
        QTRY_VERIFY(askButton()->isEnabled());
        const auto *trouble = dialog()->findChild<QLabel *>(u"trouble"_s);
        QVERIFY(trouble->isVisible());
        QCOMPARE(trouble->text(), u"The Hub cannot be reached."_s);
        m_hub->start();
        askButton()->click();
        QTRY_VERIFY(!dialog());
        QTRY_VERIFY(page()->isListed() && !banner());
    }
};

QTEST_MAIN(TestAccess)
#include "tst_access.moc"
