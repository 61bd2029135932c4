// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/seed/file.h"
#include "localhub/store/store.h"

#include <QSet>

#include <optional>

namespace localhub::seed {

/// One commit of the demo: always the same time and author, so that its id is the same in every run.
struct Step {
    QByteArray author;
    QDateTime time;
    QByteArray message;
    QList<File> files;
    QByteArrayList removed;
};

/// Writes the demo's repositories into a store. It remembers the first error, and does nothing after it.
///
/// What is already there is left as it is: after a run that was killed, the next one goes on where that one stopped.
class Seeder
{
public:
    explicit Seeder(Store &store) : m_store(store) {}

    void createRepo(const RepoName &name, const RepoInfo &info);

    /// Answers the commit's id; nothing after an error.
    QByteArray commit(const RepoName &name, const QByteArray &ref, const Step &step);

    void createBranch(const RepoName &name, const QByteArray &branch, const QByteArray &target);
    void createTag(const RepoName &name, const QByteArray &tag, const QByteArray &target);
    void createPullRequest(const RepoName &name, int number, const QByteArray &target);

    const std::optional<Error> &error() const { return m_error; }

private:
    QByteArray made(const RepoName &name, const QByteArray &ref, const Step &step) const;
    Change changeFor(const File &file);
    void keep(const std::optional<Error> &error);
    void keepUnlessThere(const std::optional<Error> &error);

    Store &m_store;
    QSet<RepoName> m_new;  ///< Made by us: no need to look what is in them.
    std::optional<Error> m_error;
};

/// A time in UTC, as "2024-02-12 09:14".
QDateTime utc(const QByteArray &text);

}  // namespace localhub::seed
