// SPDX-License-Identifier: Apache-2.0
#include "cli/exitcode.h"

cli::ExitCode cli::exitCodeOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Cancelled: return Interrupted;
    case Error::Kind::Unauthorized:
    case Error::Kind::MissingScope:
    case Error::Kind::Forbidden:
    case Error::Kind::Keychain: return NotAllowed;
    case Error::Kind::NotFound:
    case Error::Kind::NoRevision:
    case Error::Kind::NoEntry: return NotFound;
    case Error::Kind::Gated: return Gated;
    case Error::Kind::Offline:
    case Error::Kind::Timeout:
    case Error::Kind::Tls:
    case Error::Kind::Proxy: return Network;
    case Error::Kind::Disk:
    case Error::Kind::DiskFull: return Disk;
    case Error::Kind::Checksum: return WrongContent;
    case Error::Kind::Refused:
    case Error::Kind::Conflict:
    case Error::Kind::RateLimited:
    case Error::Kind::Server:
    case Error::Kind::BadReply: break;
    }
    return Failed;
}
