// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remotefile.h"
#include "transfer/destination.h"

namespace transfer {

/// Makes \a file of \a destination a copy of the file \a from, which has the same content, and shares its blocks where
/// the file system can. The copy is hashed before it is published: Error::Kind::Checksum where \a from is damaged.
/// The file's lock is the caller's. For the pool.
std::optional<Error> copyProved(const QString &from, const Destination &destination, const RemoteFile &file);

}  // namespace transfer
