// SPDX-License-Identifier: Apache-2.0
#include "engine/repolisting.h"

#include "engine/folderorder.h"
#include "hub/hubclient.h"

#include <QPointer>

#include <algorithm>

namespace {

RemoteFiles filesOf(const Page<TreeEntry> &page)
{
    RemoteFiles files;
    for (const TreeEntry &entry : page.items) {
        if (!entry.isFolder)
            files << entry.file;
    }
    return files;
}

}  // namespace

RepoListing::RepoListing(HubClient *hub, RepoId repo, QString commit, std::shared_ptr<CommitListing> known,
                         QObject *parent)
    : QObject(parent),
      m_hub(hub),
      m_repo(std::move(repo)),
      m_commit(std::move(commit)),
      m_known(std::move(known))
{
}

void RepoListing::openFolder(const QString &folder)
{
    m_folder = folder;
    if (m_known->isLarge) {
        listFolder();
        return;
    }
    if (!m_known->isWhole && !m_questions)
        listAll();
    Q_EMIT entriesChanged();
    if (m_known->isWhole)
        Q_EMIT listed();
}

QList<FolderEntry> RepoListing::entries() const
{
    if (m_questions && !m_isRecursive)
        return m_rows;
    if (const auto listed = m_known->folders.constFind(m_folder); listed != m_known->folders.cend())
        return *listed;
    return m_known->isWhole ? m_known->tree.entriesOf(m_folder) : m_known->tree.uncountedEntriesOf(m_folder);
}

template<typename OnPage>
void RepoListing::ask(const QString &folder, bool recursive, OnPage onPage)
{
    stop();
    m_questions = new QObject(this);
    m_isRecursive = recursive;
    const auto onAnswer = [this, onPage, asked = QPointer(m_questions)](const Result<Page<TreeEntry>> &page) {
        if (asked != m_questions)
            return false;
        if (page) {
            onPage(*page);
        } else {
            stop();
            Q_EMIT failed(page.error());
        }
        return asked && asked == m_questions;  // Whoever heard of the page may have gone to another folder by now.
    };
    m_hub->stream(hub::tree(m_repo, m_commit, folder, recursive), m_questions, onAnswer);
}

void RepoListing::stop()
{
    if (m_questions)
        m_questions->deleteLater();  // Later: it may be the context of the very answer that makes us stop.
    m_questions = nullptr;
}

void RepoListing::listAll()
{
    m_pages = 0;
    ask({}, true, [this](const Page<TreeEntry> &page) { onTreePage(page); });
}

void RepoListing::onTreePage(const Page<TreeEntry> &page)
{
    const RemoteFiles files = filesOf(page);
    m_known->tree.add(files);
    ++m_pages;
    const bool isLast = !page.next.isValid();
    if (isLast) {
        m_known->isWhole = true;
        stop();
    } else if (m_pages == kMaxPages) {
        m_known->isLarge = true;
        stop();
    }
    Q_EMIT filesFound(files);
    if (m_known->isLarge) {
        listFolder();
        return;
    }
    Q_EMIT entriesChanged();
    if (isLast)
        Q_EMIT listed();
}

void RepoListing::listFolder()
{
    if (m_known->folders.contains(m_folder)) {
        stop();
        Q_EMIT entriesChanged();
        Q_EMIT listed();
        return;
    }
    m_rows = m_known->tree.uncountedEntriesOf(m_folder);
    m_names.clear();
    for (const FolderEntry &row : std::as_const(m_rows))
        m_names.insert(row.name);
    ask(m_folder, false, [this](const Page<TreeEntry> &page) { onFolderPage(page); });
    Q_EMIT entriesChanged();
}

void RepoListing::onFolderPage(const Page<TreeEntry> &page)
{
    const QString above = m_folder.isEmpty() ? QString() : m_folder + u'/';
    QList<FolderEntry> added;
    for (const TreeEntry &entry : page.items) {
        const QString &path = entry.file.path;
        const QString name = path.mid(above.size());
        if (!path.startsWith(above) || name.isEmpty() || m_names.contains(name))
            continue;
        m_names.insert(name);
        added << FolderEntry{name, path, entry.isFolder, entry.isFolder ? RemoteFile{} : entry.file};
    }
    m_rows += added;
    const RemoteFiles files = filesOf(page);
    m_known->tree.add(files);
    const bool isLast = !page.next.isValid();
    if (isLast) {
        stop();
        std::ranges::sort(m_rows, engine::comesBefore);
        m_known->folders[m_folder] = std::exchange(m_rows, {});
        m_names.clear();
    }
    Q_EMIT filesFound(files);
    if (!added.isEmpty())
        Q_EMIT entriesAdded(added);
    if (isLast)
        Q_EMIT listed();
}
