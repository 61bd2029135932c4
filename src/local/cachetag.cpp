// SPDX-License-Identifier: Apache-2.0
#include "local/cachetag.h"

#include "local/openfolder.h"

void local::writeCacheTag(const OpenFolder &folder)
{
    static constexpr char text[] = "Signature: 8a477f597d28d172789f06886806bc55\n"
                                   "# This file is a cache directory tag created by huggingface_hub.\n"
                                   "# For information about cache directory tags, see:\n"
                                   "#\thttps://bford.info/cachedir/\n";
    if (folder)
        folder.writeNew("CACHEDIR.TAG", text);
}
