// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filetree.h"
#include "hub/lastchanges.h"
#include "hub/refs.h"
#include "hub/repoinfo.h"

#include <QHash>

#include <list>
#include <memory>
#include <optional>

/// What this run knows of one commit. A commit never changes, so what was once asked for stays right; the names that
/// the repository has for its commits (\a refs) are those of the last time.
struct CommitListing {
    RepoInfo info;  ///< Without a sha until the Hub was asked.
    std::optional<Refs> refs;
    FileTree tree;
    bool isWhole = false;  ///< \a tree holds every file.
    bool isLarge = false;  ///< The recursive list has more pages than are asked for: it goes folder by folder.
    QHash<QString, QList<FolderEntry>> folders;  ///< Of a large one: the folders that were listed to the end.
    QHash<QString, LastChange> changes;  ///< By path, as far as somebody looked; without a commit: the Hub did not say.
    std::optional<QString> card;
};

/// The commits seen last, so that coming back to one costs no question. Sessions of the same commit share its listing.
class SeenCommits
{
public:
    /// Made where absent; the one used longest ago goes when there are too many.
    std::shared_ptr<CommitListing> of(const RepoId &repo, const QString &commit);
    /// Null where it was not seen.
    std::shared_ptr<CommitListing> find(const RepoId &repo, const QString &commit) const;

    static constexpr int kMaxCommits = 24;
    static constexpr qsizetype kMaxFiles = 300'000;

private:
    struct Seen {
        RepoId repo;
        QString commit;
        std::shared_ptr<CommitListing> listing;
    };

    void trim();

    std::list<Seen> m_seen;  // The one used last in front.
};
