// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/hubfixture.h"
#include "localhub/wireclient.h"
#include "support/faults.h"

#include <QElapsedTimer>

/// JSON with ' for ", which reads better here.
inline QByteArray js(QByteArray text)
{
    return text.replace('\'', '"');
}

/// The hub of HubFixture, and what is needed to have it misbehave and to see so on the wire.
class FaultFixture : public HubFixture
{
public:
    FaultFixture() : HubFixture(true), m_faults(QUrl(m_server->url())) {}

    /// An answer as it came, byte for byte.
    struct Seen {
        QByteArray head = {};  ///< With the blank line at its end.
        QByteArray body = {};
        WireClient::End end = WireClient::End::Open;
        qint64 milliseconds = 0;  ///< Until all had come that was expected, or it ended.

        int status() const { return head.mid(9, 3).toInt(); }
        bool has(const QByteArray &text) const { return head.toLower().contains(text.toLower()); }
        QByteArray header(const QByteArray &name) const
        {
            const qsizetype begin = head.toLower().indexOf("\r\n" + name.toLower() + ": ");
            return begin < 0
                ? QByteArray()
                : head.mid(begin + name.size() + 4, head.indexOf("\r\n", begin + 2) - begin - name.size() - 4);
        }
    };

    /// What comes for \a target, and what comes then, in silence. \a expected are so many bytes of the body, -1 being
    /// not even a head; without a number it is what the head says.
    static Seen seen(quint16 port, const QByteArray &target, const QByteArray &headers = {},
                     const QByteArray &method = "GET", std::optional<qsizetype> expected = {})
    {
        constexpr int kPatience = 10000;
        constexpr int kSilence = 200;
        QElapsedTimer timer;
        timer.start();
        WireClient client(port);
        client.ask(target, headers, method);
        Seen seen;
        if (expected != -1) {
            QByteArray all = client.receiveUntil("\r\n\r\n", kPatience);
            const qsizetype end = all.indexOf("\r\n\r\n") + 4;
            seen.head = all.first(end > 3 ? end : 0);
            seen.body = all.sliced(seen.head.size());
            const qsizetype whole = method == "HEAD" ? 0 : seen.header("Content-Length").toLongLong();
            seen.body += client.receive(kPatience, expected.value_or(whole) - seen.body.size());
        }
        seen.milliseconds = timer.elapsed();
        seen.body += client.receive(kSilence);
        seen.end = client.end();
        return seen;
    }
    /// From the hub, or where \a target is "cdn" the large file from the other server.
    Seen seenAt(const QByteArray &target, const QByteArray &headers = {}, const QByteArray &method = "GET",
                std::optional<qsizetype> expected = {}) const
    {
        if (target == "cdn")
            return seen(m_server->cdnPort(), cdnTarget(), headers, method, expected);
        return seen(m_server->port(), target, headers, method, expected);
    }

    /// A signed address of the large file, asked for while nothing goes wrong.
    QByteArray cdnTarget() const { return m_cdnTarget; }
    QByteArray smallTarget() const { return m_smallTarget; }
    void findTargets()
    {
        const QUrl large = QUrl::fromEncoded(get("/ada/engine/resolve/main/sub/big.bin").headers.value("location"));
        m_cdnTarget = large.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
        m_smallTarget = get("/ada/engine/resolve/main/sub/deep/a%20b%23%25%2B%C3%BC.txt").headers.value("location");
    }

    void setRules(const QByteArray &json) const
    {
        const QJsonDocument rules = QJsonDocument::fromJson(json);
        QVERIFY2(rules.isArray(), json);
        m_faults.set(rules.array());
    }

    Faults m_faults;

private:
    QByteArray m_cdnTarget;
    QByteArray m_smallTarget;
};
