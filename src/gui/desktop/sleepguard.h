// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>

class QDBusConnection;
class QDBusMessage;
class QDBusPendingCall;

/// Keeps the computer from going to sleep by itself while it is held; the screen may. Asks the desktop's portal, and
/// where there is none systemd's logind; where there is neither, nothing is kept.
class SleepGuard final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~SleepGuard() override;

    /// \a why is shown by desktops that list who keeps them awake.
    void hold(const QString &why);
    void release();
    bool isHeld() const { return m_isHeld; }

private:
    using OnReply = std::function<void(const QDBusPendingCall &reply)>;
    void ask(const QDBusConnection &bus, const QDBusMessage &call, const OnReply &onReply);
    void askPortal(const QString &why);
    void askLogind(const QString &why);
    void grant(std::function<void()> letGo);

    bool m_isHeld = false;
    std::function<void()> m_letGo;  // Null while nothing was granted.
};
