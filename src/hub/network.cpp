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

/// Adds to each request whom it may trust, which Qt can otherwise only be told for the whole program.
class Network final : public QNetworkAccessManager
{
public:
    void trust(const QList<QSslCertificate> &certificates)
    {
        m_tls = QSslConfiguration::defaultConfiguration();
        m_tls->setCaCertificates(QSslConfiguration::systemCaCertificates() + certificates);
    }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override
    {
        QNetworkRequest trusting(request);
        if (m_tls)
            trusting.setSslConfiguration(*m_tls);
        return QNetworkAccessManager::createRequest(operation, trusting, body);
    }

private:
    std::optional<QSslConfiguration> m_tls;
};

/// \a path is a file, or a folder of files as OpenSSL knows it.
QList<QSslCertificate> certificatesIn(const QString &path)
{
    const bool isFolder = QFileInfo(path).isDir();
    const auto syntax
        = isFolder ? QSslCertificate::PatternSyntax::Wildcard : QSslCertificate::PatternSyntax::FixedString;
    return QSslCertificate::fromPath(isFolder ? path + "/*"_L1 : path, QSsl::Pem, syntax);
}

}  // namespace

std::unique_ptr<QNetworkAccessManager> hub::makeNetwork(const NetworkOptions &options)
{
    auto network = std::make_unique<Network>();
    network->setCookieJar(nullptr);
    auto proxies = std::make_unique<Proxies>(QProcessEnvironment::systemEnvironment());
    for (const QUrl &url : options.known)
        proxies->learn(url);
    network->setProxyFactory(proxies.release());  // The manager's from now on.
    if (options.caFile.isEmpty())
        return network;
    const QList<QSslCertificate> certificates = certificatesIn(options.caFile);
    if (certificates.isEmpty())
        qCWarning(hubLog, "There is no certificate in %ls.", qUtf16Printable(options.caFile));
    else
        network->trust(certificates);
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
