// SPDX-License-Identifier: Apache-2.0
#include "formats/imagekind.h"

QByteArray formats::imageKindOf(QByteArrayView beginning)
{
    if (beginning.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (beginning.startsWith("\xff\xd8\xff"))
        return "jpeg";
    if (beginning.startsWith("GIF87a") || beginning.startsWith("GIF89a"))
        return "gif";
    if (beginning.size() >= 12 && beginning.startsWith("RIFF") && beginning.sliced(8).startsWith("WEBP"))
        return "webp";
    return {};
}
