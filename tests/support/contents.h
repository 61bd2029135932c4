// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contenthash.h"
#include "core/remotefile.h"

/// Files as the Hub would list them.
namespace contents {

/// \a size bytes that differ from those of another \a seed, and along the way.
inline QByteArray bytes(qsizetype size, int seed = 1)
{
    QByteArray made(size, Qt::Uninitialized);
    quint32 state = quint32(seed) * 2654435761U + 1;
    for (char &c : made) {
        state = state * 1664525U + 1013904223U;
        c = char(state >> 24);
    }
    return made;
}

inline QString hashOf(const QByteArray &bytes, ContentHash::Kind kind)
{
    ContentHash hash(kind, bytes.size());
    hash.add(bytes);
    return QString::fromLatin1(hash.hex());
}

inline RemoteFile smallFile(const QString &path, const QByteArray &bytes)
{
    return {path, bytes.size(), hashOf(bytes, ContentHash::Kind::GitBlob), {}, {}};
}

inline RemoteFile largeFile(const QString &path, const QByteArray &bytes)
{
    return {path, bytes.size(), QString(40, u'a'), hashOf(bytes, ContentHash::Kind::Sha256), {}};
}

}  // namespace contents
