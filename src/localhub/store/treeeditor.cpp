// SPDX-License-Identifier: Apache-2.0
#include "localhub/store/treeeditor.h"

#include <algorithm>
#include <vector>

namespace localhub {

/// A file, or a folder; one that nobody opened yet is known by its id alone.
struct TreeEditor::Entry {
    git_filemode_t mode = GIT_FILEMODE_BLOB;
    git_oid id{};
    std::unique_ptr<Entries> children = {};
};

TreeEditor::TreeEditor(git_repository *repository, const git_tree *tree)
    : m_repository(repository),
      m_root(std::make_unique<Entries>())
{
    if (tree)
        load(*m_root, tree);
}

TreeEditor::~TreeEditor() = default;

void TreeEditor::load(Entries &entries, const git_tree *tree)
{
    const size_t count = git_tree_entrycount(tree);
    for (size_t i = 0; i < count; ++i) {
        const git_tree_entry *entry = git_tree_entry_byindex(tree, i);
        entries.emplace(git_tree_entry_name(entry), Entry{git_tree_entry_filemode(entry), *git_tree_entry_id(entry)});
    }
}

TreeEditor::Entries &TreeEditor::opened(Entry &folder)
{
    if (!folder.children) {
        folder.children = std::make_unique<Entries>();
        if (const auto tree = git::made<git::Tree>(git_tree_lookup, m_repository, &folder.id))
            load(*folder.children, tree.get());
    }
    return *folder.children;
}

TreeEditor::Entries *TreeEditor::parentOf(const QByteArrayList &parts, bool make)
{
    Entries *entries = m_root.get();
    for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
        auto found = entries->find(parts[i]);
        if (found == entries->end()) {
            if (!make)
                return nullptr;
            found = entries->emplace(parts[i], Entry{GIT_FILEMODE_TREE, {}, std::make_unique<Entries>()}).first;
        }
        if (found->second.mode != GIT_FILEMODE_TREE)
            return nullptr;
        entries = &opened(found->second);
    }
    return entries;
}

bool TreeEditor::put(const QByteArray &path, const git_oid &blob)
{
    const QByteArrayList parts = path.split('/');
    Entries *parent = parentOf(parts, true);
    if (!parent)
        return false;
    auto [entry, isNew] = parent->try_emplace(parts.last());
    if (!isNew && entry->second.mode == GIT_FILEMODE_TREE)
        return false;
    entry->second.id = blob;
    return true;
}

bool TreeEditor::remove(const QByteArray &path, bool folder)
{
    const QByteArrayList parts = path.split('/');
    Entries *parent = parentOf(parts, false);
    const auto found = parent ? parent->find(parts.last()) : Entries::iterator();
    if (!parent || found == parent->end() || (found->second.mode == GIT_FILEMODE_TREE) != folder)
        return false;
    parent->erase(found);
    return true;
}

std::optional<git_oid> TreeEditor::blob(const QByteArray &path)
{
    const QByteArrayList parts = path.split('/');
    Entries *parent = parentOf(parts, false);
    const auto found = parent ? parent->find(parts.last()) : Entries::iterator();
    if (!parent || found == parent->end() || found->second.mode == GIT_FILEMODE_TREE)
        return {};
    return found->second.id;
}

git_oid TreeEditor::write(ObjectSink &sink)
{
    return write(*m_root, sink);
}

git_oid TreeEditor::write(Entries &entries, ObjectSink &sink)
{
    for (auto it = entries.begin(); it != entries.end();) {
        Entry &entry = it->second;
        if (entry.children)
            entry.id = write(*entry.children, sink);
        it = entry.children && entry.children->empty() ? entries.erase(it) : std::next(it);
    }
    // Git sorts a folder as if its name ended in a slash.
    std::vector<std::pair<QByteArray, const Entry *>> sorted;
    sorted.reserve(entries.size());
    for (const auto &[name, entry] : entries)
        sorted.emplace_back(entry.mode == GIT_FILEMODE_TREE ? name + '/' : name, &entry);
    std::ranges::sort(sorted, {}, [](const auto &named) -> const QByteArray & { return named.first; });

    QByteArray bytes;
    for (const auto &[name, entry] : sorted) {
        const bool isFolder = entry->mode == GIT_FILEMODE_TREE;
        bytes += QByteArray::number(uint(entry->mode), 8) + ' ' + (isFolder ? name.chopped(1) : name) + '\0';
        bytes += QByteArrayView(entry->id.id, GIT_OID_RAWSZ);
    }
    return sink.write(GIT_OBJECT_TREE, bytes);
}

}  // namespace localhub
