// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/apicall.h"
#include "hub/httpjob.h"
#include "hub/page.h"
#include "hub/patience.h"
#include "hub/streamjob.h"

class Credentials;

/// The one door to a Hub's API for one account: adds address and token, and answers with typed results.
///
/// It belongs to the thread of its network manager, and so do the contexts that it answers to.
class HubClient : public QObject
{
    Q_OBJECT

public:
    /// What the requests are for. Downloads say so (X-HF-Download-Counter), browsing never does.
    enum class Purpose { Browse, Download };

    /// \a account is empty for nobody; \a network and \a credentials outlive the client.
    HubClient(QNetworkAccessManager *network, QUrl endpoint, QString account, const Credentials *credentials,
              Purpose purpose = Purpose::Browse, QObject *parent = nullptr);

    /// Shares the Hub's limits with its other clients; without it the client keeps its own count. Never null.
    void setLimiter(std::shared_ptr<hub::RateLimiter> limiter) { m_limiter = std::move(limiter); }
    const std::shared_ptr<hub::RateLimiter> &limiter() const { return m_limiter; }

    /// From now on no request leaves: each call answers with Error::Kind::Offline.
    void setOffline() { m_isOffline = true; }
    /// Without it 30 seconds of silence are borne, headers or body.
    void setPatience(hub::Patience patience) { m_patience = patience; }

    const QUrl &endpoint() const { return m_endpoint; }
    QNetworkAccessManager *network() const { return m_network; }  ///< For request()s whose answers are no Reply.
    void note(bool isReached) { Q_EMIT answered(isReached); }     ///< How such a request ended.

    /// Not valid where a segment is empty, "." or "..".
    QNetworkRequest request(const QStringList &segments, const hub::Query &query = {}) const;

    /// Sends \a call; \a done gets its Result<T>, later, and never after \a context died.
    /// The job deletes itself; cancelling it answers with Error::Kind::Cancelled.
    template<typename T, typename Done>
    Job *send(const ApiCall<T> &call, QObject *context, Done done)
    {
        HttpJob *job
            = makeJob({call.verb, call.segments, call.query, call.body, call.contentType, call.address}, context);
        connect(job, &Job::finished, context,
                [job, parse = call.parse, readsRefusals = call.readsRefusals, done = std::move(done)] {
                    job->deleteLater();
                    const bool isAnswered = !job->error() || (readsRefusals && job->isRefused());
                    done(isAnswered ? parse(job->answer()) : Result<T>(*job->error()));
                });
        job->start();
        return job;
    }

    /// Sends \a call and then each next page. \a onPage gets a Result<Page<T>> and answers whether to go on; after an
    /// Error or a last page (next not valid) nothing comes any more. A next page on another origin is refused.
    /// The job lasts until the last page and deletes itself.
    template<typename T, typename OnPage>
    Job *stream(const ApiCall<Page<T>> &call, QObject *context, OnPage onPage)
    {
        auto *job = new StreamJob(context);
        connect(job, &Job::finished, job, &QObject::deleteLater);
        job->start();
        sendPage(call, job, std::move(onPage));
        return job;
    }

Q_SIGNALS:
    /// A call came to its end: somebody was there, or nobody. Not told of what was cancelled or never sent.
    void answered(bool isReached);

private:
    template<typename T, typename OnPage>
    void sendPage(const ApiCall<Page<T>> &call, StreamJob *job, OnPage onPage)
    {
        // The job is the context: it dies with the caller's. The client may die before an answer comes, and either of
        // them while the answer is told.
        const auto take = [client = QPointer(this), call, job = QPointer(job), onPage](const Result<Page<T>> &page) {
            const bool goesOn = onPage(page);
            if (!job)
                return;
            if (!page)
                return job->end(page.error());
            if (!goesOn || !page->next.isValid() || !client || job->state() != Job::State::Running)
                return job->end({});
            ApiCall<Page<T>> next = call;
            next.address = page->next;
            client->sendPage(next, job.data(), onPage);
        };
        job->setPage(send(call, job, take));
    }

    HttpJob *makeJob(const ApiRequest &call, QObject *parent);
    void noteEnd(const HttpJob &job);
    QNetworkRequest signedRequest(const QUrl &url) const;

    QNetworkAccessManager *m_network;
    QUrl m_endpoint;
    QString m_account;
    const Credentials *m_credentials;
    Purpose m_purpose;
    bool m_isOffline = false;
    std::shared_ptr<hub::RateLimiter> m_limiter;
    hub::Patience m_patience{.silence = std::chrono::seconds(30)};
};
