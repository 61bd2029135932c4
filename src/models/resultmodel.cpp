// SPDX-License-Identifier: Apache-2.0
#include "models/resultmodel.h"

#include "core/plaintext.h"
#include "core/texts.h"
#include "engine/reposearch.h"
#include "models/tagtexts.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kKeptFor = 300ms;

/// "Text generation · 7.62 B parameters · Apache 2.0"
QStringList wordsAbout(const RepoSummary &row)
{
    QStringList words;
    const QString what = row.id.type == RepoType::Space ? models::libraryText(row.sdk) : models::wordsOf(row.task);
    if (!what.isEmpty())
        words << what;
    if (row.parameters > 0)
        words << models::parametersText(row.parameters);
    else if (!row.library.isEmpty())
        words << models::libraryText(row.library);
    if (!row.license.isEmpty())
        words << models::licenseText(row.license);
    return words;
}

QString spoken(const RepoSummary &row)
{
    QStringList words{row.id.name};
    words << wordsAbout(row);
    if (row.downloads >= 0)
        words << ResultModel::tr("%1 downloads a month").arg(core::countText(row.downloads));
    if (row.likes >= 0)
        words << ResultModel::tr("liked by %1").arg(core::countText(row.likes));
    if (row.lastModified.isValid())
        words << ResultModel::tr("changed %1").arg(core::whenText(row.lastModified, QDateTime::currentDateTimeUtc()));
    if (row.gate != RepoInfo::Gate::None)
        words << ResultModel::tr("gated");
    if (row.isPrivate)
        words << ResultModel::tr("private");
    return words.join(u", "_s);
}

}  // namespace

ResultModel::ResultModel(RepoSearch *search, QObject *parent) : QAbstractListModel(parent), m_search(search)
{
    m_outdated.setSingleShot(true);
    m_outdated.setInterval(kKeptFor);
    connect(&m_outdated, &QTimer::timeout, this, &ResultModel::clear);
    connect(search, &RepoSearch::restarted, this, [this] { m_outdated.start(); });
    connect(search, &RepoSearch::added, this, &ResultModel::add);
    const auto settle = [this] {
        if (isOutdated())  // The new query has found nothing.
            clear();
    };
    connect(search, &RepoSearch::finished, this, settle);
    connect(search, &RepoSearch::failed, this, settle);
}

void ResultModel::clear()
{
    m_outdated.stop();
    if (m_rows.isEmpty())
        return;
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void ResultModel::add(const QList<RepoSummary> &results)
{
    if (isOutdated() && !m_rows.isEmpty()) {
        m_outdated.stop();
        beginResetModel();
        m_rows = results;
        endResetModel();
        return;
    }
    m_outdated.stop();
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(results.size()) - 1);
    m_rows += results;
    endInsertRows();
}

int ResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

bool ResultModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !isOutdated() && m_search->canFetchMore();
}

void ResultModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        m_search->fetchMore();
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RepoSummary &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return row.id.name;
    case Qt::AccessibleTextRole: return spoken(row);
    case models::NoteRole: return wordsAbout(row).join(u" · "_s);
    case RepoRole: return QVariant::fromValue(row.id);
    case OwnerRole: return row.id.owner();
    case NameRole: return row.id.shortName();
    case DownloadsRole: return row.downloads;
    case LikesRole: return row.likes;
    case ModifiedRole: return row.lastModified;
    case GatedRole: return row.gate != RepoInfo::Gate::None;
    case PrivateRole: return row.isPrivate;
    default: return {};
    }
}
