// SPDX-License-Identifier: Apache-2.0
#include "windowrig.h"

#include "gui/accounts/asker.h"
#include "gui/accounts/logindialog.h"
#include "gui/repopage.h"
#include "gui/widgets/factline.h"
#include "local/sources.h"
#include "models/transfermodel.h"
#include "support/faults.h"

#include <QAction>
#include <QClipboard>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;

namespace {

const QByteArray kBob("hf_made_up_for_bob");
const QByteArray kCarla("hf_made_up_for_carla");
const localhub::RepoName kName{localhub::RepoType::Model, "acme", "m"};

}  // namespace

/// A page of a Hub that is not the one that Hubdeck is set to, in the window.
class TestOtherHub : public QObject, protected WindowRig
{
    Q_OBJECT

    std::unique_ptr<SmallHub> m_other;
    QString m_commit;

    Place place(const QString &account = {}) const
    {
        return {.kind = Place::Kind::Repository,
                .location = {{RepoType::Model, u"acme/m"_s}, {}, {}},
                .hub = {m_other->url(), account}};
    }

    void signIn(const QString &name, const QByteArray &token)
    {
        bool isDone = false;
        Account account{.endpoint = m_other->url(), .identity = {}};
        account.identity.name = name;
        m_accounts->signIn(account, {token}, Accounts::Keep::ThisRun, this,
                           [&isDone](const KeychainAnswer &) { isDone = true; });
        QTRY_VERIFY(isDone);
    }

    RepoPage *page() const { return m_window->repoPage(); }
    bool isShown() const { return page()->commit() == m_commit && page()->isListed(); }
    bool isRefused() const { return page()->hasBanner() && page()->commit().isEmpty(); }

private Q_SLOTS:
    void init()
    {
        emptyDisk();
        m_other = std::make_unique<SmallHub>(
            localhub::Server::Options{.users = {{"bob", kBob, true, {"acme"}}, {"carla", kCarla}}, .faults = true});
        QVERIFY(!m_other->store().createRepo(kName, {.isPrivate = true}));
        m_commit
            = m_other->commit(kName, "main", {Change::put("README.md", "# Here"), Change::put("b/c.txt", "bytes")});
        EngineOptions made = options(m_hub->url());
        made.tokens = std::make_shared<TokenStore>();
        made.credentials = made.tokens;
        makeEngine(made);
        openWindow();
    }
    void cleanup()
    {
        end();
        m_other.reset();
    }

    void saysWhereItComesFromAndWhoAsks()
    {
        signIn(u"bob"_s, kBob);
        m_window->open(place());
        QTRY_VERIFY(isShown());
        QVERIFY(page()->findChild<QWidget *>(u"facts"_s)->accessibleName().contains(u"bob at 127.0.0.1"_s));
        QVERIFY(!page()->findChild<QPushButton *>(u"favourite"_s)->isVisible());
        QVERIFY(!m_window->actions().favourite->isEnabled());
        QVERIFY(m_settings->recentLocations().isEmpty());  // A name alone would lead to the other Hub.
        QVERIFY(m_settings->lastLocation().isEmpty());
    }

    void itsFoldersAndItsAddressStayThere()
    {
        signIn(u"bob"_s, kBob);
        m_window->open(place());
        QTRY_VERIFY(isShown());
        m_window->openLink(m_other->url().toString() + u"/acme/m/tree/main/b"_s);
        QTRY_COMPARE(page()->location().path, u"b"_s);
        QTRY_VERIFY(isShown());
        QCOMPARE(page()->crumbs().size(), 4);
        QVERIFY(!page()->placeOf(0));  // Only the set Hub is searched.
        QCOMPARE(page()->placeOf(2)->hub.endpoint, m_other->url());
        m_window->actions().up->trigger();
        QTRY_COMPARE(page()->location().path, QString());
        QTRY_VERIFY(isShown());
        m_window->openLink(u"acme/m"_s);  // A name is of the set Hub, which has no such repository.
        QTRY_VERIFY(isRefused());
        m_window->actions().back->trigger();
        QTRY_VERIFY(isShown());
    }

    void aDownloadComesFromThere()
    {
        signIn(u"bob"_s, kBob);
        m_window->open(place());
        QTRY_VERIFY(isShown());
        auto *download = page()->findChild<QPushButton *>(u"download"_s);
        QTRY_VERIFY(download->isEnabled());
        download->click();
        QTRY_VERIFY_WITH_TIMEOUT(page()->isCached(), 30'000);
        page()->findChild<QPushButton *>(u"copyCommand"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"HF_ENDPOINT="_s + m_other->url().toString()));
    }

    void whoSignsInThereSeesIt()
    {
        m_window->open(place());
        QTRY_VERIFY(isRefused());
        signIn(u"carla"_s, kCarla);
        QTRY_VERIFY(isRefused());
        QVERIFY(!isShown());
        signIn(u"bob"_s, kBob);
        QTRY_VERIFY(isShown());  // By itself.
    }

    void theAccountThatIsNamedAsks()
    {
        signIn(u"bob"_s, kBob);
        signIn(u"carla"_s, kCarla);  // Chosen by now.
        m_window->open(place());
        QTRY_VERIFY(isRefused());
        m_window->open(place(u"bob"_s));
        QTRY_VERIFY(isShown());
        m_window->actions().back->trigger();
        QTRY_VERIFY(isRefused());
    }

    void aRepositoryIsAskedForAsWhoItIsTiedTo()
    {
        signIn(u"bob"_s, kBob);
        signIn(u"carla"_s, kCarla);
        m_window.reset();
        Sources(m_settings.get())
            .add({.id = Source::newId(),
                  .name = u"mine"_s,
                  .endpoint = m_other->url(),
                  .repo = {RepoType::Model, u"Acme/m"_s},
                  .account = u"bob"_s});
        openWindow();
        m_window->open(place());
        QTRY_VERIFY(isShown());
        m_window->open(place(u"carla"_s));  // Named, and so she it is.
        QTRY_VERIFY(isRefused());
        const auto bob = m_accounts->find(m_other->url(), u"bob"_s);
        m_accounts->signOut(*bob, this, [](const KeychainAnswer &) {});
        QTRY_VERIFY(!m_accounts->find(m_other->url(), u"bob"_s));
        m_window->open(place());  // A name alone signs nobody in, and stands in nobody's way.
        QTRY_VERIFY(page()->findChild<QWidget *>(u"facts"_s)->accessibleName().contains(u"carla at"_s));
    }

    void theDialogIsOfThatHub()
    {
        m_window->open(place());
        QTRY_VERIFY(isRefused());
        for (auto *button : page()->findChildren<QPushButton *>()) {
            if (button->text() == u"Sign in"_s)
                button->click();
        }
        auto *dialog = m_window->findChild<LoginDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->endpoint(), m_other->url());
        QVERIFY(Faults(m_other->url()).log().size() > 0);
        for (const QJsonObject &line : Faults(m_other->url()).log())
            QVERIFY(!line["token"_L1].toBool());
    }
};

QTEST_MAIN(TestOtherHub)
#include "tst_otherhub.moc"
