// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "localhub/http/response.h"

#include <memory>

namespace localhub {

/// Listens on one port of this computer and hands each request to a function, in one of so many threads.
class HttpServer
{
public:
    using Handler = std::function<Response(const Request &)>;

    /// Listens on \a port of 127.0.0.1, on a free one where that is 0, and serves until it is destroyed. A connection
    /// keeps one of \a threads as long as it is there.
    static Result<std::shared_ptr<HttpServer>> start(quint16 port, Handler handler, size_t threads);
    ~HttpServer();

    quint16 port() const;

private:
    class Private;
    explicit HttpServer(std::unique_ptr<Private> d);

    std::unique_ptr<Private> d;
};

}  // namespace localhub
