// SPDX-License-Identifier: Apache-2.0
#include "localhub/store/gitrepo.h"

#include "localhub/store/largestore.h"

#include <QFile>
#include <QTimeZone>

#include <algorithm>
#include <functional>

namespace localhub {

namespace {

std::optional<TreeEntry> entryOf(const git_tree_entry *entry, const QByteArray &path)
{
    switch (git_tree_entry_type(entry)) {
    case GIT_OBJECT_BLOB: return TreeEntry{TreeEntry::Kind::File, path, git::hex(*git_tree_entry_id(entry))};
    case GIT_OBJECT_TREE: return TreeEntry{TreeEntry::Kind::Folder, path, git::hex(*git_tree_entry_id(entry))};
    case GIT_OBJECT_COMMIT: return TreeEntry{TreeEntry::Kind::Submodule, path, git::hex(*git_tree_entry_id(entry))};
    default: return {};
    }
}

git::Commit commitObject(git_repository *repository, const QByteArray &id)
{
    const auto oid = git::idOf(id);
    return oid ? git::made<git::Commit>(git_commit_lookup, repository, &*oid) : nullptr;
}

void listInto(QList<TreeEntry> &list, git_repository *repository, const git_tree *tree, const QByteArray &prefix,
              bool recursive)
{
    const size_t count = git_tree_entrycount(tree);
    for (size_t i = 0; i < count; ++i) {
        const git_tree_entry *raw = git_tree_entry_byindex(tree, i);
        const auto entry = entryOf(raw, prefix + git_tree_entry_name(raw));
        if (!entry)
            continue;
        list += *entry;
        if (!recursive || entry->kind != TreeEntry::Kind::Folder)
            continue;
        if (const auto child = git::made<git::Tree>(git_tree_lookup, repository, git_tree_entry_id(raw)))
            listInto(list, repository, child.get(), entry->path + '/', recursive);
    }
}

}  // namespace

std::unique_ptr<GitRepo> GitRepo::open(const QString &path)
{
    auto repository = git::made<git::Repository>(git_repository_open_bare, QFile::encodeName(path).constData());
    return repository ? std::unique_ptr<GitRepo>(new GitRepo(std::move(repository))) : nullptr;
}

std::optional<QByteArray> GitRepo::resolve(const QByteArray &revision) const
{
    if (revision.contains('\0'))
        return {};
    if (revision == "HEAD")
        return commitOfRef("refs/heads/main");
    if (revision.startsWith("refs/"))
        return commitOfRef(revision);
    for (const QByteArray &prefix : {QByteArray("refs/heads/"), QByteArray("refs/tags/")}) {
        if (const auto commit = commitOfRef(prefix + revision))
            return commit;
    }
    return commitOfPrefix(revision);
}

std::optional<QByteArray> GitRepo::commitOfRef(const QByteArray &name) const
{
    const auto ref = git::made<git::Reference>(git_reference_lookup, handle(), name.constData());
    const auto commit = ref ? git::made<git::Object>(git_reference_peel, ref.get(), GIT_OBJECT_COMMIT) : nullptr;
    return commit ? std::optional(git::hex(*git_object_id(commit.get()))) : std::nullopt;
}

std::optional<QByteArray> GitRepo::commitOfPrefix(const QByteArray &hex) const
{
    const auto isHex
        = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    if (hex.size() < 5 || hex.size() > GIT_OID_HEXSZ || !std::ranges::all_of(hex, isHex))
        return {};
    git_oid id;
    if (git_oid_fromstrn(&id, hex.constData(), size_t(hex.size())) != 0)
        return {};
    const auto commit = git::made<git::Commit>(git_commit_lookup_prefix, handle(), &id, size_t(hex.size()));
    return commit ? std::optional(git::hex(*git_commit_id(commit.get()))) : std::nullopt;
}

QList<Ref> GitRepo::refs() const
{
    QList<Ref> refs;
    const auto iterator = git::made<git::RefIterator>(git_reference_iterator_new, handle());
    const char *name = nullptr;
    while (iterator && git_reference_next_name(&name, iterator.get()) == 0) {
        if (const auto commit = commitOfRef(name))
            refs += {name, *commit};
    }
    std::ranges::sort(refs, {}, &Ref::name);
    return refs;
}

git::Tree GitRepo::treeAt(const QByteArray &commit) const
{
    const git::Commit object = commitObject(handle(), commit);
    return object ? git::made<git::Tree>(git_commit_tree, object.get()) : nullptr;
}

std::optional<QList<TreeEntry>> GitRepo::list(const QByteArray &commit, const QByteArray &folder, bool recursive) const
{
    git::Tree tree = treeAt(commit);
    if (tree && !folder.isEmpty()) {
        const auto entry = git::made<git::TreeEntry>(git_tree_entry_bypath, tree.get(), folder.constData());
        tree = entry ? git::made<git::Tree>(git_tree_lookup, handle(), git_tree_entry_id(entry.get())) : nullptr;
    }
    if (!tree)
        return {};
    QList<TreeEntry> list;
    listInto(list, handle(), tree.get(), folder.isEmpty() ? folder : folder + '/', recursive);
    return list;
}

std::optional<TreeEntry> GitRepo::entry(const QByteArray &commit, const QByteArray &path) const
{
    const git::Tree tree = treeAt(commit);
    if (!tree || path.isEmpty() || path.contains('\0') || path.contains("//") || path.endsWith('/'))
        return {};
    const auto entry = git::made<git::TreeEntry>(git_tree_entry_bypath, tree.get(), path.constData());
    return entry ? entryOf(entry.get(), path) : std::nullopt;
}

std::optional<FileContent> GitRepo::content(const QByteArray &blob) const
{
    const auto id = git::idOf(blob);
    const auto odb = git::made<git::Odb>(git_repository_odb, handle());
    size_t size = 0;
    git_object_t type{};
    if (!id || !odb || git_odb_read_header(&size, &type, odb.get(), &*id) != 0 || type != GIT_OBJECT_BLOB)
        return {};
    if (qint64(size) <= kMaxPointerSize) {
        if (const auto large = pointedTo(bytes(blob).value_or(QByteArray())))
            return FileContent{large->size, large, qint64(size)};
    }
    return FileContent{qint64(size)};
}

std::optional<QByteArray> GitRepo::bytes(const QByteArray &blob) const
{
    const auto id = git::idOf(blob);
    const auto object = id ? git::made<git::Blob>(git_blob_lookup, handle(), &*id) : nullptr;
    if (!object)
        return {};
    return QByteArray(static_cast<const char *>(git_blob_rawcontent(object.get())),
                      qsizetype(git_blob_rawsize(object.get())));
}

std::optional<CommitInfo> GitRepo::commit(const QByteArray &id) const
{
    const git::Commit object = commitObject(handle(), id);
    if (!object)
        return {};
    const QByteArray text = git_commit_message(object.get());
    const qsizetype end = text.indexOf('\n');
    return CommitInfo{id, git_commit_author(object.get())->name, end < 0 ? text : text.first(end),
                      end < 0 ? QByteArray() : text.sliced(end).trimmed(),
                      QDateTime::fromSecsSinceEpoch(git_commit_time(object.get()), QTimeZone::utc())};
}

std::optional<QByteArray> GitRepo::parent(const QByteArray &commit) const
{
    const git::Commit object = commitObject(handle(), commit);
    const git_oid *parent = object ? git_commit_parent_id(object.get(), 0) : nullptr;
    return parent ? std::optional(git::hex(*parent)) : std::nullopt;
}

QList<QByteArray> GitRepo::history(const QByteArray &commit) const
{
    QList<QByteArray> ids;
    const auto walk
        = git::made<std::unique_ptr<git_revwalk, git::Deleter<git_revwalk_free>>>(git_revwalk_new, handle());
    const auto start = git::idOf(commit);
    if (!walk || !start || git_revwalk_sorting(walk.get(), GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME) != 0
        || git_revwalk_push(walk.get(), &*start) != 0)
        return {};
    git_oid id;
    while (git_revwalk_next(&id, walk.get()) == 0)
        ids += git::hex(id);
    return ids;
}

QList<QByteArray> GitRepo::changedPaths(const QByteArray &commit) const
{
    const git::Tree to = treeAt(commit);
    const auto before = parent(commit);
    const git::Tree from = before ? treeAt(*before) : nullptr;
    git_diff_options options;  // The macro of the same purpose leaves fields out, which clang warns of.
    git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    options.flags = GIT_DIFF_SKIP_BINARY_CHECK;
    const auto diff = git::made<git::Diff>(git_diff_tree_to_tree, handle(), from.get(), to.get(), &options);
    QList<QByteArray> paths;
    const size_t count = diff ? git_diff_num_deltas(diff.get()) : 0;
    for (size_t i = 0; i < count; ++i)
        paths += git_diff_get_delta(diff.get(), i)->new_file.path;
    return paths;
}

}  // namespace localhub
