// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hubid.h"
#include "core/location.h"
#include "engine/seencommits.h"
#include "hub/commits.h"
#include "local/cachestate.h"

#include <QObject>

class CacheStates;
class Engine;
class HubClient;
class HubWatch;
class LastChanges;
class RepoListing;
struct CachedRevision;

/// One repository at one revision, as far as it is known: asks the Hub what is missing, and joins it with the cache.
///
/// Opening costs three questions (the repository, its names, one recursive list of up to ten pages) and, of a commit
/// whose list is kept or was seen in this run, two; a commit that was seen and is named by its hash costs none. A
/// larger repository goes folder by folder: isWhole() stays false, and what a folder holds is asked for when it is
/// opened. When the Hub cannot be reached, what is cached is shown, and wentOffline() says so; when it can be again,
/// another session shows the rest.
class RepoSession final : public QObject
{
    Q_OBJECT

public:
    /// \a engine outlives the session.
    RepoSession(Engine *engine, const HubId &hub, const RepoId &repo, const QString &revision,
                QObject *parent = nullptr);
    ~RepoSession() override;

    void open();  ///< Once; to look again, make another session.

    const HubId &hubId() const { return m_hubId; }
    HubClient *hub() const;   ///< Also where isOffline().
    HubWatch &watch() const;  ///< Whether that Hub can be reached.
    const RepoId &repo() const { return m_repo; }
    QString revision() const { return m_revision; }  ///< "main" where none was named.
    QString commit() const { return m_info.sha; }    ///< Empty until opened().
    const RepoInfo &info() const { return m_info; }
    const Refs &refs() const { return m_refs; }
    const FileTree &tree() const { return m_known->tree; }
    bool isWhole() const { return m_known->isWhole; }  ///< tree() holds every file of the commit.
    bool isListing() const;                            ///< More of the current folder is on its way.
    bool isOffline() const { return m_isOffline; }

    /// Shows \a folder: entriesChanged() follows at once, with what is known, and again when the Hub answered. Where it
    /// names a file, the folder of that file is shown and fileFound() says so. After an error it asks again.
    void openFolder(const QString &folder);
    const QString &folder() const { return m_folder; }
    QList<FolderEntry> entries() const;  ///< Of folder(), as far as known.

    const QHash<QString, LocalFile> &states() const;
    void refreshStates();  ///< Looks at the cache again; statesChanged() follows.

    const QHash<QString, LastChange> &changes() const { return m_known->changes; }
    /// Has the last changes of \a paths asked for, a moment later, where they are not known; changesFound() follows.
    /// \a hasMoved: by somebody's scrolling, not by what the list did.
    void lookAt(const QStringList &paths, bool hasMoved);

    /// Gets the text of README.md; cardChanged() or cardFailed() follows.
    void loadCard();
    /// Asks for the newest commits of the revision, once; commitsChanged() follows where the Hub answers.
    void loadCommits();
    const Page<Commit> &commits() const { return m_commits; }

Q_SIGNALS:
    void opened();                       ///< info() and commit() are there.
    void wentOffline(const Error &why);  ///< From now on the session shows what is on this computer; after opened().
    void refsChanged();
    void entriesChanged();                                 ///< Another folder, or look at entries() again.
    void entriesAdded(const QList<FolderEntry> &entries);  ///< These more in folder(), and nothing else.
    void listed();                                         ///< folder() is complete.
    void fileFound(const QString &path);  ///< openFolder() was asked for this file; folder() is where it lies.
    void statesChanged();
    void changesFound(const QStringList &paths);
    void cardChanged(const QString &markdown);  ///< Empty: there is none.
    void cardFailed(const Error &error);
    void commitsChanged();
    void failed(const Error &error);

private:
    void ask();
    void askInfo();
    void askRefs();
    void openSeen(const std::shared_ptr<CommitListing> &seen);
    void openOnline(const RepoInfo &info);
    void openCached(const std::optional<Error> &why);
    void adoptCached(const CachedRevision &cached, const Error &why);
    void goOnCached(const Error &why);
    void addCached(const CachedRevision &cached);
    void beginStates();
    void readKeptTree();
    void beginListing();
    void showFolder();
    void onEntriesChanged();
    void onListed();
    void onListingFailed(const Error &error);

    Engine *m_engine;
    HubId m_hubId;
    RepoId m_repo;
    QString m_revision;
    RepoInfo m_info;
    Refs m_refs;
    bool m_hasRefs = false;
    bool m_isOffline = false;
    bool m_isReading = false;  // The list kept on disk is being read.
    std::shared_ptr<CommitListing> m_known;
    RepoListing *m_listing = nullptr;  // Null until there is a commit, and offline.
    QString m_folder;
    QString m_wantedFile;  // What was asked for as a folder and is none: perhaps a file.
    CacheStates *m_states = nullptr;
    LastChanges *m_changes = nullptr;  // Like the listing.
    Page<Commit> m_commits;
    bool m_askedCommits = false;
    bool m_isFetchingCard = false;
};
