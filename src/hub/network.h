// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

#include <memory>

class QNetworkAccessManager;
class QNetworkRequest;

namespace hub {

/// What the way to any server needs beyond what the system and the environment say.
struct NetworkOptions {
    QString caFile = {};  ///< PEM; empty: the system's alone. From REQUESTS_CA_BUNDLE, CURL_CA_BUNDLE or SSL_CERT_FILE.
    QList<QUrl> known = {};  ///< Servers whose proxies are asked for at once, so that the first request does not wait.
    QUrl proxy = {};         ///< Where the environment names none, instead of the system's.
    bool isForBulk = false;  ///< For few and large answers, not for many small ones.
};

/// A manager for the thread that asks: no cookies, the proxies of the environment, else of the system, no redirect
/// followed by itself. One serves six connections a host.
std::unique_ptr<QNetworkAccessManager> makeNetwork(const NetworkOptions &options);

/// Whether \a path, a file or a folder of files, has certificates that a request could trust.
bool hasCertificates(const QString &path);

/// The attributes that every request of ours has (HTTP/1.1, manual redirects, no credentials of Qt's, 30 s of silence
/// at the most, our User-Agent). The one place that makes requests.
QNetworkRequest plainRequest(const QUrl &url);

}  // namespace hub
