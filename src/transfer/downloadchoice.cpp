// SPDX-License-Identifier: Apache-2.0
#include "transfer/downloadchoice.h"

DownloadChoice::DownloadChoice(const DownloadWish &wish)
    : m_filter(wish.include, wish.exclude),
      m_takesAll(wish.paths.isEmpty())
{
    for (const QString &path : wish.paths)
        m_named.insert(path.endsWith(u'/') ? path.chopped(1) : path);
}

/// By itself, or by one of the folders that it lies in.
bool DownloadChoice::isNamed(const QString &path) const
{
    for (qsizetype end = path.size(); end > 0; end = path.lastIndexOf(u'/', end - 1)) {
        if (m_named.contains(path.left(end)))
            return true;
    }
    return false;
}
