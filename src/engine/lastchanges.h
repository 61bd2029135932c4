// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/seencommits.h"

#include <QObject>
#include <QTimer>

class HubClient;

/// Finds out who changed the files and folders in sight last, and when: a moment after the sight came to rest, with one
/// question at a time, and never twice in a run. It says nothing of what goes wrong: the list is right without.
class LastChanges final : public QObject
{
    Q_OBJECT

public:
    /// \a hub outlives it; what it learns goes into \a known.
    LastChanges(HubClient *hub, RepoId repo, QString commit, std::shared_ptr<CommitListing> known, QObject *parent);

    static constexpr qsizetype kMaxPaths = 100;    ///< Of one question.
    static constexpr qsizetype kMaxUnmoved = 500;  ///< Paths asked for before somebody moves.

    /// In the place of what was wanted before.
    void want(const QStringList &paths);
    /// Somebody scrolled or went elsewhere: what comes in sight is wanted by a person, not by a list that sorts itself.
    void move() { m_left = kMaxUnmoved; }

Q_SIGNALS:
    void found(const QStringList &paths);

private:
    void ask();
    void take(const QStringList &asked, const Result<QHash<QString, LastChange>> &changes);

    HubClient *m_hub;
    RepoId m_repo;
    QString m_commit;
    std::shared_ptr<CommitListing> m_known;
    QStringList m_wanted;
    QTimer m_rest;
    qsizetype m_left = kMaxUnmoved;
    bool m_isAsking = false;
    bool m_isUnknown = false;  // This Hub does not say it.
};
