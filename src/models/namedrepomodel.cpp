// SPDX-License-Identifier: Apache-2.0
#include "models/namedrepomodel.h"

#include "core/error.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

/// They stand among each other here, and their names do not tell.
QString NamedRepoModel::kindOf(RepoType type)
{
    const QString kinds[] = {tr("Model"), tr("Dataset"), tr("Space")};
    return kinds[int(type)];
}

void NamedRepoModel::setRepos(const QList<RepoId> &repos)
{
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (repos.contains(m_rows[row].id))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.remove(row);
        endRemoveRows();
    }
    for (int at = 0; at < repos.size(); ++at) {
        const int known = rowOf(repos[at]);
        if (known < 0) {
            beginInsertRows({}, at, at);
            m_rows.insert(at, RepoSummary{.id = repos[at]});
            endInsertRows();
        } else if (known != at) {
            beginMoveRows({}, known, known, {}, at);
            m_rows.move(known, at);
            endMoveRows();
        }
    }
}

int NamedRepoModel::rowOf(const RepoId &repo) const
{
    const auto row = std::ranges::find(m_rows, repo, &RepoSummary::id);
    return row == m_rows.end() ? -1 : int(row - m_rows.begin());
}

void NamedRepoModel::tell(const RepoId &asked, const RepoSummary &summary)
{
    const int row = rowOf(asked);
    if (row < 0)
        return;
    m_failures.remove(asked);
    m_rows[row] = summary;
    m_rows[row].id = asked;
    Q_EMIT dataChanged(index(row), index(row));
}

void NamedRepoModel::tellFailure(const RepoId &asked, const Error &error)
{
    const int row = rowOf(asked);
    QString text;
    if (error.kind == Error::Kind::NotFound)
        text = tr("Not on the Hub any more");
    else if (error.kind == Error::Kind::Unauthorized || error.kind == Error::Kind::Forbidden)
        text = tr("Not on the Hub any more, or not for everybody");  // The Hub does not tell the two apart.
    if (row < 0 || text.isEmpty())
        return;
    m_failures[asked] = text;
    Q_EMIT dataChanged(index(row), index(row));
}

QVariant NamedRepoModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RepoId &repo = m_rows[index.row()].id;
    const QString failure = m_failures.value(repo);
    const QVariant known = RepoModel::data(index, role);
    if (role == models::NoteRole) {
        const QString about = failure.isEmpty() ? known.toString() : failure;
        return about.isEmpty() ? kindOf(repo.type) : kindOf(repo.type) + u" · "_s + about;
    }
    return role == Qt::AccessibleTextRole && !failure.isEmpty() ? QVariant(known.toString() + u", "_s + failure)
                                                                : known;
}
