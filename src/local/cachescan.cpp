// SPDX-License-Identifier: Apache-2.0
#include "local/cachescan.h"

#include "local/openfolder.h"
#include "local/reposcan.h"
#include "local/sharedstore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Folder, kind and name of a repository that lies in a folder of this name; nothing where that cannot be one.
std::optional<CachedRepo> repoOf(const QString &folder)
{
    const qsizetype end = folder.indexOf("--"_L1);
    if (end < 0)
        return {};
    const QString name = folder.mid(end + 2).replace("--"_L1, "/"_L1);
    const QString kind = folder.first(end);
    const std::pair<QLatin1String, CacheKind> kinds[] = {{"models"_L1, CacheKind::Model},
                                                         {"datasets"_L1, CacheKind::Dataset},
                                                         {"spaces"_L1, CacheKind::Space},
                                                         {"kernels"_L1, CacheKind::Kernel}};
    for (const auto &[word, meant] : kinds) {
        if (kind == word)
            return CachedRepo{folder, meant, name};
    }
    return {};
}

bool isOfTheCache(const QByteArray &name)
{
    return name == ".locks" || name == "CACHEDIR.TAG" || name == ".DS_Store" || name == "Thumbs.db"
        || name == "desktop.ini";
}

/// What a scan has to look at, and what it already knows to be none of it.
CacheContents listed(const QString &root)
{
    CacheContents contents{QFileInfo(root).canonicalFilePath(), {}, {}, {}};
    const OpenFolder folder(contents.root, {}, OpenFolder::Missing::Fails);
    if (contents.root.isEmpty() || !folder)
        return contents;
    contents.payloads = local::sharedPayloads(contents.root);
    const bool hasStore = local::hasSharedStore(contents.root);
    folder.forEachEntry([&](const QByteArray &name, OpenFolder::Entry entry) {
        if (isOfTheCache(name) || (hasStore && name == "blobs"))
            return;
        const QString text = QFile::decodeName(name);
        const auto found = entry == OpenFolder::Entry::Link ? folder.lookThrough(name) : std::nullopt;
        const bool isFolder = entry == OpenFolder::Entry::Folder || (found && S_ISDIR(found->st_mode));
        std::optional<CachedRepo> repo = isFolder ? repoOf(text) : std::nullopt;
        if (!repo)
            return contents.oddities.append({text, CacheProblem::NotARepository});
        repo->isLink = entry == OpenFolder::Entry::Link;
        contents.repos.append(*std::move(repo));
    });
    return contents;
}

}  // namespace

CacheContents local::scanCache(const QString &root, ScanWatch *watch)
{
    CacheContents contents = listed(root);
    if (watch)
        watch->total = int(contents.repos.size());
    RepoScan scan(contents.root, contents.payloads, watch ? &watch->isStopped : nullptr);
    for (CachedRepo &repo : contents.repos) {
        if (watch && watch->isStopped) {
            contents.isWhole = false;
            break;
        }
        repo = scan.read(std::move(repo));
        if (watch)
            ++watch->done;
    }
    return contents;
}

CacheContents local::rescanned(const CacheContents &before, const QString &folder)
{
    CacheContents contents = before;
    contents.payloads = sharedPayloads(contents.root);
    RepoScan scan(contents.root, contents.payloads);
    contents.repos.removeIf([&folder](const CachedRepo &repo) { return repo.folder == folder; });
    const CacheContents now = listed(contents.root);
    if (const CachedRepo *repo = now.find(folder))
        contents.repos.append(scan.read(*repo));
    return contents;
}
