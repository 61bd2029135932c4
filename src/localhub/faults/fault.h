// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/http/request.h"

#include <QStringList>

namespace localhub {

/// What goes wrong with one answer. Several things may; a member that is not set leaves the answer as it is.
struct Fault {
    /// What is answered in the place of the truth.
    enum class Instead {
        Nothing,
        Answer,    ///< "status", "headers", "body"
        Missing,   ///< "missing": 404 of a server that never heard of such an address, HTML and no headers of a Hub's.
        Redirect,  ///< "redirect": 302
        Expired    ///< "expired": 403 of a storage service, as XML; for signed addresses alone.
    };

    // Before and in the place of the answer.
    qint64 latencyMs = 0;
    Instead instead = Instead::Nothing;
    int status = 200;
    NamedValues headers = {};  ///< They replace those of their names.
    QByteArray body = {};
    QByteArray redirect = {};  ///< An address, or "self".
    bool ignoreRange = false;  ///< 200 with everything in the place of 206.
    bool unpaged = false;      ///< Everything in one answer without "Link".

    // In the answer.
    QByteArray etag = {};                    ///< In the place of ETag and X-Linked-Etag, quotes and all.
    QStringList dropKeys = {};               ///< They are left out of each object of a JSON answer.
    QByteArrayList dropHeaders = {};         ///< Without Content-Length a body is chunked; without Transfer-Encoding,
                                             ///< too, it ends with the connection.
    NamedValues setHeaders = {};             ///< A Content-Length that is too small cuts the body; after one that is
                                             ///< too large the connection stays open, silent.
    std::optional<qint64> wrongByteAt = {};  ///< Where in the whole content, whatever range is sent.

    // On the way. A body that is not longer than this arrives whole.
    std::optional<qint64> stallAfter = {};  ///< So many bytes of the body, then silence; -1: not even a head.
    std::optional<qint64> cutAfter = {};    ///< So many bytes of the body, then a reset; -1: not even a head.
    qint64 bytesPerSecond = 0;              ///< 0: as fast as they go.
};

}  // namespace localhub
