// SPDX-License-Identifier: Apache-2.0
#include "circumstances.h"
#include "fit.h"
#include "windowrig.h"

#include "gui/aboutdialog.h"
#include "gui/settingsdialog.h"
#include "gui/shortcutsdialog.h"
#include "gui/widgets/iconlabel.h"
#include "local/environment.h"

#include <QAction>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;

/// The dialogs of the menu, opened by their actions.
class TestDialogs : public QObject, protected WindowRig
{
    Q_OBJECT

    Circumstances m_circumstances;

    template<typename Dialog>
    Dialog *opened(QAction *action)
    {
        action->trigger();
        auto *dialog = m_window->findChild<Dialog *>();
        return dialog && QTest::qWaitForWindowExposed(dialog) ? dialog : nullptr;
    }

    /// The settings on an engine that was made with \a change.
    SettingsDialog *settings(const std::function<void(EngineOptions &)> &change = {})
    {
        EngineOptions made = options(m_hub->url());
        made.defaultEndpoint = made.endpoint;
        made.defaultCacheRoot = made.cacheRoot;
        if (change)
            change(made);
        makeEngine(made);
        openWindow();
        return opened<SettingsDialog>(m_window->actions().settings);
    }

    static QLineEdit *field(const QDialog *dialog, const char *name)
    {
        return dialog->findChild<QLineEdit *>(QLatin1String(name));
    }
    static QString note(const QDialog *dialog, const char *name)
    {
        const auto *label = dialog->findChild<look::IconLabel *>(QLatin1String(name) + "Note"_L1);
        return label->isHidden() ? QString() : label->text();
    }
    static void enter(QLineEdit *edit, const QString &text)
    {
        edit->setText(text);
        Q_EMIT edit->editingFinished();
    }

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }

    void init()
    {
        emptyDisk();
        makeEngine();
    }

    void cleanup()
    {
        end();
        m_circumstances.end();
    }

    void anotherHubCountsFromTheNextStart()
    {
        SettingsDialog *dialog = settings();
        QVERIFY(dialog);
        QCOMPARE(note(dialog, "endpoint"), QString());
        enter(field(dialog, "endpoint"), u"https://hub.example.org/"_s);
        QCOMPARE(m_settings->endpoint(), QUrl(u"https://hub.example.org"_s));
        QCOMPARE(note(dialog, "endpoint"), u"Counts from the next start on."_s);
        EngineOptions next = EngineOptions::of({});
        next.adopt(*m_settings, Environment::of({}));
        QCOMPARE(next.endpoint, QUrl(u"https://hub.example.org"_s));
        dialog->findChild<QPushButton *>(u"restore"_s)->click();  // Of the page in front: nothing of this one.
        QVERIFY(m_settings->endpoint().isValid());
    }

    void whatIsNoAddressIsRefusedAndNotKept_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::newRow("a hub of no scheme") << u"endpoint"_s << u"hub.example.org"_s;
        QTest::newRow("a hub on this disk") << u"endpoint"_s << u"file:///etc/passwd"_s;
        QTest::newRow("a proxy of another scheme") << u"proxy"_s << u"ftp://proxy.example.org:80"_s;
        QTest::newRow("a proxy with a password") << u"proxy"_s << u"http://me:secret@proxy.example.org:80"_s;
        QTest::newRow("a proxy with a path") << u"proxy"_s << u"http://proxy.example.org/pac"_s;
    }

    void whatIsNoAddressIsRefusedAndNotKept()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        SettingsDialog *dialog = settings();
        QVERIFY(dialog);
        enter(dialog->findChild<QLineEdit *>(name), text);
        QVERIFY(!note(dialog, name.toLatin1().constData()).isEmpty());
        QVERIFY(!m_settings->endpoint().isValid());
        QCOMPARE(m_settings->proxy(), QString());
    }

    void aProxyIsUnderstoodWithoutItsScheme()
    {
        SettingsDialog *dialog = settings();
        QVERIFY(dialog);
        enter(field(dialog, "proxy"), u"proxy.example.org:3128"_s);
        QCOMPARE(m_settings->proxy(), u"http://proxy.example.org:3128"_s);
        enter(field(dialog, "proxy"), QString());
        QCOMPARE(m_settings->proxy(), QString());
        QCOMPARE(note(dialog, "proxy"), QString());
    }

    void theEnvironmentsOwnCannotBeChosen()
    {
        SettingsDialog *dialog = settings([](EngineOptions &made) {
            made.overriding = {u"HF_HOME"_s, u"HF_ENDPOINT"_s, u"HTTPS_PROXY"_s};
        });
        QVERIFY(dialog);
        QVERIFY(!field(dialog, "endpoint")->isEnabled());
        QCOMPARE(field(dialog, "endpoint")->text(), m_hub->url().toString());
        QVERIFY(note(dialog, "endpoint").startsWith(u"Set by HF_ENDPOINT in the environment."_s));
        QVERIFY(note(dialog, "proxy").startsWith(u"Set by HTTPS_PROXY in the environment."_s));
        QVERIFY(note(dialog, "cache").startsWith(u"Set by HF_HOME in the environment."_s));
        QVERIFY(!dialog->findChild<QPushButton *>(u"choose"_s)->isEnabled());
    }

    void whatTheEnvironmentSaysCountsBeforeWhatWasChosen()
    {
        m_settings->setEndpoint(QUrl(u"https://mirror.example.org"_s));
        m_settings->setCacheFolder(u"/somewhere/else"_s);
        QProcessEnvironment variables;
        variables.insert(u"HF_ENDPOINT"_s, u"https://hub.example.org"_s);
        variables.insert(u"HF_HOME"_s, u"/data"_s);
        EngineOptions next = EngineOptions::of(variables);
        next.adopt(*m_settings, Environment::of(variables));
        QCOMPARE(next.endpoint, QUrl(u"https://hub.example.org"_s));
        QCOMPARE(next.cacheRoot, u"/data/hub"_s);
    }

    void theEnvironmentsTokenIsNotForAHubThatWasChosen()
    {
        m_settings->setEndpoint(QUrl(u"https://mirror.example.org"_s));
        QProcessEnvironment variables;
        variables.insert(u"HF_TOKEN"_s, u"hf_secret"_s);
        variables.insert(u"HF_HOME"_s, m_folder->path());
        EngineOptions next = EngineOptions::of(variables);
        next.adopt(*m_settings, Environment::of(variables));
        QCOMPARE(next.endpoint, QUrl(u"https://mirror.example.org"_s));
        QCOMPARE(next.credentials->token(next.endpoint, {}), QByteArray());
        QCOMPARE(next.credentials->token(QUrl(u"https://huggingface.co"_s), {}), QByteArray("hf_secret"));
    }

    void theDemoBringsItsOwn()
    {
        SettingsDialog *dialog = settings([](EngineOptions &made) { made.isDemo = true; });
        QVERIFY(dialog);
        for (const char *name : {"endpoint", "proxy", "cache"}) {
            QVERIFY(!field(dialog, name)->isEnabled());
            QCOMPARE(note(dialog, name), u"The demo brings its own."_s);
        }
    }

    void theAppearanceChangesAtOnce()
    {
        SettingsDialog *dialog = settings();
        QVERIFY(dialog);
        dialog->findChild<QRadioButton *>(u"darkLook"_s)->click();
        QCOMPARE(m_settings->appearance(), Settings::Appearance::Dark);
        dialog->findChild<QRadioButton *>(u"lightLook"_s)->toggle();  // As assistive tools do.
        QCOMPARE(m_settings->appearance(), Settings::Appearance::Light);
        dialog->findChild<QPushButton *>(u"restore"_s)->click();
        QCOMPARE(m_settings->appearance(), Settings::Appearance::System);
        QVERIFY(dialog->findChild<QRadioButton *>(u"systemLook"_s)->isChecked());
    }

    void theLimitsOfTransfersCountAtOnce()
    {
        SettingsDialog *dialog = settings();
        QVERIFY(dialog);
        auto *atOnce = dialog->findChild<QSpinBox *>(u"atOnce"_s);
        auto *limit = dialog->findChild<QPushButton *>(u"limit"_s);
        QCOMPARE(atOnce->value(), 8);
        QCOMPARE(atOnce->maximum(), 8);
        QCOMPARE(atOnce->minimum(), 1);
        QCOMPARE(limit->text(), u"No speed limit"_s);
        atOnce->setValue(3);
        QCOMPARE(m_settings->downloadsAtOnce(), 3);
        limit->click();
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        menu->actions().constLast()->trigger();
        menu->close();
        QCOMPARE(m_settings->speedLimit(), 100'000'000);
        QCOMPARE(limit->text(), u"Limit 100 MB/s"_s);
        auto *pages = dialog->findChild<QTreeView *>();
        pages->setCurrentIndex(pages->model()->index(2, 0));
        dialog->findChild<QPushButton *>(u"restore"_s)->click();
        QCOMPARE(m_settings->downloadsAtOnce(), 0);
        QCOMPARE(m_settings->speedLimit(), 0);
        QCOMPARE(atOnce->value(), 8);
        QCOMPARE(limit->text(), u"No speed limit"_s);
    }

    void whatWasWrittenByHandIsTakenAsFarAsItCanBe()
    {
        m_settings->setDownloadsAtOnce(1000);
        QCOMPARE(settings()->findChild<QSpinBox *>(u"atOnce"_s)->value(), 8);
        m_settings->setDownloadsAtOnce(-5);
        QCOMPARE(settings()->findChild<QSpinBox *>(u"atOnce"_s)->value(), 8);
    }

    void everyKeyOfTheWindowIsListed()
    {
        openWindow();
        auto *dialog = opened<ShortcutsDialog>(m_window->actions().shortcuts);
        QVERIFY(dialog);
        const QAbstractItemModel *rows = dialog->findChild<QTreeView *>()->model();
        QStringList listed;
        for (int row = 0; row < rows->rowCount(); ++row)
            listed << rows->index(row, 0).data().toString();
        for (const QAction *action : m_window->findChildren<QAction *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (!action->shortcut().isEmpty())
                QVERIFY2(listed.contains(action->text().remove(u'&')), qPrintable(action->text()));
        }
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"ctrl+l"_s);
        QCOMPARE(rows->rowCount(), 1);
        QCOMPARE(rows->index(0, 0).data().toString(), u"Open location"_s);
    }

    void aboutTellsVersionsAndNothingOfThePerson()
    {
        openWindow();
        auto *dialog = opened<AboutDialog>(m_window->actions().about);
        QVERIFY(dialog);
        dialog->findChild<QPushButton *>(u"copy"_s)->click();
        const QString details = QGuiApplication::clipboard()->text();
        QVERIFY(details.contains(QLatin1String(qVersion())));
        QVERIFY(!details.contains(QDir::homePath()));
        dialog->findChild<QPushButton *>(u"showLicences"_s)->click();
        QVERIFY(dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(u"Apache License"_s));
    }

    void nothingIsCut_data() { Circumstances::addRows(); }

    void nothingIsCut()
    {
        const QSize size = m_circumstances.begin();
        openWindow(size);
        const WindowActions &actions = m_window->actions();
        const auto look = [](QDialog *dialog) { return dialog ? fit::firstFault(dialog) : QByteArray("not opened"); };
        auto *settings = opened<SettingsDialog>(actions.settings);
        auto *pages = settings->findChild<QTreeView *>();
        for (int page = 0; page < pages->model()->rowCount(); ++page) {
            pages->setCurrentIndex(pages->model()->index(page, 0));
            QCOMPARE(look(settings), QByteArray());
        }
        settings->close();
        QCOMPARE(look(opened<ShortcutsDialog>(actions.shortcuts)), QByteArray());
        auto *about = opened<AboutDialog>(actions.about);
        QCOMPARE(look(about), QByteArray());
        about->findChild<QPushButton *>(u"showLicences"_s)->click();
        QCOMPARE(look(about), QByteArray());
        QCOMPARE(m_circumstances.unknownTexts(), QStringList());
    }
};

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
