// SPDX-License-Identifier: Apache-2.0
#include "hub/proxies.h"

#include "core/crossing.h"
#include "hub/log.h"
#include "hub/url.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QHostAddress>
#include <QThreadPool>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// What the system said, by origin.
struct hub::Proxies::Memory {
    struct Answer {
        QList<QNetworkProxy> proxies;  ///< Empty: not answered yet.
        QDeadlineTimer fresh{5min};
    };

    std::mutex mutex;
    std::condition_variable learnt;
    QHash<QString, Answer> answers;
};

namespace {

QString valueOf(const QProcessEnvironment &environment, const QString &name)
{
    const QString value = environment.value(name).trimmed();
    return value.isEmpty() ? environment.value(name.toUpper()).trimmed() : value;
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

/// Whether \a entry of no_proxy, a domain, an address or a network, holds \a url.
bool holds(QString entry, const QUrl &url)
{
    entry = entry.trimmed().toLower();
    if (entry == "*"_L1)
        return true;
    if (entry.contains(u'/')) {
        const auto network = QHostAddress::parseSubnet(entry);
        return network.second >= 0 && QHostAddress(url.host()).isInSubnet(network);
    }
    bool hasPort = false;
    const int port = entry.section(u':', -1).toInt(&hasPort);
    if (entry.count(u':') == 1 && hasPort) {
        entry = entry.section(u':', 0, 0);
        if (port != portOf(url))
            return false;
    }
    while (entry.startsWith(u'*') || entry.startsWith(u'.'))
        entry.remove(0, 1);
    return !entry.isEmpty() && (url.host() == entry || url.host().endsWith(u'.' + entry));
}

QString keyOf(const QUrl &url)
{
    return u"%1://%2:%3"_s.arg(url.scheme(), url.host()).arg(portOf(url));
}

}  // namespace

std::optional<QNetworkProxy> hub::environmentProxy(const QUrl &url, const QProcessEnvironment &environment)
{
    const QNetworkProxy direct(QNetworkProxy::NoProxy);
    if (isLoopback(url))
        return direct;
    QString address = valueOf(environment, url.scheme() + "_proxy"_L1);
    if (address.isEmpty())
        address = valueOf(environment, u"all_proxy"_s);
    if (address.isEmpty())
        return {};
    const QStringList exceptions = valueOf(environment, u"no_proxy"_s).split(u',', Qt::SkipEmptyParts);
    if (std::ranges::any_of(exceptions, [&url](const QString &entry) { return holds(entry, url); }))
        return direct;
    const QUrl proxy(address.contains("://"_L1) ? address : u"http://"_s + address);
    if (proxy.host().isEmpty()) {
        qCWarning(hubLog, "A proxy of the environment has no host: it is left out.");
        return {};
    }
    const bool isSocks = proxy.scheme().startsWith("socks"_L1);
    return QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, proxy.host(),
                         quint16(proxy.port(isSocks ? 1080 : 80)), proxy.userName(QUrl::FullyDecoded),
                         proxy.password(QUrl::FullyDecoded));
}

QUrl hub::proxyUrl(const QString &text)
{
    const QString address = text.trimmed();
    QUrl url(address.contains("://"_L1) || address.isEmpty() ? address : "http://"_L1 + address, QUrl::StrictMode);
    const bool isKnown = url.scheme() == "http"_L1 || url.scheme() == "https"_L1 || url.scheme() == "socks5"_L1;
    const bool isPlain = url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    if (!isKnown || !isPlain || url.host().isEmpty() || url.path().size() > 1)
        return {};
    url.setPath({});
    return url;
}

QString hub::proxyVariable(const QProcessEnvironment &environment)
{
    for (const QString &name : {u"https_proxy"_s, u"http_proxy"_s, u"all_proxy"_s}) {
        for (const QString &written : {name, name.toUpper()}) {
            if (!environment.value(written).isEmpty())
                return written;
        }
    }
    return {};
}

hub::Proxies::Proxies(QProcessEnvironment environment)
    : m_environment(std::move(environment)),
      m_memory(std::make_shared<Memory>())
{
}

void hub::Proxies::learn(const QUrl &url)
{
    if (environmentProxy(url, m_environment))
        return;
    const std::scoped_lock lock(m_memory->mutex);
    const auto known = m_memory->answers.find(keyOf(url));
    if (known != m_memory->answers.end() && !known->fresh.hasExpired())
        return;
    m_memory->answers[keyOf(url)].fresh = QDeadlineTimer(5min);
    const auto ask = [memory = m_memory, url] {
        QList<QNetworkProxy> proxies = systemProxyForQuery(QNetworkProxyQuery(url));
        if (proxies.isEmpty())
            proxies << QNetworkProxy(QNetworkProxy::NoProxy);
        const std::scoped_lock lock(memory->mutex);
        memory->answers[keyOf(url)].proxies = proxies;
        memory->learnt.notify_all();
    };
    constexpr int kBeforeHashes = 10;
    core::runIn(QThreadPool::globalInstance(), ask, kBeforeHashes);
}

QList<QNetworkProxy> hub::Proxies::queryProxy(const QNetworkProxyQuery &query)
{
    if (const auto proxy = environmentProxy(query.url(), m_environment))
        return {*proxy};
    learn(query.url());
    const QString key = keyOf(query.url());
    std::unique_lock lock(m_memory->mutex);
    const auto isLearnt = [this, &key] { return !m_memory->answers[key].proxies.isEmpty(); };
    if (!m_memory->learnt.wait_for(lock, 2s, isLearnt))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return m_memory->answers[key].proxies;
}
