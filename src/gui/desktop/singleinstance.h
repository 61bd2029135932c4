// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>
#include <QVariantMap>

/// Sees to it that one program works on one queue: a second start hands its links to the first, over the session's
/// D-Bus, and ends. Where there is no such bus each start is the first.
class SingleInstance final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")

public:
    enum class Role {
        First,
        HandedOver,  ///< To the first: there is nothing left to do.
        Unanswered,  ///< There is a first, and it does not answer.
    };

    /// \a home is the folder of queue and settings: each has a first of its own.
    explicit SingleInstance(const QString &home, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Once, before there is a window; \a links may be none. Waits for the first's answer, for some seconds.
    Role begin(const QStringList &links);

public Q_SLOTS:  // As the Desktop Entry Specification names them.
    Q_SCRIPTABLE void Activate(const QVariantMap &platformData);
    Q_SCRIPTABLE void Open(const QStringList &uris, const QVariantMap &platformData);

Q_SIGNALS:
    void started(const QStringList &links);  ///< Again, by somebody: the window should come to the front.

private:
    QString m_name;
};
