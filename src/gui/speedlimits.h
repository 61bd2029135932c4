// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class Engine;
class QMenu;
class Settings;

/// The limit of all transfers' speed as the window has it: kept in the settings, obeyed by the engine, chosen in a
/// menu.
class SpeedLimits final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it. The engine gets what the settings say.
    SpeedLimits(Engine *engine, Settings *settings, QObject *parent = nullptr);

    qint64 bytesPerSecond() const;  ///< 0: none.
    QString text() const;           ///< "No speed limit", "Limit 5.00 MB/s"
    void popUp(QWidget *button);    ///< The menu, at \a button.

Q_SIGNALS:
    void changed();

private:
    void choose(qint64 bytesPerSecond);
    void add(QMenu *menu, qint64 bytesPerSecond);

    Engine *m_engine;
    Settings *m_settings;
};
