// SPDX-License-Identifier: Apache-2.0
#include "localhub/store/folderimport.h"

#include "core/partfile.h"
#include "localhub/store/committer.h"
#include "localhub/store/repository.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSet>

#include <cerrno>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

constexpr qint64 kLarge = 10'000'000;

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return core::diskError(errno);
    return file.readAll();
}

Result<Change> changeOf(Store &store, const QFileInfo &file, const QByteArray &path, const LargeFileRules &rules)
{
    if (!isValidPath(path))
        return Error{Error::Kind::Refused, u"“%1” is no path for a file."_s.arg(QString::fromUtf8(path))};
    // An empty file is never a large one, for the Hub.
    if (file.size() > 0 && (file.size() >= kLarge || rules.covers(path))) {
        const Result<LargeFile> large = store.putLargeFile(file.filePath());
        return large ? Result<Change>(Change::putLarge(path, *large)) : large.error();
    }
    const Result<QByteArray> bytes = contentOf(file.filePath());
    return bytes ? Result<Change>(Change::put(path, *bytes)) : bytes.error();
}

/// Deletions of what "main" has and \a kept has not.
QList<Change> deletions(const Repository &repo, const QSet<QByteArray> &kept)
{
    QList<Change> changes;
    const Repository::Listing entries = repo.list(repo.state().head, {}, true);
    for (const TreeEntry &entry : entries ? *entries : QList<TreeEntry>()) {
        if (entry.kind == TreeEntry::Kind::File && !kept.contains(entry.path) && entry.path != ".gitattributes")
            changes += Change::remove(entry.path);
    }
    return changes;
}

}  // namespace

std::optional<Error> importFolder(Store &store, const RepoName &name, const QString &path)
{
    const QDir folder(path);
    if (!folder.exists())
        return Error{Error::Kind::NoEntry, u"There is no folder “%1”."_s.arg(path)};
    if (!store.contains(name)) {
        if (auto error = store.createRepo(name, {}))
            return error;
    }
    const QString attributesPath = folder.filePath(u".gitattributes"_s);
    const Result<QByteArray> given = contentOf(attributesPath);
    const QByteArray attributes = given ? *given : defaultGitattributes();
    const LargeFileRules rules(attributes);
    NewCommit commit{.authorName = "localhub",
                     .authorEmail = "localhub@localhost",
                     .time = {},
                     .message = "Add " + folder.dirName().toUtf8(),
                     .parent = {},
                     .changes = {Change::put(".gitattributes", attributes)}};
    QSet<QByteArray> kept;
    QDirIterator files(path, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const QByteArray relative = folder.relativeFilePath(files.filePath()).toUtf8();
        if (relative == ".gitattributes" || relative.startsWith(".git/"))
            continue;
        const Result<Change> change = changeOf(store, files.fileInfo(), relative, rules);
        if (!change)
            return change.error();
        commit.changes += *change;
        kept += relative;
    }
    commit.changes += deletions(*store.repository(name), kept);
    const Result<QByteArray> id = store.commit(name, "main", commit);
    return id ? std::nullopt : std::optional(id.error());
}

}  // namespace localhub
