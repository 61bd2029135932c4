// SPDX-License-Identifier: Apache-2.0
#include "models/fileproxy.h"

#include "models/columns.h"
#include "models/filemodel.h"
#include "models/namefilter.h"
#include "transfer/inpool.h"

#include <algorithm>

using namespace std::chrono_literals;
namespace FileColumn = models::FileColumn;

namespace {

constexpr qsizetype kManyRuns = 50;  // More of them cost the view more than to lay all rows out again.

}

FileProxy::FileProxy(FileModel *files, QThreadPool *pool, QObject *parent)
    : QAbstractProxyModel(parent),
      m_files(files),
      m_pool(pool)
{
    m_stateTimer.setSingleShot(true);
    m_stateTimer.setInterval(250ms);
    connect(&m_stateTimer, &QTimer::timeout, this, &FileProxy::orderAnew);
    setSourceModel(files);
    connectFiles();
    onReset();
}

void FileProxy::connectFiles()
{
    using Model = QAbstractItemModel;
    connect(m_files, &Model::rowsInserted, this,
            [this](const auto &, int first, int last) { onInserted(first, last); });
    connect(m_files, &Model::rowsAboutToBeRemoved, this,
            [this](const auto &, int first, int last) { onAboutToBeRemoved(first, last); });
    connect(m_files, &Model::rowsRemoved, this, [this](const auto &, int first, int last) { onRemoved(first, last); });
    connect(m_files, &Model::dataChanged, this, &FileProxy::onDataChanged);
    connect(m_files, &Model::headerDataChanged, this, &Model::headerDataChanged);
    connect(m_files, &Model::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(m_files, &Model::modelReset, this, [this] {
        onReset();
        endResetModel();
        if (!m_isOrdered)
            orderAnew();
    });
}

void FileProxy::setPattern(const QString &pattern)
{
    if (pattern == m_wish.pattern)
        return;
    m_wish.pattern = pattern;
    orderAnew();
}

void FileProxy::sort(int column, Qt::SortOrder order)
{
    m_wish.column = column;
    m_wish.order = column < 0 ? Qt::AscendingOrder : order;
    orderAnew();
}

/// Begins to show what is wished for; whatever order is on its way is none any more.
void FileProxy::orderAnew()
{
    ++m_asked;
    m_isOrdered = false;
    if (isAtOnce())
        adopt(models::rowOrder(snapshot(), m_wish, m_keys));
    else if (!m_isOrdering)
        orderInPool();
}

bool FileProxy::isAtOnce() const
{
    return !m_pool || m_files->rowCount() <= m_maxAtOnce || m_wish == FileOrder{};
}

void FileProxy::orderInPool()
{
    m_isOrdering = true;
    const auto order = [rows = snapshot(), wish = m_wish, keys = m_keys] { return models::rowOrder(rows, wish, keys); };
    const auto take = [this, asked = m_asked, age = m_keysAge](const models::RowOrder &order) {
        m_isOrdering = false;
        if (age == m_keysAge)
            m_keys = order.keys;
        if (asked == m_asked)
            adopt(order);
        else if (!m_isOrdered)
            orderInPool();
    };
    transfer::inPool(m_pool, this, order, take);
}

void FileProxy::adopt(const models::RowOrder &order)
{
    m_keys = order.keys;
    m_shown = m_wish;
    m_isOrdered = true;
    show(order.rows);
}

void FileProxy::show(QList<int> rows)
{
    if (rows == m_rows)
        return;
    // The hint spares the view's head, and the selection all columns but one.
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    const QList<int> old = std::exchange(m_rows, std::move(rows));
    m_places.fill(-1, m_files->rowCount());
    updatePlaces();
    for (const QModelIndex &index : before) {
        const int row = m_places[old[index.row()]];
        after << (row < 0 ? QModelIndex() : createIndex(row, index.column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void FileProxy::updatePlaces(qsizetype from)
{
    for (qsizetype row = from; row < m_rows.size(); ++row)
        m_places[m_rows[row]] = int(row);
}

/// Names are shared with the model, so this is short work even for a hundred thousand rows.
QList<models::OrderRow> FileProxy::snapshot() const
{
    QList<models::OrderRow> rows;
    rows.reserve(m_files->rowCount());
    for (int row = 0; row < m_files->rowCount(); ++row)
        rows << rowOf(row);
    return rows;
}

models::OrderRow FileProxy::rowOf(int row) const
{
    const FolderEntry &entry = m_files->entry(row);
    models::OrderRow made{entry.name, entry.isFolder};
    if (m_wish.column == FileColumn::Size)
        made.value = entry.isFolder ? entry.bytes : entry.file.size;
    else if (m_wish.column == FileColumn::State)
        made.value = int(m_files->stateOf(row));
    if (m_wish.column == FileColumn::Change || m_wish.column == FileColumn::When) {
        const LastChange change = m_files->changeOf(row);
        made.isKnown = !change.commit.isEmpty();
        made.value = change.date.toMSecsSinceEpoch();
        made.text = change.title;
    }
    return made;
}

void FileProxy::onInserted(int first, int last)
{
    const int count = last - first + 1;
    if (first < m_places.size()) {  // Else they are the model's last, and nothing moves.
        for (int &row : m_rows)
            row += row >= first ? count : 0;
        ++m_keysAge;
        m_keys.reset();
    }
    m_places.insert(first, count, -1);
    const NameFilter filter(m_shown.pattern);
    QList<int> added;
    for (int row = first; row <= last; ++row) {
        if (filter.matches(m_files->entry(row).name))
            added << row;
    }
    const bool isHubs = m_shown.column < 0;
    const qsizetype at = isHubs ? std::ranges::lower_bound(m_rows, first) - m_rows.begin() : m_rows.size();
    if (!added.isEmpty()) {
        beginInsertRows({}, int(at), int(at + added.size() - 1));
        m_rows.insert(at, added.size(), 0);
        std::ranges::copy(added, m_rows.begin() + at);
        updatePlaces(at);
        endInsertRows();
    }
    if (!m_isOrdered || !isHubs)
        orderAnew();  // What is on its way knows nothing of them.
}

void FileProxy::onAboutToBeRemoved(int first, int last)
{
    QList<int> gone;
    for (int row = first; row <= last; ++row) {
        if (m_places[row] >= 0)
            gone << m_places[row];
    }
    std::ranges::sort(gone);
    qsizetype runs = 0;
    for (qsizetype i = 0; i < gone.size(); ++i)
        runs += i == 0 || gone[i] != gone[i - 1] + 1;
    if (runs > kManyRuns) {
        QList<int> kept = m_rows;
        kept.removeIf([=](int row) { return row >= first && row <= last; });
        show(std::move(kept));
        return;
    }
    for (qsizetype end = gone.size(); end > 0;) {
        qsizetype begin = end - 1;
        while (begin > 0 && gone[begin - 1] == gone[begin] - 1)
            --begin;
        beginRemoveRows({}, gone[begin], gone[end - 1]);
        m_rows.remove(gone[begin], end - begin);
        std::fill(m_places.begin() + first, m_places.begin() + last + 1, -1);
        updatePlaces();
        endRemoveRows();
        end = begin;
    }
}

void FileProxy::onRemoved(int first, int last)
{
    const int count = last - first + 1;
    for (int &row : m_rows)
        row -= row > last ? count : 0;
    m_places.remove(first, count);
    ++m_keysAge;
    m_keys.reset();
    if (!m_isOrdered)
        orderAnew();  // What is on its way counted them.
}

void FileProxy::onReset()
{
    ++m_asked;
    ++m_keysAge;
    m_keys.reset();
    const models::RowOrder order = models::rowOrder(snapshot(), isAtOnce() ? m_wish : FileOrder{});
    m_shown = isAtOnce() ? m_wish : FileOrder{};
    m_isOrdered = m_wish == m_shown;
    m_keys = order.keys;
    m_rows = order.rows;
    m_places.fill(-1, m_files->rowCount());
    updatePlaces();
}

void FileProxy::onDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    int first = rowCount();
    int last = -1;
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row) {
        if (const int shown = m_places[row]; shown >= 0) {
            first = qMin(first, shown);
            last = qMax(last, shown);
        }
    }
    if (first <= last)
        Q_EMIT dataChanged(index(first, topLeft.column()), index(last, bottomRight.column()), roles);
    const bool isSortedBy = m_wish.column >= topLeft.column() && m_wish.column <= bottomRight.column();
    if (isSortedBy && m_wish.column != FileColumn::Name && !m_stateTimer.isActive())
        m_stateTimer.start();
}

QModelIndex FileProxy::mapToSource(const QModelIndex &index) const
{
    return index.isValid() ? m_files->index(m_rows.value(index.row(), -1), index.column()) : QModelIndex();
}

QModelIndex FileProxy::mapFromSource(const QModelIndex &index) const
{
    const int row = index.isValid() ? m_places.value(index.row(), -1) : -1;
    return row < 0 ? QModelIndex() : createIndex(row, index.column());
}

QModelIndex FileProxy::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex FileProxy::parent(const QModelIndex &index) const
{
    Q_UNUSED(index)
    return {};
}

QModelIndex FileProxy::sibling(int row, int column, const QModelIndex &index) const
{
    return index.isValid() ? this->index(row, column) : QModelIndex();
}

int FileProxy::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FileProxy::columnCount(const QModelIndex &parent) const
{
    return m_files->columnCount(parent);
}

bool FileProxy::hasChildren(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_rows.isEmpty();
}

QVariant FileProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_files->headerData(section, orientation, role);
}

/// A view that lays a folder out asks for every row, and is answered without mapping it.
Qt::ItemFlags FileProxy::flags(const QModelIndex &index) const
{
    return index.isValid() ? FileModel::flagsOf(index.column()) : QAbstractProxyModel::flags(index);
}

QModelIndexList FileProxy::match(const QModelIndex &start, int role, const QVariant &value, int hits,
                                 Qt::MatchFlags flags) const
{
    const bool isTypedAhead = role == Qt::DisplayRole && (flags & Qt::MatchTypeMask) == Qt::MatchStartsWith && hits == 1
        && start.column() == FileColumn::Name;
    if (!isTypedAhead)
        return QAbstractProxyModel::match(start, role, value, hits, flags);
    const QString typed = value.toString();
    const int count = rowCount();
    for (int step = 0; step < count; ++step) {
        const int row = start.row() + step;
        if (row >= count && !(flags & Qt::MatchWrap))
            break;
        if (m_files->entry(m_rows[row % count]).name.startsWith(typed, Qt::CaseInsensitive))
            return {createIndex(row % count, start.column())};
    }
    return {};
}
