// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/repocache.h"

#include <QStringList>
#include <QTemporaryDir>

#include <memory>

/// Files of a snapshot under their own names, for another program to copy: hard links to the contents, which cost no
/// byte and no time. (The snapshot's own files are relative links, which lead nowhere once they are copied as they
/// are.)
///
/// They lie in a folder of their own beside the repository's contents, where huggingface_hub does not look, and go when
/// this does.
class HandOut
{
public:
    static constexpr qsizetype kMaxFiles = 1000;

    /// The files \a paths of \a commit; each is named by its path without \a folder, in which all of them lie. What is
    /// not here, or lies outside of the cache, is left out; so is all beyond kMaxFiles. Waits for the disk: for the
    /// pool.
    HandOut(const RepoCache &cache, const QString &commit, const QString &folder, const QStringList &paths);

    /// Absolute paths of the files and of the folders that hold the rest. Where the file system takes no hard links, of
    /// the snapshot's own files.
    const QStringList &places() const { return m_places; }

private:
    void give(const RepoCache &cache, const QString &source, const QString &name);

    QTemporaryDir m_folder;
    QStringList m_places;
};
