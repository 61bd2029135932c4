// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <optional>

class OpenFolder;
class QByteArray;
class QFile;

/// How a proved content gets its name: all of it atomic, none of it through a link.
namespace local {

/// Puts the part \a name of \a folder, open as \a part, in the place of \a newName in \a target, once its bytes are on
/// the disk; flushing the folder is the caller's. Its mode stays what open() gave it by the umask. Refused where \a
/// name is not the file that is open: what was proved is not what lies there.
std::optional<Error> placePart(const QFile &part, const OpenFolder &folder, const QByteArray &name,
                               const OpenFolder &target, const QByteArray &newName);

/// Puts a copy of the file \a name of \a folder (links followed) in the place of \a newName in \a target, sharing its
/// blocks where the file system can. It grows in \a folder, under a name that begins with a dot.
std::optional<Error> placeCopy(const OpenFolder &folder, const QByteArray &name, const OpenFolder &target,
                               const QByteArray &newName);

/// Puts a symbolic link \a text in the place of \a newName in \a target; one that is right stays. It is made in
/// \a folder where another thing has its name. An errno, 0 where all went well.
int placeLink(const QByteArray &text, const OpenFolder &folder, const OpenFolder &target, const QByteArray &newName);

}  // namespace local
