// SPDX-License-Identifier: Apache-2.0
#include "core/glob.h"

#include <algorithm>

namespace {

QString withSlashes(QString text)
{
    return text.replace(u'\\', u'/');
}

core::GlobPattern patternOf(const QString &text)
{
    const QString pattern = withSlashes(text);
    return core::GlobPattern(pattern.endsWith(u'/') ? pattern + u'*' : pattern);
}

}  // namespace

core::PathFilter::PathFilter(const QStringList &include, const QStringList &exclude)
{
    std::ranges::transform(include, std::back_inserter(m_include), patternOf);
    std::ranges::transform(exclude, std::back_inserter(m_exclude), patternOf);
}

bool core::PathFilter::takes(const QString &path) const
{
    const QString normal = withSlashes(path);
    const auto matches = [&normal](const GlobPattern &pattern) { return pattern.matches(normal); };
    return (m_include.empty() || std::ranges::any_of(m_include, matches)) && std::ranges::none_of(m_exclude, matches);
}

bool core::globMatches(const QString &pattern, const QString &path)
{
    return patternOf(pattern).matches(withSlashes(path));
}
