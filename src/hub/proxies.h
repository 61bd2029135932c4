// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkProxyFactory>
#include <QProcessEnvironment>

#include <memory>
#include <optional>

namespace hub {

/// Which proxy leads to a server: the environment's, else the system's.
///
/// The system may run a script from the network to answer; it is asked in the pool, and its word is kept. Only the
/// first request to a server waits for it, and two seconds at the most.
class Proxies final : public QNetworkProxyFactory
{
public:
    explicit Proxies(QProcessEnvironment environment);

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

    /// Asks the system for \a url's proxy, so that no request waits for it.
    void learn(const QUrl &url);

private:
    struct Memory;

    QProcessEnvironment m_environment;
    std::shared_ptr<Memory> m_memory;  // Shared with the pool, which may answer after we are gone.
};

/// \a text as the address of a proxy (http, https or socks5; http where it does not say); not valid where it is none,
/// or holds a name or a password: those are not kept.
QUrl proxyUrl(const QString &text);

/// The first of the variables below that is set; empty where none is.
QString proxyVariable(const QProcessEnvironment &environment);

/// What http_proxy, https_proxy, all_proxy and no_proxy (or the same in capitals) say of \a url; nothing where they say
/// nothing of it. This computer is always reached directly.
std::optional<QNetworkProxy> environmentProxy(const QUrl &url, const QProcessEnvironment &environment);

}  // namespace hub
