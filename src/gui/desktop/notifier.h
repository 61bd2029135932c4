// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

/// Shows one notification at a time by the desktop's own service; a newer one takes its place.
class Notifier final : public QObject
{
    Q_OBJECT

public:
    explicit Notifier(QObject *parent = nullptr);

    /// Both plain text. Where nobody shows notifications nothing happens.
    void show(const QString &title, const QString &body, bool isUrgent = false);
    void withdraw();

Q_SIGNALS:
    void settled();  ///< What was to be shown is shown, or nobody shows it.
    void pressed();  ///< Somebody wants to see what it told of.

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);
    void onClosed(uint id, uint reason);

private:
    void send(const QString &title, const QString &body, bool isUrgent);

    uint m_id = 0;  // The service's; 0: none is shown.
};
