// SPDX-License-Identifier: Apache-2.0
#include "circumstances.h"
#include "fit.h"
#include "windowrig.h"

#include "gui/accounts/accountwell.h"
#include "gui/accounts/existinglogin.h"
#include "gui/accounts/logindialog.h"
#include "gui/widgets/iconlabel.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>

using namespace Qt::Literals::StringLiterals;

/// The dialog by itself, where no keychain is: what it says, when it asks, and that nothing of it is cut. That it
/// signs in, with a keychain, is seen in the real window.
class TestLoginDialog : public QObject, private WindowRig
{
    Q_OBJECT

    Circumstances m_circumstances;
    std::unique_ptr<LoginDialog> m_dialog;

    void openDialog(const std::function<void(EngineOptions &)> &change = {})
    {
        EngineOptions made = options(m_hub->url());
        made.tokens = std::make_shared<TokenStore>();
        made.credentials = made.tokens;
        made.isDemo = true;  // Nobody's own logins.
        if (change)
            change(made);
        makeEngine(made);
        m_dialog = std::make_unique<LoginDialog>(m_engine.get(), m_accounts.get(), m_engine->endpoint());
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }

    template<typename T>
    T *part(const QString &name) const
    {
        return m_dialog->findChild<T *>(name);
    }
    QPushButton *action() const { return part<QPushButton>(u"act"_s); }
    QLineEdit *token() const { return m_dialog->findChild<QLineEdit *>(); }
    void showTab(int tab) const { m_dialog->findChild<QTabBar *>()->setCurrentIndex(tab); }
    bool says(const QString &sentence) const
    {
        const auto labels = m_dialog->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&sentence](const QLabel *label) {
            return label->isVisible() && label->text().contains(sentence);
        });
    }

private Q_SLOTS:
    void init() { emptyDisk(); }
    void cleanup()
    {
        m_dialog.reset();
        end();
        m_circumstances.end();
    }

    void withoutAClientIdATokenIsTheWay()
    {
        openDialog();
        QCOMPARE(m_dialog->findChild<QTabBar *>()->currentIndex(), 1);
        showTab(0);
        QVERIFY(says(u"is not registered"_s));
        QCOMPARE(action()->text(), u"Create a token on the Hub"_s);
        QVERIFY2(!action()->isEnabled(), "this Hub has no page that a browser could be sent to");
    }

    void aTokenIsMasked()
    {
        openDialog();
        QCOMPARE(token()->echoMode(), QLineEdit::Password);
        QVERIFY(token()->inputMethodHints().testFlag(Qt::ImhSensitiveData));
    }

    void whatIsTypedIsAskedAboutByEnterAlone()
    {
        openDialog();
        QTest::keyClicks(token(), u"hf_made_up"_s);
        QVERIFY(!says(u"whose it is"_s));
        QTest::keyClick(token(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(says(u"The Hub does not know this token"_s), 10'000);
        QVERIFY2(m_dialog->isVisible(), "the dialog is gone");
    }

    void whatIsPastedIsAskedAboutAtOnce()
    {
        openDialog();
        token()->insert(u"hf_made_up"_s);
        QTRY_VERIFY_WITH_TIMEOUT(says(u"The Hub does not know this token"_s), 10'000);
    }

    void noTokenIsSentToAHubOfAnotherNameUnlessSomebodySaysSo()
    {
        openDialog([](EngineOptions &made) { made.endpoint = QUrl(u"https://hub.invalid"_s); });
        auto *allow = part<QCheckBox>(u"allow"_s);
        QVERIFY(allow->isVisible());
        QVERIFY(allow->text().contains(u"hub.invalid"_s));
        token()->insert(u"hf_made_up"_s);
        QVERIFY(!action()->isEnabled());
        QVERIFY(!says(u"whose it is"_s));
        allow->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(u"The Hub's name is not known"_s) || says(u"cannot be reached"_s), 30'000);
    }

    void theHubItselfNeedsNoPermission()
    {
        openDialog([](EngineOptions &made) { made.endpoint = QUrl(u"https://huggingface.co"_s); });
        QVERIFY(!part<QCheckBox>(u"allow"_s)->isVisible());
        token()->insert(u"sk_made_up"_s);
        QTRY_VERIFY(says(u"begin with"_s));
    }

    void whatTheKeychainDoesNotTakeStaysWithHf()
    {
        m_hub = std::make_unique<SmallHub>(localhub::Server::Options{.users = {{"alice", "hf_made_up_for_alice"}}});
        Environment environment;
        environment.endpoint = m_hub->url();
        environment.tokenPath = m_folder->filePath(u"token"_s);
        QFile file(environment.tokenPath);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hf_made_up_for_alice") > 0);
        file.close();
        openDialog([&environment](EngineOptions &made) {
            made.isDemo = false;
            made.environment = environment;
        });
        QCOMPARE(m_dialog->findChild<QTabBar *>()->currentIndex(), 2);
        QTRY_VERIFY(says(u"alice"_s));
        m_dialog->findChild<ExistingLogin *>()->findChild<QCheckBox *>()->click();
        QCOMPARE(action()->text(), u"Move to keychain"_s);
        action()->click();
        auto *thisRun = part<QPushButton>(u"thisRun"_s);
        QTRY_VERIFY_WITH_TIMEOUT(thisRun->isVisible(), 70'000);  // There is no keychain on this test's bus, if any.
        showTab(1);
        QVERIFY2(!thisRun->isVisible(), "another page offers whom it does not show");
        showTab(2);
        action()->click();
        QTRY_VERIFY_WITH_TIMEOUT(thisRun->isVisible(), 70'000);
        thisRun->click();
        QTRY_VERIFY(!m_dialog->isVisible());
        QCOMPARE(m_accounts->chosen(m_hub->url())->name(), u"alice"_s);
        QVERIFY(QFile::exists(environment.tokenPath));
        QVERIFY(m_settings->accounts().isEmpty() || !m_settings->accounts().contains("alice"));
    }

    void aLongSentenceTakesMoreLinesAndNoMoreRoomBesideThem()
    {
        openDialog();
        const int width = m_dialog->width();
        auto *trouble = part<look::IconLabel>(u"trouble"_s);
        trouble->tell(u"warning"_s, models::Tone::Danger, u"The file cannot be written. "_s.repeated(8));
        QTRY_VERIFY(trouble->height() > 2 * trouble->sizeHint().height());
        QCOMPARE(fit::firstFault(m_dialog.get()), QByteArray());
        QCOMPARE(m_dialog->width(), width);
    }

    void nothingIsCut_data() { Circumstances::addRows(); }
    void nothingIsCut()
    {
        m_circumstances.begin();
        openDialog();
        for (int tab = 0; tab < 3; ++tab) {
            showTab(tab);
            QTRY_COMPARE(fit::firstFault(m_dialog.get()), QByteArray());
        }
        auto *well = m_dialog->findChild<AccountWell *>();
        Identity somebody;
        somebody.name = u"somebody-with-a-rather-long-name-for-an-account"_s;
        somebody.organisations = QStringList{u"an-organisation"_s, u"another-one"_s, u"a-third-one"_s, u"a-fourth"_s};
        somebody.tokenName = u"the token of my laptop at home"_s;
        somebody.tokenRole = u"fineGrained"_s;
        somebody.tokenExpires = QDateTime(QDate(2027, 3, 3), QTime(12, 0));
        well->setIdentity(somebody);
        showTab(1);
        well->show();
        QTRY_COMPARE(fit::firstFault(m_dialog.get()), QByteArray());
        QCOMPARE(m_circumstances.unknownTexts(), QStringList());
    }
};

QTEST_MAIN(TestLoginDialog)
#include "tst_logindialog.moc"
