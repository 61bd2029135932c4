// SPDX-License-Identifier: Apache-2.0
#include "models/repomodel.h"

#include "core/plaintext.h"
#include "core/texts.h"
#include "models/tagtexts.h"
#include "models/tasktexts.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace {

/// "Text generation · 7.62 B parameters · Apache 2.0"
QStringList wordsAbout(const RepoSummary &row)
{
    QStringList words;
    const QString what = row.id.type == RepoType::Space ? models::libraryText(row.sdk) : models::taskText(row.task);
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
        words << models::downloadsText(row.downloads);
    if (row.likes >= 0)
        words << models::likesText(row.likes);
    if (row.lastModified.isValid())
        words << RepoModel::tr("changed %1").arg(core::whenText(row.lastModified, QDateTime::currentDateTimeUtc()));
    if (row.gate != RepoInfo::Gate::None)
        words << RepoModel::tr("gated");
    if (row.isPrivate)
        words << RepoModel::tr("private");
    return words.join(u", "_s);
}

}  // namespace

int RepoModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RepoModel::data(const QModelIndex &index, int role) const
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
