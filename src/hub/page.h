// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/reply.h"

#include <QList>
#include <QUrl>

/// One page of a list, and where the next one is.
template<typename T>
struct Page {
    QList<T> items;
    QUrl next;          ///< Not valid on the last page.
    qint64 total = -1;  ///< Of all pages, where the Hub says it (X-Total-Count).
};

namespace hub {

/// The address of rel="next" in the Link header (RFC 8288: several links, parameters in any order), absolute.
QUrl nextPageOf(const Reply &reply);

/// How many entries all pages have together (X-Total-Count); -1 where the Hub does not say it.
qint64 totalOf(const Reply &reply);

}  // namespace hub
