// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/cachelayout.h"
#include "support/disk.h"

#include <QDir>
#include <QStringList>

/// Puts a cache on the disk as huggingface_hub lays it out: contents of one letter each, which is their name, too.
class CacheMaker
{
public:
    explicit CacheMaker(const QString &root) : m_layout(root) {}

    const CacheLayout &layout() const { return m_layout; }

    static QString etagOf(QChar letter) { return QString(40, letter); }
    static QString commitOf(QChar letter) { return QString(40, letter); }

    /// A revision with a file for each of \a letters, "a.bin" and so on, \a bytes long.
    void add(const RepoId &repo, const QString &commit, const QString &letters, qint64 bytes,
             const QStringList &refs = {}) const
    {
        QDir().mkpath(m_layout.snapshot(repo, commit));
        for (const QChar letter : letters) {
            disk::put(m_layout.blob(repo, etagOf(letter)), QByteArray(bytes, char(letter.unicode())));
            point(repo, commit, letter + QStringLiteral(".bin"), letter);
        }
        for (const QString &ref : refs)
            disk::put(m_layout.ref(repo, ref), commit.toLatin1());
    }

    void point(const RepoId &repo, const QString &commit, const QString &path, QChar letter) const
    {
        const QString up = QStringLiteral("../").repeated(2 + path.count(u'/'));
        disk::makeLink(up + QStringLiteral("blobs/") + etagOf(letter), m_layout.pointer(repo, commit, path));
    }

    /// A content of the store that repositories share, kept by the links of \a users; they are made, too.
    void share(QChar letter, qint64 bytes, const QList<RepoId> &users) const
    {
        const QString hash(64, letter);
        const QString store = m_layout.root() + QStringLiteral("/blobs/");
        disk::put(store + QStringLiteral(".huggingface-shared-blobs"), "1\n");
        const QString payload = hash.first(2) + u'/' + hash;
        disk::put(store + payload, QByteArray(bytes, char(letter.unicode())));
        QByteArray lines;
        for (const RepoId &repo : users) {
            disk::makeLink(QStringLiteral("../../blobs/") + payload, m_layout.blob(repo, etagOf(letter)));
            lines += (CacheLayout::folderName(repo) + QStringLiteral("/blobs/") + etagOf(letter) + u'\n').toUtf8();
        }
        disk::put(store + payload + QStringLiteral(".refs"), lines);
    }

private:
    CacheLayout m_layout;
};
