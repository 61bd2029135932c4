// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/desktop/notifier.h"
#include "gui/desktop/sleepguard.h"
#include "models/transfernews.h"

#include <QTimer>

class Engine;
class MainWindow;
class SnapshotSaver;
struct TransferTotals;

/// What the program does beside its window: keeps the computer awake while bytes move, tells of what came to its end
/// while nobody looked, asks before the window closes on running downloads or an export, and goes on without it where
/// that is wanted, until they are done.
class Background final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    Background(Engine *engine, MainWindow *window, QObject *parent = nullptr);
    ~Background() override;

    void bringToFront();

    bool eventFilter(QObject *watched, QEvent *event) override;  ///< The window's close.

private:
    TransferTotals totals() const;
    bool isBusy() const;
    bool isIdle() const;
    void updateGuard();
    void tell();
    void tell(const TransferNews::Text &text);
    void askClosing();
    void goOnAlone();
    void endWhenIdle();
    void quit();

    Engine *m_engine;
    MainWindow *m_window;
    const SnapshotSaver *m_saver;
    SleepGuard m_guard;
    Notifier m_notifier;
    TransferNews m_news;
    QTimer m_telling;  // What ends at nearly the same time is told together.
    QTimer m_alone;    // Runs while there is no window: looks whether there is anything left to do.
    bool m_isAsking = false;
    bool m_mayClose = false;
};
