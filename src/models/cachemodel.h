// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/cacheremoval.h"
#include "models/itemroles.h"

#include <QAbstractItemModel>

/// The repositories of the cache, below each its revisions and what is left of downloads; what is checked is to be
/// deleted. Checks stay with what they stand at when the cache was looked at again.
class CacheModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        KindRole = models::FirstOwnRole,  ///< int(CacheKind)
        FolderRole,                       ///< QString: the repository's folder in the cache.
        CommitRole,                       ///< QString: of a revision.
        IsPartsRole,                      ///< bool: the row of what is left of downloads.
        SortRole,                         ///< What rows are put in order by.
    };

    explicit CacheModel(QObject *parent = nullptr);

    void update(const CacheContents &contents);  ///< Tells exactly what changed.

    QList<CacheChoice> checked() const;
    void checkWhatNobodyNames();  ///< Detached revisions and what is left of downloads.
    void clearChecks();
    /// What deleting the row \a index alone would be.
    CacheChoice choiceOf(const QModelIndex &index) const;
    /// Of the row or of the one above it; null where \a index is none of this model.
    const CachedRepo *repoAt(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &folder) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void checksChanged();

private:
    struct Child {
        CachedCommit commit = {};  ///< Without a name: what is left of downloads.
        int files = 0;
        qint64 bytes = 0;
        QString note = {};
        bool isChecked = false;

        bool isParts() const { return commit.commit.isEmpty(); }
        friend bool operator==(const Child &, const Child &) = delete;
    };
    struct Repo {
        quintptr id;
        CachedRepo repo;
        QList<Child> children = {};
        bool isChecked = false;  ///< Where there are no children.

        Qt::CheckState state() const;
    };

    static QList<Child> childrenOf(const CachedRepo &repo);
    void updateRepo(int row, const CachedRepo &repo);
    void updateChildren(int row, const QList<Child> &children);
    void check(const QModelIndex &index, bool isChecked);
    const Child *childAt(const QModelIndex &index) const;
    QVariant nameData(const Repo &repo, const Child *child, int role) const;
    QVariant figureData(const Repo &repo, const Child *child, int column, int role) const;
    static QVariant noteData(const Repo &repo, const Child *child, int role);

    QList<Repo> m_repos;
    quintptr m_lastId = 0;
    QHash<quintptr, int> m_rowOf;
    qint64 m_largest = 0;
};
