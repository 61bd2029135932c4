// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/commits.h"
#include "hub/refs.h"
#include "models/itemroles.h"

#include <QAbstractListModel>

/// What a repository can be looked at: its branches, tags, pull requests, converts and newest commits, under a heading
/// each.
class RevisionModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { CurrentRole = models::FirstOwnRole };  ///< bool: the revision that is shown now.

    using QAbstractListModel::QAbstractListModel;

    void setRefs(const Refs &refs);
    void setCommits(const QList<Commit> &commits);  ///< Newest first; their dates tell the age of names, too.
    void setCurrent(const QString &revision);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        QString text;
        QString icon = {};
        QString revision = {};  // Empty: a heading.
        QString commit = {};
    };

    void addSection(const QString &heading, const QString &icon, const QList<Ref> &refs);
    QString noteOf(const Row &row) const;

    QList<Row> m_rows;
    int m_refRows = 0;  // The commits stand below them.
    QHash<QString, QDateTime> m_dates;
    QString m_current;
};
