// SPDX-License-Identifier: Apache-2.0
#include "local/cachecontents.h"

#include <algorithm>

qint64 CachedRepo::partBytes() const
{
    qint64 sum = 0;
    for (const CachedPart &part : parts)
        sum += part.bytes;
    return sum;
}

std::optional<RepoId> CachedRepo::id() const
{
    switch (kind) {
    case CacheKind::Model: return RepoId{RepoType::Model, name};
    case CacheKind::Dataset: return RepoId{RepoType::Dataset, name};
    case CacheKind::Space: return RepoId{RepoType::Space, name};
    case CacheKind::Kernel: break;
    }
    return {};
}

qint64 CacheContents::bytes() const
{
    qint64 sum = 0;
    QSet<QByteArray> elsewhere;
    for (const CachedRepo &repo : repos) {
        for (const CachedContent &content : repo.contents) {
            const bool isCounted
                = !content.payload.isEmpty() || (content.isElsewhere() && elsewhere.contains(content.path));
            if (isCounted)
                continue;
            sum += content.bytes;
            if (content.isElsewhere())
                elsewhere.insert(content.path);
        }
    }
    for (const SharedPayload &payload : payloads)
        sum += payload.bytes;
    return sum;
}

const CachedRepo *CacheContents::find(const QString &folder) const
{
    const auto repo = std::ranges::find(repos, folder, &CachedRepo::folder);
    return repo == repos.cend() ? nullptr : &*repo;
}
