// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/http/response.h"

#include <QJsonObject>

namespace localhub {

/// Where to go on: whatever a page wrote into its "Link", for the client a word without meaning. Empty: at the
/// beginning.
QJsonObject cursorOf(const Request &request);

/// Adds the "Link" to the next page: the same address, with \a cursor.
void addNextPage(Response &response, const Request &request, const QJsonObject &cursor);

/// Where this hub is for whoever sent \a request: "http://127.0.0.1:8080".
QByteArray hubAddress(const Request &request);

/// A moment as the Hub writes it: "2024-02-19T10:57:45.000Z".
QString hubDate(const QDateTime &time);

}  // namespace localhub
