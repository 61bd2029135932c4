// SPDX-License-Identifier: Apache-2.0
#include "hub/hubclient.h"

#include "hub/credentials.h"
#include "hub/network.h"
#include "hub/ratelimiter.h"

HubClient::HubClient(QNetworkAccessManager *network, QUrl endpoint, QString account, const Credentials *credentials,
                     Purpose purpose, QObject *parent)
    : QObject(parent),
      m_network(network),
      m_endpoint(std::move(endpoint)),
      m_account(std::move(account)),
      m_credentials(credentials),
      m_purpose(purpose),
      m_limiter(std::make_shared<hub::RateLimiter>())
{
}

QNetworkRequest HubClient::request(const QStringList &segments, const hub::Query &query) const
{
    return signedRequest(hub::url(m_endpoint, segments, query));
}

QNetworkRequest HubClient::signedRequest(const QUrl &url) const
{
    QNetworkRequest request = hub::plainRequest(url);
    request.setTransferTimeout(int(m_patience.silence.count()));
    const QByteArray token = m_credentials->token(m_endpoint, m_account);
    if (!token.isEmpty() && hub::isConfidential(url))
        request.setRawHeader("Authorization", "Bearer " + token);
    if (m_purpose == Purpose::Download)
        request.setRawHeader("X-HF-Download-Counter", "1");
    return request;
}

HttpJob *HubClient::makeJob(const ApiRequest &call, QObject *parent)
{
    QUrl url = call.address.isValid() ? call.address : hub::url(m_endpoint, call.segments, call.query);
    if (!hub::isSameOrigin(url, m_endpoint))
        url.clear();  // The job refuses it.
    QNetworkRequest request = signedRequest(url);
    if (call.verb == "HEAD")  // Else sizes are those of the compressed body.
        request.setRawHeader("Accept-Encoding", "identity");
    if (!call.body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, call.contentType);
    auto *job = new HttpJob(m_network, m_limiter, call.verb, request, call.body, parent);
    job->setFirstPause(m_patience.firstPause);
    if (m_isOffline)
        job->refuse({Error::Kind::Offline, tr("Hubdeck is set to work offline.")});
    else
        connect(job, &Job::finished, this, [this, job] { noteEnd(*job); });
    return job;
}

void HubClient::noteEnd(const HttpJob &job)
{
    if (job.error() && job.error()->isUnreachable())
        Q_EMIT answered(false);
    else if (job.answer().status > 0)
        Q_EMIT answered(true);
}
