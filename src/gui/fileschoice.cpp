// SPDX-License-Identifier: Apache-2.0
#include "gui/fileschoice.h"

#include "engine/engine.h"
#include "engine/reposession.h"
#include "models/filemodel.h"
#include "models/fileproxy.h"

#include <QItemSelectionModel>

FilesChoice::FilesChoice(const Engine *engine, const FileModel *model, const FileProxy *proxy,
                         const QItemSelectionModel *selection)
    : m_engine(engine),
      m_model(model),
      m_proxy(proxy),
      m_selection(selection)
{
}

bool FilesChoice::isEmpty() const
{
    return !m_session || m_session->commit().isEmpty() || m_model->rowCount() == 0;
}

bool FilesChoice::isAll() const
{
    return m_model->checked().isEmpty() && !m_selection->hasSelection() && m_proxy->pattern().isEmpty();
}

DownloadWish FilesChoice::wish() const
{
    DownloadWish wish{.repo = m_session->info().id, .revision = m_session->revision(), .commit = m_session->commit()};
    if (!m_model->checked().isEmpty()) {
        const CheckedPaths::Wish checked
            = m_model->checked().wishOf(m_session->isWhole() ? &m_session->tree() : nullptr);
        wish.paths = checked.paths;
        wish.exclude = checked.exclude;
    } else {
        for (const QModelIndex &row : meantRows()) {
            const QString path = row.data(FileModel::PathRole).toString();
            wish.paths << (row.data(FileModel::IsFolderRole).toBool() ? path + u'/' : path);
        }
        if (wish.paths.isEmpty() && !m_session->folder().isEmpty())
            wish.paths << m_session->folder() + u'/';
    }
    if (m_session->isWhole())
        wish.tree = m_session->tree().files();
    return wish;
}

QModelIndexList FilesChoice::selectedRows() const
{
    QModelIndexList rows;
    for (const QModelIndex &row : m_selection->selectedRows())
        rows << m_proxy->mapToSource(row);
    return rows;
}

QStringList FilesChoice::selectedPaths() const
{
    QStringList paths;
    for (const QModelIndex &row : selectedRows())
        paths << row.data(FileModel::PathRole).toString();
    return paths;
}

/// What is meant where nothing is checked: the selected rows, else those that the filter leaves, else none in
/// particular.
QModelIndexList FilesChoice::meantRows() const
{
    QModelIndexList rows = selectedRows();
    if (!rows.isEmpty() || m_proxy->pattern().isEmpty())
        return rows;
    for (int row = 0; row < m_proxy->rowCount(); ++row)
        rows << m_proxy->mapToSource(m_proxy->index(row, 0));
    return rows;
}

QString FilesChoice::cachedPath() const
{
    const QModelIndexList rows = selectedRows();
    if (!m_session || rows.size() != 1 || m_model->stateOf(rows.constFirst().row()) != models::FileState::Cached
        || rows.constFirst().data(FileModel::IsFolderRole).toBool())
        return {};
    const QString path = rows.constFirst().data(FileModel::PathRole).toString();
    return m_engine->cache(m_session->repo()).layout().pointer(m_session->repo(), m_session->commit(), path);
}
