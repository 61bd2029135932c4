// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>

/// Why an operation failed: \a kind is for code to branch on, \a message for people, \a detail for the log.
struct Error {
    enum class Kind {
        Cancelled,
        Refused,  ///< By us: an address, a name or an archive that would lead astray.
        Offline,
        Timeout,
        Tls,
        Proxy,
        Unauthorized,  ///< No token, or one that is not valid any more.
        MissingScope,  ///< The account may, this token of it may not.
        Forbidden,
        Gated,
        NotFound,
        NoRevision,
        NoEntry,
        Conflict,  ///< Somebody changed it meanwhile.
        RateLimited,
        Server,
        BadReply,
        Checksum,
        Disk,
        DiskFull,  ///< Pauses a transfer: what arrived is kept.
        Keychain
    };

    /// How far who asks has come with the authors of what is gated.
    enum class Access { SignedOut, NotAsked, Pending, Rejected };

    Kind kind;
    QString message;                     ///< One translated sentence that can be shown as it is.
    QString detail = {};                 ///< What the server or the system said; never a token.
    std::chrono::seconds retryAfter{0};  ///< How long the server asked us to wait.
    QString commit = {};                 ///< With NoEntry: the commit that lacks the file, where the Hub names it.
    Access access = Access::NotAsked;    ///< With Gated.

    /// Whether another try may succeed by itself.
    bool isTransient() const
    {
        return kind == Kind::Offline || kind == Kind::Timeout || kind == Kind::RateLimited || kind == Kind::Server;
    }

    /// Whether there was no answer at all: what this computer has may serve instead.
    bool isUnreachable() const { return kind == Kind::Offline || kind == Kind::Timeout || kind == Kind::Proxy; }
};
