// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/commits.h"
#include "models/itemroles.h"

#include <QAbstractListModel>

class CommitList;

/// The history of a revision, a row a commit, newest first.
///
/// What people wrote into commits is shown as one line of plain text, cut where no window would show it any more.
class CommitModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        MessageRole = models::FirstOwnRole,  ///< QString: title and body, as they were written.
        CurrentRole,                         ///< bool: the commit in front.
    };

    /// \a list outlives the model.
    explicit CommitModel(CommitList *list, QObject *parent = nullptr);

    void setCurrent(const QString &commit);
    /// Instead of what the list tells: all that is known while the Hub cannot be reached.
    void setCommits(const QList<Commit> &commits);
    bool contains(const QString &commit) const { return m_rowOf.contains(commit); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        QString id;
        QString title;
        QString note;
        QString message;
    };

    void clear();
    void add(const QList<Commit> &commits);
    static Row rowOf(const Commit &commit);
    QString spoken(const Row &row) const;

    QList<Row> m_rows;
    QHash<QString, int> m_rowOf;
    QString m_current;
};
