// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filetree.h"
#include "core/location.h"
#include "hub/refs.h"
#include "hub/repoinfo.h"
#include "local/cachestate.h"

#include <QObject>
#include <QPointer>

class Engine;
class Job;

/// One repository at one revision, as far as it is known: asks the Hub what is missing, and joins it with the cache.
///
/// Opening costs three questions (the repository, its names, one recursive list of up to ten pages) and, of a commit
/// whose list is kept, two. A larger repository goes folder by folder: isWhole() stays false, and what a folder holds
/// is asked for when it is opened. When the Hub cannot be reached, what is cached is shown, and isOffline() says so.
class RepoSession final : public QObject
{
    Q_OBJECT

public:
    RepoSession(Engine *engine, const RepoId &repo, const QString &revision, QObject *parent = nullptr);

    void open();

    const RepoId &repo() const { return m_repo; }
    QString revision() const { return m_revision; }  ///< "main" where none was named.
    QString commit() const { return m_info.sha; }    ///< Empty until opened().
    const RepoInfo &info() const { return m_info; }
    const Refs &refs() const { return m_refs; }
    const FileTree &tree() const { return m_tree; }
    bool isWhole() const { return m_isWhole; }    ///< tree() holds every file of the commit.
    bool isListing() const { return m_listing; }  ///< More of the current folder is on its way.
    bool isOffline() const { return m_isOffline; }

    /// Shows \a folder: entriesChanged() follows, at once or when the Hub answered.
    void openFolder(const QString &folder);
    const QString &folder() const { return m_folder; }
    QList<FolderEntry> entries() const;  ///< Of folder(), as far as known.

    const QHash<QString, LocalFile> &states() const { return m_states; }
    void refreshStates();  ///< Looks at the cache again; statesChanged() follows.

Q_SIGNALS:
    void opened();  ///< info() and commit() are there.
    void refsChanged();
    void entriesChanged();  ///< More of folder(), or another folder.
    void listed();          ///< folder() is complete.
    void statesChanged();
    void failed(const Error &error);
};
