// SPDX-License-Identifier: Apache-2.0
#include "gui/background.h"

#include "engine/engine.h"
#include "engine/hubwatch.h"
#include "gui/cachepage.h"
#include "gui/mainwindow.h"
#include "gui/questions.h"
#include "gui/snapshotsaver.h"
#include "models/transfermodel.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QWindow>

using namespace std::chrono_literals;

Background::Background(Engine *engine, MainWindow *window, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_window(window),
      m_saver(window->cachePage()->saver())
{
    m_telling.setSingleShot(true);
    m_telling.setInterval(1s);
    connect(&m_telling, &QTimer::timeout, this, qOverload<>(&Background::tell));
    connect(engine, &Engine::rowsChanged, this, [this](const QList<TransferRow> &rows) {
        m_news.note(rows);
        if (!m_news.isEmpty() && !m_telling.isActive())
            m_telling.start();
    });
    m_alone.setInterval(30s);
    connect(&m_alone, &QTimer::timeout, this, &Background::endWhenIdle);
    connect(&m_notifier, &Notifier::settled, this, &Background::endWhenIdle);
    connect(window->transfers(), &TransferModel::totalsChanged, this, &Background::updateGuard);
    connect(m_saver, &SnapshotSaver::runningChanged, this, &Background::updateGuard);
    connect(m_saver, &SnapshotSaver::ended, this, qOverload<const TransferNews::Text &>(&Background::tell));
    connect(&m_notifier, &Notifier::pressed, this, [this] {
        bringToFront();
        m_window->actions().transfers->trigger();
    });
    window->installEventFilter(this);
}

Background::~Background() = default;

TransferTotals Background::totals() const
{
    return m_window->transfers()->totals();
}

bool Background::isBusy() const
{
    return totals().active > 0 || m_saver->isRunning();
}

void Background::updateGuard()
{
    if (isBusy())
        m_guard.hold(totals().active > 0 ? tr("Downloads are under way") : tr("An export is under way"));
    else
        m_guard.release();
}

void Background::tell()
{
    if (!m_news.isEmpty())
        tell(m_news.text());
    m_news.forget();
}

/// Whoever looks at the window sees it there.
void Background::tell(const TransferNews::Text &text)
{
    if (!m_window->isActiveWindow())
        m_notifier.show(text.title, text.body, text.isBad);
}

void Background::endWhenIdle()
{
    if (m_alone.isActive() && m_news.isEmpty() && isIdle())
        quit();
}

/// Nothing goes on, and nothing would by itself: what is paused, for want of room perhaps, the next start shows.
bool Background::isIdle() const
{
    const TransferTotals now = totals();
    return !isBusy() && (now.waiting == 0 || !m_engine->watch().isOffline());
}

bool Background::eventFilter(QObject *watched, QEvent *event)
{
    const bool isClose = watched == m_window && event->type() == QEvent::Close;
    if (!isClose || m_mayClose || !isBusy() || qApp->isSavingSession())
        return QObject::eventFilter(watched, event);
    event->ignore();
    askClosing();
    return true;
}

void Background::askClosing()
{
    if (std::exchange(m_isAsking, true))
        return;
    const gui::Unfinished unfinished{totals().active, totals().bytesLeft, m_saver->isRunning()};
    gui::askClosing(m_window, unfinished, [this](gui::ClosingAnswer answer) {
        m_isAsking = false;
        if (answer == gui::ClosingAnswer::GoOnInBackground)
            goOnAlone();
        else if (answer == gui::ClosingAnswer::StopAndQuit)
            quit();
    });
}

void Background::goOnAlone()
{
    QApplication::setQuitOnLastWindowClosed(false);
    m_window->hide();
    m_alone.start();
    endWhenIdle();  // They may have come to their end while the question stood there.
}

void Background::quit()
{
    m_mayClose = true;
    m_window->close();  // It remembers its shape.
    QCoreApplication::quit();
}

void Background::bringToFront()
{
    m_alone.stop();
    QApplication::setQuitOnLastWindowClosed(true);
    m_notifier.withdraw();
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}
