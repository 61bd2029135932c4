// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filetree.h"
#include "hub/lastchanges.h"
#include "local/cachestate.h"
#include "models/checkedpaths.h"
#include "models/itemroles.h"
#include "models/runningfiles.h"

#include <QAbstractTableModel>

/// How many files lie below a folder, and how many of them are cached.
struct FolderCount {
    int files = 0;
    int cached = 0;

    friend bool operator==(const FolderCount &, const FolderCount &) = default;
};

/// The files and folders of one folder of a repository: what the Hub says, what lies in the cache, what is on its way,
/// and what is checked for a download. Filled by a FileFeed.
///
/// Rows stand in engine::comesBefore() order. Only another folder is a reset.
class FileModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// On the first column.
    enum Role { PathRole = models::FirstOwnRole, IsFolderRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Another repository or commit: nothing is known of it yet, nothing is checked. \a states is looked at whenever a
    /// row is asked for; null or alive as long as it is set.
    void setCommit(const RepoId &repo, const QString &commit, const QHash<QString, LocalFile> *states);
    /// The rows of \a folder, whole: what is not in \a entries any more goes.
    void setEntries(const QString &folder, QList<FolderEntry> entries);
    void addEntries(QList<FolderEntry> entries);  ///< More of the same folder.
    /// \a counts by path; a folder that is not in it is not counted yet.
    void setFolderCounts(const QHash<QString, FolderCount> &counts);
    void refreshStates();  ///< The states given to setCommit() changed.
    /// \a changes by path, as far as they are known; those of \a paths are news.
    void setChanges(const QHash<QString, LastChange> &changes, const QStringList &paths);
    void updateTransfers(const QList<TransferRow> &rows);

    const QString &folder() const { return m_folder; }
    const FolderEntry &entry(int row) const { return m_entries[row]; }
    int rowOf(const QString &path) const;  ///< -1 where folder() has no such row.
    models::FileState stateOf(int row) const;
    LastChange changeOf(int row) const { return m_changes.value(m_entries[row].path); }

    const CheckedPaths &checked() const { return m_checked; }
    void setChecked(const QList<int> &rows, bool isChecked);  ///< Each of them once.
    bool isChecked(int row) const { return m_checked.stateOf(m_entries[row].path) == Qt::Checked; }
    void uncheckAll();
    /// The whole tree is known: what is checked can be told file by file.
    void setWhole(bool isWhole) { m_isWhole = isWhole; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    static Qt::ItemFlags flagsOf(int column);  ///< The same for every row.

Q_SIGNALS:
    void checkedChanged();
    void transferOver();  ///< One that brought files of this commit: the disk knows more now.

private:
    struct Shown {
        models::FileState state;
        double share = -1;
        QString note = {};
    };
    Shown shownOf(const FolderEntry &entry) const;
    Shown shownOf(const LocalFile &file, qint64 size) const;
    QVariant nameData(const FolderEntry &entry, int role) const;
    static QVariant sizeData(const FolderEntry &entry, int role);
    QVariant stateData(const FolderEntry &entry, int role) const;
    QVariant changeData(const LastChange &change, int column, int role) const;
    bool check(int row, bool isChecked);
    bool checkAll(bool isChecked);
    void removeAllBut(const QList<FolderEntry> &sorted);
    void mergeIn(const QList<FolderEntry> &sorted);
    void stateChanged(int first, int last);

    RepoId m_repo;
    QString m_commit;
    QString m_folder;
    QList<FolderEntry> m_entries;
    const QHash<QString, LocalFile> *m_states = nullptr;
    QHash<QString, FolderCount> m_counts;
    QHash<QString, LastChange> m_changes;
    RunningFiles m_running;
    CheckedPaths m_checked;
    bool m_isWhole = false;
};
