// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/rawclient.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

/// Has a hub misbehave that was started with faults, and reads what was asked of it.
///
///     TestHub hub(true);
///     Faults faults(hub.url());
///     faults.set({QJsonObject{{u"server"_s, u"cdn"_s}, {u"times"_s, 2}, {u"cutAfter"_s, 1000}}});
///
/// What a rule may say is told in src/localhub/faults/faultrule.h and fault.h.
class Faults
{
public:
    explicit Faults(const QUrl &hub) : m_port(quint16(hub.port())) {}

    /// In the place of all rules and limits before. It is fatal where the hub refuses them.
    void set(const QJsonArray &rules, const QJsonArray &limits = {}) const
    {
        const Reply reply
            = post(QJsonDocument(QJsonObject{{QStringLiteral("rules"), rules}, {QStringLiteral("rateLimits"), limits}})
                       .toJson(QJsonDocument::Compact));
        if (reply.status != 200)
            qFatal("The hub refuses the faults: %s", reply.body.constData());
    }
    void clear() const { set({}); }
    Reply post(const QByteArray &json) const { return RawClient(m_port).send("POST", "/.localhub/faults", {}, json); }

    /// All requests since the last clearLog(), oldest first: "at", "server", "method", "path", "range", "token",
    /// "status", "sent", "done".
    QList<QJsonObject> log() const
    {
        QList<QJsonObject> requests;
        for (const QByteArray &line : RawClient(m_port).get("/.localhub/log").body.split('\n')) {
            if (!line.isEmpty())
                requests << QJsonDocument::fromJson(line).object();
        }
        return requests;
    }
    void clearLog() const { RawClient(m_port).send("DELETE", "/.localhub/log"); }

private:
    quint16 m_port;
};
