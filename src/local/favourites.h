// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/repoid.h"

#include <QList>
#include <QObject>

class Settings;

/// The repositories that somebody marked, kept in the settings; the newest first. The Hub tells names apart without
/// their case, and so does this.
class Favourites final : public QObject
{
    Q_OBJECT

public:
    /// \a settings outlives it.
    explicit Favourites(Settings *settings, QObject *parent = nullptr);

    const QList<RepoId> &repos() const { return m_repos; }
    bool contains(const RepoId &repo) const;
    void add(const RepoId &repo);  ///< Comes first; nothing where it is one already.
    void insert(qsizetype at, const RepoId &repo);
    void remove(const RepoId &repo);

Q_SIGNALS:
    void changed();

private:
    void keep();

    Settings *m_settings;
    QList<RepoId> m_repos;
};
