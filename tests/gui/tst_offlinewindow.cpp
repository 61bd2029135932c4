// SPDX-License-Identifier: Apache-2.0
#include "fit.h"
#include "windowrig.h"

#include "engine/hubwatch.h"
#include "gui/filespage.h"
#include "gui/repopage.h"
#include "gui/widgets/banner.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;

/// The window while its Hub is not there.
class TestOfflineWindow : public QObject, protected WindowRig
{
    Q_OBJECT

    void begin(bool isSetOffline = false)
    {
        makeEngine(isSetOffline);
        openWindow();
    }

    void download(const QString &path)
    {
        bool isOver = false;
        const quint64 id
            = m_engine->download({.repo = {RepoType::Model, u"demo/tiny"_s}, .paths = {path}, .isSingleFile = true});
        const QObject watcher;
        connect(m_engine.get(), &Engine::rowsChanged, &watcher, [&](const QList<TransferRow> &rows) {
            for (const TransferRow &row : rows)
                isOver |= row.id == id && row.state == TransferRow::State::Succeeded;
        });
        QTRY_VERIFY(isOver);
    }

    bool isListed() const { return m_window->repoPage()->isListed(); }

    look::Banner *banner() const { return m_window->repoPage()->findChild<look::Banner *>(); }

    QStringList names() const
    {
        QStringList names;
        const auto *list = m_window->findChild<FilesPage *>()->findChild<QTreeView *>(u"list"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row)
            names << list->model()->index(row, 0).data().toString();
        return names;
    }

    /// Whether the window's foot says that it is offline.
    bool saysOffline() const
    {
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == "Offline"_L1)
                return !label->toolTip().isEmpty();
        }
        return false;
    }

private Q_SLOTS:
    void init()
    {
        m_hub = std::make_unique<SmallHub>();
        m_hub->commit({localhub::RepoType::Model, "demo", "tiny"}, "main",
                      {Change::put("README.md", "# Card"), Change::put("config.json", "{}"),
                       Change::put("onnx/model.onnx", "12345")});
        emptyDisk();
        begin();
    }

    void cleanup() { end(); }

    void showsWhatIsCachedAndGoesOnByItself()
    {
        download(u"config.json"_s);
        QVERIFY(!saysOffline());
        m_hub->stop();
        m_window->openLink(u"demo/tiny"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isListed() && banner(), 10'000);
        QCOMPARE(banner()->accessibleName(), u"You are offline. What is on this computer can be used."_s);
        QCOMPARE(names(), QStringList{u"config.json"_s});
        QTRY_VERIFY_WITH_TIMEOUT(saysOffline(), 10'000);

        m_hub->start();
        QTRY_VERIFY_WITH_TIMEOUT(!saysOffline(), 10'000);
        QTRY_VERIFY(isListed() && !m_window->repoPage()->hasBanner());
        QTRY_COMPARE(names().size(), 3);
        QVERIFY(names().contains(u"onnx"_s));
    }

    void whatIsNotCachedIsOneSentenceUntilTheHubIsBack()
    {
        m_hub->stop();
        m_window->openLink(u"demo/tiny"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->repoPage()->hasBanner(), 10'000);
        QCOMPARE(banner()->accessibleName(), u"The Hub cannot be reached, and this revision is not cached."_s);
        QStringList buttons;
        for (const QPushButton *button : banner()->findChildren<QPushButton *>())
            buttons << button->text();
        QVERIFY(buttons.contains(u"Try again"_s));
        QTRY_VERIFY_WITH_TIMEOUT(saysOffline(), 10'000);
        m_hub->start();
        QTRY_VERIFY_WITH_TIMEOUT(isListed() && !m_window->repoPage()->hasBanner() && names().size() == 3, 10'000);
    }

    void nothingIsCutInTheSmallestWindow()
    {
        download(u"config.json"_s);
        m_window->resize(640, 420);
        m_hub->stop();
        m_window->openLink(u"demo/tiny@main/config.json"_s);
        QTRY_VERIFY_WITH_TIMEOUT(saysOffline() && isListed() && banner(), 10'000);
        QTRY_VERIFY(m_window->findChild<FilesPage *>()->findChild<QPushButton *>(u"copyPath"_s)->isVisible());
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->window() == m_window.get())
                QTRY_VERIFY2(!fit::isCut(widget), fit::describe(widget));
        }
    }

    void tryAgainAsksAtOnce()
    {
        m_hub->stop();
        m_window->openLink(u"demo/tiny"_s);
        QTRY_VERIFY_WITH_TIMEOUT(saysOffline() && m_window->repoPage()->hasBanner(), 10'000);
        m_hub->start();
        m_window->actions().reload->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(isListed() && !saysOffline(), 1500);
        QTRY_COMPARE(names().size(), 3);
    }

    void setOfflineItWorksWithWhatIsCached()
    {
        download(u"config.json"_s);
        download(u"README.md"_s);
        begin(true);
        QVERIFY(saysOffline());
        m_window->openLink(u"demo/tiny"_s);
        QTRY_VERIFY(isListed() && banner());
        QCOMPARE(names(), (QStringList{u"README.md"_s, u"config.json"_s}));
        auto *download = m_window->findChild<QPushButton *>(u"download"_s);
        QTRY_VERIFY(m_window->repoPage()->isCached());
        QVERIFY(!download->isEnabled());

        m_window->actions().card->trigger();
        QTRY_VERIFY(m_window->repoPage()->hasCard());
        m_window->actions().files->trigger();
        m_window->actions().filter->trigger();
        QTest::keyClicks(QApplication::focusWidget(), u"conf"_s);
        QTRY_COMPARE(names(), QStringList{u"config.json"_s});
    }

    void theFilterFindsWhatLiesInTheFoldersBelow()
    {
        download(u"config.json"_s);
        download(u"onnx/model.onnx"_s);
        begin(true);
        m_window->openLink(u"demo/tiny"_s);
        QTRY_VERIFY(isListed());
        m_window->actions().filter->trigger();
        auto *filter = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(filter);
        QTest::keyClicks(filter, u"model"_s);
        QTRY_COMPARE(names(), QStringList{u"onnx/model.onnx"_s});
        filter->setText(u"*.onnx"_s);
        QTRY_COMPARE(names(), QStringList{u"onnx/model.onnx"_s});
        filter->setText(u"onnx/"_s);
        QTRY_COMPARE(names(), QStringList{u"onnx/model.onnx"_s});
        filter->clear();
        QTRY_COMPARE(names(), (QStringList{u"onnx"_s, u"config.json"_s}));
    }

    void thePathOfACachedFileCanBeCopied()
    {
        download(u"config.json"_s);
        begin(true);
        m_window->openLink(u"demo/tiny@main/config.json"_s);
        auto *copy = m_window->findChild<FilesPage *>()->findChild<QPushButton *>(u"copyPath"_s);
        QTRY_VERIFY(copy->isVisible());
        copy->click();
        QFile file(QGuiApplication::clipboard()->text());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "{}");
    }
};

QTEST_MAIN(TestOfflineWindow)
#include "tst_offlinewindow.moc"
