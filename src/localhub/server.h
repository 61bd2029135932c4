// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "localhub/api/deviceflow.h"
#include "localhub/store/store.h"

namespace localhub {

/// A Hub that serves: the API on one port of 127.0.0.1, the bytes of large files on another. Serves until it is
/// destroyed.
///
///     const auto server = Server::start(store, {.users = {{"ada", "hf_ada"}}});
///     HubClient client((*server)->url());
class Server
{
public:
    struct Options {
        quint16 port = 0;     ///< 0: a free one.
        quint16 cdnPort = 0;  ///< 0: a free one.
        std::vector<User> users = {};
        std::vector<Token> tokens = {};  ///< Beside those of the users.
        OAuthOptions oauth = {};
        bool logs = false;    ///< A line on stderr for each request, without its query: that may be signed.
        bool faults = false;  ///< Whether "/.localhub/faults" can have answers go wrong.
    };

    static Result<std::shared_ptr<Server>> start(std::shared_ptr<Store> store, const Options &options);
    ~Server();

    quint16 port() const;
    quint16 cdnPort() const;
    QString url() const;  ///< "http://127.0.0.1:8080"
    Store &store() const;

private:
    class Private;
    explicit Server(std::unique_ptr<Private> d);

    std::unique_ptr<Private> d;
};

}  // namespace localhub
