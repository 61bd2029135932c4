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

constexpr qsizetype kShortCommit = 7;

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
    m_rows << Row{Place::Heading, tr("Sources")} << Row{Place::AddSource, tr("Add a source…"), u"plus"_s};
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

PlacesModel::Row PlacesModel::rowFor(const SourcePlace &place) const
{
    const ::Source &source = place.source;
    const QString repo = source.repo.name;
    QStringList about{source.endpoint.host(QUrl::FullyEncoded),
                      source.revision.isEmpty() ? repo : repo + u'@' + core::visible(source.revision)};
    if (!source.commit.isEmpty())
        about << tr("stays at commit %1").arg(source.commit.first(kShortCommit));
    if (!source.account.isEmpty())
        about << tr("as %1").arg(core::visible(source.account));
    return {Place::Source,
            core::visible(source.name),
            models::repoIconOf(source.repo.type),
            core::locationText(placeOf(source.location())),
            source.repo.type,
            source.id,
            about.join(u" · "_s),
            place.hub};
}

void PlacesModel::setSources(const QList<SourcePlace> &sources)
{
    QList<Row> rows;
    for (const SourcePlace &source : sources)
        rows << rowFor(source);
    setRows(m_firstRecent + m_recentRows + 1, m_sources, rows);
    m_sources = int(rows.size());
}

/// Makes the \a count rows from \a first on into \a rows; a row that is in both moves, so that it stays selected. A
/// source is the same whatever else is said of it.
void PlacesModel::setRows(int first, int count, const QList<Row> &rows)
{
    int end = first + count;
    for (int at = first; at < first + rows.size(); ++at) {
        const Row &wanted = rows[at - first];
        const auto isWanted = [&wanted](const Row &row) {
            return row == wanted || (!wanted.source.isEmpty() && row.source == wanted.source);
        };
        const int known = int(std::find_if(m_rows.cbegin() + at, m_rows.cbegin() + end, isWanted) - m_rows.cbegin());
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
        if (m_rows[at] != wanted) {
            m_rows[at] = wanted;
            Q_EMIT dataChanged(index(at), index(at));
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

int PlacesModel::rowOf(const Location &location, const HubId &hub) const
{
    int found = -1;
    for (int row = 0; row < m_rows.size(); ++row) {
        const bool isFirst = found < 0 || (m_rows[row].place == Place::Source && m_rows[found].place != Place::Source);
        if (isFirst && leadsTo(row, location, hub))
            found = row;
    }
    return found;
}

bool PlacesModel::leadsTo(int row, const Location &location, const HubId &hub) const
{
    const Row &asked = m_rows.value(row, {Place::Heading, {}});
    const bool isRepository = asked.place == Place::Repository || asked.place == Place::Source;
    return isRepository && asked.hub == hub && asked.location == core::locationText(placeOf(location));
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
    case Qt::ToolTipRole: return row.about.isEmpty() ? QVariant() : row.text + u'\n' + row.about;
    case Qt::AccessibleDescriptionRole:
        if (!row.about.isEmpty())
            return row.about;
        return isCounted ? tr("%Ln running", nullptr, m_activeTransfers) : note.isEmpty() ? QVariant() : note;
    case models::NoteRole: return note.isEmpty() ? QVariant() : note;
    case models::IconNameRole: return row.icon;
    case models::SectionRole: return row.place == Place::Heading;
    case PlaceRole: return int(row.place);
    case LocationRole: return row.location;
    case TypeRole: return int(row.type);
    case SourceRole: return row.source;
    default: return {};
    }
}

Qt::ItemFlags PlacesModel::flags(const QModelIndex &index) const
{
    if (index.isValid() && m_rows[index.row()].place == Place::Heading)
        return Qt::ItemNeverHasChildren;
    return QAbstractListModel::flags(index);
}
