// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/globpattern.h"

#include <QStringList>

namespace core {

/// Which paths a download takes, by the rules of huggingface_hub's allow and ignore patterns: "*" crosses "/", "?" is
/// one character, "[seq]" and "[!seq]" are sets, case counts, a pattern that ends in "/" takes all below it, "\" is
/// "/".
class PathFilter
{
public:
    PathFilter() = default;  ///< Takes everything.
    PathFilter(const QStringList &include, const QStringList &exclude);

    bool takes(const QString &path) const;

private:
    std::vector<GlobPattern> m_include;  // Empty takes everything.
    std::vector<GlobPattern> m_exclude;
};

/// One pattern against the whole of \a path.
bool globMatches(const QString &pattern, const QString &path);

}  // namespace core
