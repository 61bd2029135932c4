// SPDX-License-Identifier: Apache-2.0
#include "hub/network.h"

#include "hub/log.h"
#include "hub/proxies.h"

#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace {

/// \a path is a file, or a folder of files as OpenSSL knows it.
QList<QSslCertificate> certificatesIn(const QString &path)
{
    const bool isFolder = QFileInfo(path).isDir();
    const auto syntax
        = isFolder ? QSslCertificate::PatternSyntax::Wildcard : QSslCertificate::PatternSyntax::FixedString;
    return QSslCertificate::fromPath(isFolder ? path + "/*"_L1 : path, QSsl::Pem, syntax);
}

QSslConfiguration trusting(const QString &caFile)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    const QList<QSslCertificate> certificates = certificatesIn(caFile);
    if (certificates.isEmpty())
        qCWarning(hubLog, "There is no certificate in %ls.", qUtf16Printable(caFile));
    else
        tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + certificates);
    return tls;
}

/// Adds to each request whom it may trust, which Qt can otherwise only be told for the whole program.
class Network final : public QNetworkAccessManager
{
public:
    explicit Network(QString caFile) : m_caFile(std::move(caFile)) {}

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override
    {
        if (m_caFile.isEmpty() || request.url().scheme() != "https"_L1)
            return QNetworkAccessManager::createRequest(operation, request, body);
        if (!m_tls)  // Not before it is needed: a system's bundle of 140 certificates takes half a second.
            m_tls = trusting(m_caFile);
        QNetworkRequest secure(request);
        secure.setSslConfiguration(*m_tls);
        return QNetworkAccessManager::createRequest(operation, secure, body);
    }

private:
    QString m_caFile;
    std::optional<QSslConfiguration> m_tls;
};

/// A proxy that was chosen counts as the environment's, which may except servers from it (no_proxy).
QProcessEnvironment environmentWith(const QUrl &proxy)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (proxy.isValid() && hub::proxyVariable(environment).isEmpty())
        environment.insert(u"all_proxy"_s, proxy.toString(QUrl::FullyEncoded));
    return environment;
}

/// The proxies, with a way around a weakness of Qt: to a plain http server without a proxy it opens a socket that has
/// no buffer, and reads the headers of the answer from the system byte by byte. A thousand small files take four times
/// as long. (Of a large one that socket spares a copy.) Of "the default proxy" it does not know that there is none, and
/// takes a socket with a buffer.
class BufferedProxies final : public QNetworkProxyFactory
{
public:
    explicit BufferedProxies(const hub::NetworkOptions &options)
        : m_proxies(environmentWith(options.proxy)),
          m_isForBulk(options.isForBulk)
    {
        for (const QUrl &url : options.known)
            m_proxies.learn(url);
        // What the default proxy is: none. Whom to ask is ours to know, for each request.
        QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QList<QNetworkProxy> proxies = m_proxies.queryProxy(query);
        const bool isDirect = !proxies.isEmpty() && proxies.first().type() == QNetworkProxy::NoProxy;
        if (isDirect && !m_isForBulk && query.url().scheme() == "http"_L1)
            return {QNetworkProxy(QNetworkProxy::DefaultProxy)};
        return proxies;
    }

private:
    hub::Proxies m_proxies;
    bool m_isForBulk;
};

}  // namespace

bool hub::hasCertificates(const QString &path)
{
    return !certificatesIn(path).isEmpty();
}

std::unique_ptr<QNetworkAccessManager> hub::makeNetwork(const NetworkOptions &options)
{
    auto network = std::make_unique<Network>(options.caFile);
    network->setCookieJar(nullptr);
    network->setProxyFactory(std::make_unique<BufferedProxies>(options).release());  // The manager's from now on.
    return network;
}

QNetworkRequest hub::plainRequest(const QUrl &url)
{
    constexpr int kMostRedirects = 20;
    constexpr int kLongestSilence = 30'000;
    QUrl address(url);
    address.setUserInfo({});  // Qt would sign in with it.
    QNetworkRequest request(address);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);  // Qt 6.4 breaks transfers over HTTP/2.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setMaximumRedirectsAllowed(kMostRedirects);
    request.setTransferTimeout(kLongestSilence);
    request.setHeader(QNetworkRequest::UserAgentHeader, QByteArray("hubdeck/" HUBDECK_VERSION));
    return request;
}
