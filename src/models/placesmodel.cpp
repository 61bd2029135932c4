// SPDX-License-Identifier: Apache-2.0
#include "models/placesmodel.h"

#include "core/location.h"
#include "core/plaintext.h"
#include "core/texts.h"
#include "models/fileicon.h"

#include <QLocale>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The place that \a location is a part of. "main" is what is shown where no revision is named.
Location placeOf(const Location &location)
{
    return {location.repo, location.revision == "main"_L1 ? QString() : location.revision, {}};
}

}  // namespace

PlacesModel::PlacesModel(QObject *parent) : QAbstractListModel(parent)
{
    m_rows << Row{Place::Heading, tr("Discover")};
    const std::pair<RepoType, QString> kinds[]
        = {{RepoType::Model, tr("Models")}, {RepoType::Dataset, tr("Datasets")}, {RepoType::Space, tr("Spaces")}};
    for (const auto &[type, name] : kinds)
        m_rows << Row{Place::Discover, name, models::repoIconOf(type), {}, type};
    m_rows << Row{Place::Favourites, tr("Favourites"), u"bookmark"_s};
    m_firstRecent = int(m_rows.size());
    m_rows << Row{Place::Heading, tr("This computer")} << Row{Place::Cache, tr("Cache"), u"disk"_s}
           << Row{Place::Transfers, tr("Transfers"), u"transfers"_s};
}

QList<PlacesModel::Row> PlacesModel::recentRows(const QStringList &locations) const
{
    QList<Row> rows;
    for (const QString &text : locations) {
        const Result<Location> parsed = core::parseLocation(text, QUrl());
        if (!parsed)
            continue;
        const Location place = placeOf(*parsed);
        const QString shown = place.revision.isEmpty() ? place.repo.name : place.repo.name + u'@' + place.revision;
        const Row row{Place::Repository, core::visible(shown), models::repoIconOf(place.repo.type),
                      core::locationText(place)};
        if (!rows.contains(row))
            rows << row;
        if (rows.size() == kMaxRecent)
            break;
    }
    if (!rows.isEmpty())
        rows.prepend({Place::Heading, tr("Recent")});
    return rows;
}

void PlacesModel::setRecent(const QStringList &locations)
{
    const QList<Row> rows = recentRows(locations);
    setRows(m_firstRecent, m_recentRows, rows);
    m_recentRows = int(rows.size());
}

/// Makes the \a count rows from \a first on into \a rows; a row that is in both moves, so that it stays selected.
void PlacesModel::setRows(int first, int count, const QList<Row> &rows)
{
    int end = first + count;
    for (int at = first; at < first + rows.size(); ++at) {
        const Row &wanted = rows[at - first];
        const int known = int(std::find(m_rows.cbegin() + at, m_rows.cbegin() + end, wanted) - m_rows.cbegin());
        if (known < end && known != at) {
            beginMoveRows({}, known, known, {}, at);
            m_rows.move(known, at);
            endMoveRows();
        } else if (known == end) {
            beginInsertRows({}, at, at);
            m_rows.insert(at, wanted);
            ++end;
            endInsertRows();
        }
    }
    const int begin = first + int(rows.size());
    if (begin < end) {
        beginRemoveRows({}, begin, end - 1);
        m_rows.remove(begin, end - begin);
        endRemoveRows();
    }
}

void PlacesModel::setActiveTransfers(int count)
{
    if (count == m_activeTransfers)
        return;
    m_activeTransfers = count;
    tellNote(Place::Transfers);
}

void PlacesModel::setFavourites(int count)
{
    if (count == m_favourites)
        return;
    m_favourites = count;
    tellNote(Place::Favourites);
}

void PlacesModel::setCacheBytes(qint64 bytes)
{
    if (bytes == m_cacheBytes)
        return;
    m_cacheBytes = bytes;
    tellNote(Place::Cache);
}

void PlacesModel::tellNote(Place place)
{
    const QModelIndex row = index(rowOf(place));
    Q_EMIT dataChanged(row, row, {models::NoteRole, Qt::AccessibleDescriptionRole});
}

/// The figure at the end of \a row; never that there is nothing.
QString PlacesModel::noteOf(const Row &row) const
{
    if (row.place == Place::Transfers && m_activeTransfers > 0)
        return QLocale().toString(m_activeTransfers);
    if (row.place == Place::Favourites && m_favourites > 0)
        return QLocale().toString(m_favourites);
    return row.place == Place::Cache && m_cacheBytes > 0 ? core::sizeText(m_cacheBytes) : QString();
}

int PlacesModel::rowOf(Place place) const
{
    const auto row = std::ranges::find(m_rows, place, &Row::place);
    return row == m_rows.end() ? -1 : int(row - m_rows.begin());
}

int PlacesModel::rowOf(RepoType type) const
{
    return rowOf(Place::Discover) + int(type);
}

int PlacesModel::rowOf(const Location &location) const
{
    const QString wanted = core::locationText(placeOf(location));
    const auto row = std::ranges::find_if(
        m_rows, [&wanted](const Row &row) { return row.place == Place::Repository && row.location == wanted; });
    return row == m_rows.end() ? -1 : int(row - m_rows.begin());
}

int PlacesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PlacesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const QString note = noteOf(row);
    const bool isCounted = row.place == Place::Transfers && m_activeTransfers > 0;
    switch (role) {
    case Qt::DisplayRole: return row.text;
    case Qt::AccessibleDescriptionRole:
        return isCounted ? tr("%Ln running", nullptr, m_activeTransfers) : note.isEmpty() ? QVariant() : note;
    case models::NoteRole: return note.isEmpty() ? QVariant() : note;
    case models::IconNameRole: return row.icon;
    case models::SectionRole: return row.place == Place::Heading;
    case PlaceRole: return int(row.place);
    case LocationRole: return row.location;
    case TypeRole: return int(row.type);
    default: return {};
    }
}

Qt::ItemFlags PlacesModel::flags(const QModelIndex &index) const
{
    if (index.isValid() && m_rows[index.row()].place == Place::Heading)
        return Qt::ItemNeverHasChildren;
    return QAbstractListModel::flags(index);
}
