// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class Engine;
class QMenu;
class Settings;

/// How much of the network the transfers may have as the window has it, their speed together and how many of them run
/// at once: kept in the settings, obeyed by the engine at once.
class TransferLimits final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it. The engine gets what the settings say.
    TransferLimits(Engine *engine, Settings *settings, QObject *parent = nullptr);

    qint64 bytesPerSecond() const;  ///< 0: none.
    QString text() const;           ///< "No speed limit", "Limit 5.00 MB/s"
    void popUp(QWidget *button);    ///< A menu of speeds, at \a button.
    int mostAtOnce() const;
    void setMostAtOnce(int count);
    void restoreDefaults();

Q_SIGNALS:
    void changed();

private:
    void setBytesPerSecond(qint64 limit);
    void add(QMenu *menu, qint64 bytesPerSecond);

    Engine *m_engine;
    Settings *m_settings;
};
