// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filetree.h"

namespace engine {

/// The order of a folder's rows, which is the Hub's: folders first, each kind by the characters of its names.
inline bool comesBefore(const FolderEntry &one, const FolderEntry &other)
{
    return one.isFolder != other.isFolder ? one.isFolder : one.name < other.name;
}

}  // namespace engine
