// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "engine/seencommits.h"
#include "hub/page.h"
#include "hub/tree.h"

#include <QObject>
#include <QSet>

class HubClient;

/// Asks the Hub what a commit holds: by one recursive list of up to ten pages, and folder by folder where that is not
/// all. What it learns goes into a CommitListing, which may know some already.
class RepoListing final : public QObject
{
    Q_OBJECT

public:
    RepoListing(HubClient *hub, RepoId repo, QString commit, std::shared_ptr<CommitListing> known, QObject *parent);

    static constexpr int kMaxPages = 10;

    /// Asks for what is missing to show \a folder, and stops asking for another one.
    void openFolder(const QString &folder);
    const QString &folder() const { return m_folder; }
    bool isListing() const { return m_questions; }

    /// Of folder(), as far as known: folders first, and what came with the last page at the end. How much lies below a
    /// folder is told once all of it is known.
    QList<FolderEntry> entries() const;

Q_SIGNALS:
    void filesFound(const RemoteFiles &files);
    void entriesChanged();
    void entriesAdded(const QList<FolderEntry> &entries);  ///< These more than before.
    void listed();                                         ///< entries() are all.
    void failed(const Error &error);

private:
    template<typename OnPage>
    void ask(const QString &folder, bool recursive, OnPage onPage);
    void stop();
    void listAll();
    void listFolder();
    void onTreePage(const Page<TreeEntry> &page);
    void onFolderPage(const Page<TreeEntry> &page);

    HubClient *m_hub;
    RepoId m_repo;
    QString m_commit;
    std::shared_ptr<CommitListing> m_known;
    QString m_folder;
    QObject *m_questions = nullptr;  // The context of those on their way: who replaced it hears nothing of them.
    bool m_isRecursive = false;      // What is on its way is the list of all.
    int m_pages = 0;
    QList<FolderEntry> m_rows;  // Of a folder that is being listed.
    QSet<QString> m_names;      // Their names.
};
