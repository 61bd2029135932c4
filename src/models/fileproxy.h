// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fileorder.h"

#include <QAbstractProxyModel>
#include <QTimer>

class FileModel;
class QThreadPool;

/// The rows of a FileModel whose names match, sorted by a column with folders first; at first, and with no column
/// chosen, in the Hub's order.
///
/// The order of a large folder is found in a pool: until it is there the one before stays, and the newest wish wins.
/// Rows that come in meanwhile stand at the end. A new order is a change of layout: what is selected stays so.
class FileProxy final : public QAbstractProxyModel
{
    Q_OBJECT

public:
    /// Up to so many rows an order is there at once: it takes a few milliseconds.
    static constexpr int kMaxAtOnce = 2000;

    /// Both outlive the proxy. Without a \a pool every order is there at once.
    explicit FileProxy(FileModel *files, QThreadPool *pool = nullptr, QObject *parent = nullptr);

    void setMaxAtOnce(int rows) { m_maxAtOnce = rows; }

    void setPattern(const QString &pattern);  ///< As NameFilter has it.
    const QString &pattern() const { return m_wish.pattern; }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    const FileOrder &wish() const { return m_wish; }
    /// What is shown is what is wished for.
    bool isOrdered() const { return m_isOrdered && !m_stateTimer.isActive(); }

    int sourceRow(int row) const { return m_rows[row]; }
    QModelIndex mapToSource(const QModelIndex &index) const override;
    QModelIndex mapFromSource(const QModelIndex &index) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    QModelIndex sibling(int row, int column, const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// The next name that begins with what was typed is found without a question for each row.
    QModelIndexList match(const QModelIndex &start, int role, const QVariant &value, int hits,
                          Qt::MatchFlags flags) const override;

private:
    void connectFiles();
    void orderAnew();
    void orderInPool();
    bool isAtOnce() const;
    void adopt(const models::RowOrder &order);
    void show(QList<int> rows);
    QList<models::OrderRow> snapshot() const;
    models::OrderRow rowOf(int row) const;
    void onInserted(int first, int last);
    void onAboutToBeRemoved(int first, int last);
    void onRemoved(int first, int last);
    void onReset();
    void onDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles);
    void updatePlaces(qsizetype from = 0);

    FileModel *m_files;
    QThreadPool *m_pool;
    int m_maxAtOnce = kMaxAtOnce;
    FileOrder m_wish;
    FileOrder m_shown;    // What the rows are in, but for those that came in at the end since.
    QList<int> m_rows;    // By row here: the row of the model.
    QList<int> m_places;  // By row of the model: the row here, or -1.
    QTimer m_stateTimer;  // States change often, and together.
    bool m_isOrdered = true;
    bool m_isOrdering = false;                       // The pool is at it.
    quint64 m_asked = 0;                             // Only the newest answer counts.
    std::shared_ptr<const models::NameKeys> m_keys;  // Of the first rows of the model.
    quint64 m_keysAge = 0;                           // Counts when they were thrown away.
};
