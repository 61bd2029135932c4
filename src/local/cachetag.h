// SPDX-License-Identifier: Apache-2.0
#pragma once

class OpenFolder;

namespace local {

/// Marks \a folder as a cache for backup programs, in huggingface_hub's words. Only where there is no mark yet; that it
/// cannot be made is no error.
void writeCacheTag(const OpenFolder &folder);

}  // namespace local
