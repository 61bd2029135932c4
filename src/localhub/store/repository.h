// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/store/gitrepo.h"
#include "localhub/store/repoinfo.h"
#include "localhub/store/reponame.h"

#include <QCache>
#include <QHash>
#include <QMutex>
#include <QSet>

#include <functional>
#include <vector>

namespace localhub {

class LargeStore;

/// What is known of a repository at one moment.
struct RepoState {
    RepoName name;
    RepoInfo info;
    QByteArray head = {};         ///< The commit of the branch "main"; empty where there is none.
    QDateTime lastModified = {};  ///< When that was made, or else the repository.
    QJsonObject card = {};        ///< What the info or else the front matter of README.md says.
};

/// One repository of the store: its git directory, lent out to threads, and what is kept beside it.
class Repository
{
public:
    using Listing = std::shared_ptr<const QList<TreeEntry>>;
    /// Path of a file or folder → the commit that changed it last.
    using LastCommits = std::shared_ptr<const QHash<QByteArray, QByteArray>>;

    /// Makes the directory \a path and what belongs into it.
    static std::optional<Error> create(const QString &path, const RepoInfo &info);
    /// Null where \a path has no repository.
    static std::unique_ptr<Repository> open(const RepoName &name, const QString &path);
    ~Repository();

    QString path() const { return m_path; }
    RepoState state() const;

    /// Runs \a read with a repository that no other thread has meanwhile.
    template<typename Read>
    auto with(Read read) const
    {
        const Loan loan(*this);
        return read(static_cast<const GitRepo &>(*loan.repo));
    }

    // These are remembered for the last few asked for, since clients page through them.

    Listing list(const QByteArray &commit, const QByteArray &folder, bool recursive) const;
    LastCommits lastCommits(const QByteArray &commit) const;
    qint64 usedStorage(const QByteArray &commit) const;  ///< Bytes of all files.

    /// Whether the large file \a sha256 belongs to any commit of this repository.
    bool hasLarge(const QByteArray &sha256) const;

    Result<QByteArray> commit(const QByteArray &ref, const NewCommit &commit, const LargeStore &large);
    std::optional<Error> createRef(const QByteArray &ref, const QByteArray &target);

    /// Has \a change alter who asked for access, alone; whoever comes after this sees what it left, also after a
    /// restart. Nothing is kept where \a change answers false.
    std::optional<Error> changeRequests(const std::function<bool(AccessRequests &)> &change);

private:
    struct Loan {
        explicit Loan(const Repository &repository);
        ~Loan();
        Loan(const Loan &) = delete;
        Loan &operator=(const Loan &) = delete;

        const Repository &owner;
        std::unique_ptr<GitRepo> repo;
    };

    Repository(const RepoName &name, const QString &path, const RepoInfo &info);
    void readHead();
    void readLarge();
    std::optional<Error> addLarge(const NewCommit &commit);

    const QString m_path;
    QMutex m_writing;        ///< One commit at a time.
    mutable QMutex m_mutex;  ///< Over all that follows.
    RepoState m_state;
    QSet<QByteArray> m_large;
    mutable std::vector<std::unique_ptr<GitRepo>> m_idle;
    mutable QCache<QByteArray, Listing> m_listings{4};
    mutable QCache<QByteArray, LastCommits> m_lastCommits{2};
    mutable QCache<QByteArray, qint64> m_usedStorage{8};
};

}  // namespace localhub
