// SPDX-License-Identifier: Apache-2.0
#include "engine/seencommits.h"

#include <algorithm>

std::shared_ptr<CommitListing> SeenCommits::of(const RepoId &repo, const QString &commit)
{
    const auto known
        = std::ranges::find_if(m_seen, [&](const Seen &seen) { return seen.repo == repo && seen.commit == commit; });
    if (known != m_seen.end())
        m_seen.splice(m_seen.begin(), m_seen, known);
    else
        m_seen.push_front({repo, commit, std::make_shared<CommitListing>()});
    trim();
    return m_seen.front().listing;
}

std::shared_ptr<CommitListing> SeenCommits::find(const RepoId &repo, const QString &commit) const
{
    const auto known
        = std::ranges::find_if(m_seen, [&](const Seen &seen) { return seen.repo == repo && seen.commit == commit; });
    return known == m_seen.end() ? nullptr : known->listing;
}

void SeenCommits::trim()
{
    qsizetype files = 0;
    int commits = 0;
    for (auto seen = m_seen.begin(); seen != m_seen.end();) {
        files += seen->listing->tree.count();
        if (++commits > 1 && (commits > kMaxCommits || files > kMaxFiles))
            seen = m_seen.erase(seen);
        else
            ++seen;
    }
}
