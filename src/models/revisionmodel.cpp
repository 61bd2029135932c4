// SPDX-License-Identifier: Apache-2.0
#include "models/revisionmodel.h"

#include "core/plaintext.h"
#include "core/texts.h"
#include "models/tone.h"

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kShortCommit = 7;

/// "#14" for "refs/pr/14", "parquet" for "refs/convert/parquet".
QString shownName(const QString &name)
{
    if (name.startsWith("refs/pr/"_L1))
        return u'#' + name.sliced(8);
    if (name.startsWith("refs/convert/"_L1))
        return name.sliced(13);
    return name;
}

}  // namespace

void RevisionModel::setRefs(const Refs &refs)
{
    QList<Row> commits = m_rows.sliced(m_refRows);
    beginResetModel();
    m_rows.clear();
    addSection(tr("Branches"), u"branch"_s, refs.branches);
    addSection(tr("Tags"), u"tag"_s, refs.tags);
    addSection(tr("Pull requests"), u"pull-request"_s, refs.pullRequests);
    addSection(tr("Converted"), u"table"_s, refs.converts);
    m_refRows = int(m_rows.size());
    m_rows += commits;
    endResetModel();
}

void RevisionModel::addSection(const QString &heading, const QString &icon, const QList<Ref> &refs)
{
    if (refs.isEmpty())
        return;
    m_rows << Row{heading};
    for (const Ref &ref : refs)
        m_rows << Row{core::visible(shownName(ref.name)), icon, ref.revision, ref.commit};
}

void RevisionModel::setCommits(const QList<Commit> &commits)
{
    QList<Row> rows;
    if (!commits.isEmpty())
        rows << Row{tr("Recent commits")};
    m_dates.clear();
    for (const Commit &commit : commits) {
        rows << Row{core::visible(commit.title), u"commit"_s, commit.id, commit.id};
        m_dates[commit.id] = commit.date;
    }
    if (m_refRows < m_rows.size()) {
        beginRemoveRows({}, m_refRows, rowCount() - 1);
        m_rows.resize(m_refRows);
        endRemoveRows();
    }
    if (!rows.isEmpty()) {
        beginInsertRows({}, m_refRows, m_refRows + int(rows.size()) - 1);
        m_rows += rows;
        endInsertRows();
    }
    if (m_refRows > 0)
        Q_EMIT dataChanged(index(0), index(m_refRows - 1), {models::NoteRole});
}

void RevisionModel::setCurrent(const QString &revision)
{
    if (revision == m_current)
        return;
    m_current = revision;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CurrentRole, models::ToneRole});
}

QString RevisionModel::noteOf(const Row &row) const
{
    const QString commit = row.commit.left(kShortCommit);
    const QDateTime date = m_dates.value(row.commit);
    return date.isValid() ? commit + u" · "_s + core::whenText(date, QDateTime::currentDateTimeUtc()) : commit;
}

int RevisionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RevisionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const bool isHeading = row.revision.isEmpty();
    const bool isCurrent = !isHeading && row.revision == m_current;
    switch (role) {
    case Qt::DisplayRole: return row.text;
    case Qt::AccessibleDescriptionRole:
    case models::NoteRole: return isHeading ? QVariant() : noteOf(row);
    case models::IconNameRole: return row.icon;
    case models::ToneRole: return int(isCurrent ? models::Tone::Accent : models::Tone::Neutral);
    case models::SectionRole: return isHeading;
    case models::RevisionRole: return row.revision;
    case CurrentRole: return isCurrent;
    default: return {};
    }
}

Qt::ItemFlags RevisionModel::flags(const QModelIndex &index) const
{
    if (index.isValid() && m_rows[index.row()].revision.isEmpty())
        return Qt::ItemNeverHasChildren;  // A heading: the arrow keys pass over it.
    return QAbstractListModel::flags(index);
}
