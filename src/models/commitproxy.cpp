// SPDX-License-Identifier: Apache-2.0
#include "models/commitproxy.h"

#include "models/commitmodel.h"

void CommitProxy::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool CommitProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!isFiltering())
        return true;
    const QModelIndex commit = sourceModel()->index(row, 0, parent);
    const auto has = [&](int role) { return commit.data(role).toString().contains(m_text, Qt::CaseInsensitive); };
    return has(Qt::DisplayRole) || has(models::NoteRole) || has(CommitModel::MessageRole)
        || commit.data(models::RevisionRole).toString().startsWith(m_text, Qt::CaseInsensitive);
}
