// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QNetworkReply>

#include <optional>

namespace hub {

/// What the Hub answered, as a plain value: all that a parser may look at.
struct Reply {
    int status = 0;  ///< 0: nothing came.
    QNetworkReply::NetworkError failure = QNetworkReply::NoError;
    QString failureText;
    QList<QNetworkReply::RawHeaderPair> headers;
    QByteArray body;
    QUrl url;  ///< Of the request that was answered, after redirects: what a relative Link is read against.
    QByteArray token = {};  ///< That the request had: nothing that quotes the answer repeats it.

    /// Names are compared without case: Qt 6.8 writes them in lower case.
    QByteArray header(QByteArrayView name) const;
};

Reply takeReply(QNetworkReply &reply);
/// The same without the body, which stays to be read.
Reply takeHead(const QNetworkReply &reply);

/// What went wrong, or nothing. A table: X-Error-Code before status; Error::detail has status, X-Error-Message, the
/// messages of the body and X-Request-Id, never an address.
std::optional<Error> errorOf(const Reply &reply);

}  // namespace hub
