// SPDX-License-Identifier: Apache-2.0
#include "gui/fileschoice.h"

#include "engine/engine.h"
#include "engine/reposession.h"
#include "models/filemodel.h"
#include "models/fileproxy.h"

#include <QItemSelectionModel>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMany = 1000;  // All of so many rows are better said by the folder's name.

}

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
    DownloadWish wish{.repo = m_session->info().id,
                      .revision = m_session->revision(),
                      .commit = m_session->commit(),
                      .hub = m_session->hubId()};
    if (!m_model->checked().isEmpty()) {
        const CheckedPaths::Wish checked
            = m_model->checked().wishOf(m_session->isWhole() ? &m_session->tree() : nullptr);
        wish.paths = checked.paths;
        wish.exclude = checked.exclude;
    } else {
        for (const int row : meantRows()) {
            const FolderEntry &entry = m_model->entry(row);
            wish.paths << (entry.isFolder ? entry.path + u'/' : entry.path);
        }
        if (wish.paths.isEmpty() && !m_session->folder().isEmpty())
            wish.paths << m_session->folder() + u'/';
    }
    if (m_session->isWhole())
        wish.tree = m_session->tree().files();
    return wish;
}

qsizetype FilesChoice::count() const
{
    if (!m_model->checked().isEmpty()) {
        const CheckedPaths::Wish checked = m_model->checked().wishOf(nullptr);
        return checked.paths.size();
    }
    const int selected = selectedCount();
    return selected > 0 ? selected : m_proxy->rowCount();
}

int FilesChoice::selectedCount() const
{
    int count = 0;
    for (const QItemSelectionRange &range : m_selection->selection())
        count += range.height();
    return count;
}

QList<int> FilesChoice::selectedRows() const
{
    QList<int> shown;
    for (const QItemSelectionRange &range : m_selection->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            shown << row;
    }
    std::ranges::sort(shown);
    // Not std::ranges::unique: clang 14 cannot read it in libstdc++ 12.
    shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
    for (int &row : shown)
        row = m_proxy->sourceRow(row);
    return shown;
}

QStringList FilesChoice::selectedPaths() const
{
    QStringList paths;
    for (const int row : selectedRows())
        paths << m_model->entry(row).path;
    return paths;
}

/// What is meant where nothing is checked: the selected rows, else those that the filter leaves. None in particular
/// where that is all.
QList<int> FilesChoice::meantRows() const
{
    QList<int> rows = selectedRows();
    if (rows.isEmpty() && !m_proxy->pattern().isEmpty()) {
        for (int row = 0; row < m_proxy->rowCount(); ++row)
            rows << m_proxy->sourceRow(row);
    }
    if (rows.size() >= kMany && rows.size() == m_model->rowCount())
        rows.clear();
    return rows;
}

QStringList FilesChoice::selectedNames() const
{
    QStringList names;
    for (const int row : selectedRows())
        names << m_model->entry(row).name;
    return names;
}

/// Of the model, where it is one; else -1.
int FilesChoice::selectedRow() const
{
    return m_session && selectedCount() == 1 ? selectedRows().constFirst() : -1;
}

std::optional<FolderEntry> FilesChoice::selectedEntry() const
{
    const int row = selectedRow();
    return row < 0 ? std::nullopt : std::optional(m_model->entry(row));
}

bool FilesChoice::isFile() const
{
    const auto entry = selectedEntry();
    return entry && !entry->isFolder;
}

Location FilesChoice::location() const
{
    if (!m_session)
        return {};
    const auto entry = selectedEntry();
    const QString revision = m_session->revision() == "main"_L1 ? QString() : m_session->revision();
    return {m_session->repo(), revision, entry ? entry->path : m_session->folder()};
}

QString FilesChoice::cachedPath() const
{
    return isFile() && isHere() ? placeHere() : QString();
}

QString FilesChoice::placeHere() const
{
    const int row = selectedRow();
    if (row < 0)
        return {};
    const FolderEntry &entry = m_model->entry(row);
    const models::FileState state = m_model->stateOf(row);
    const bool isHere = state == models::FileState::Cached || (entry.isFolder && state == models::FileState::Partly);
    return isHere
        ? m_engine->cache(m_session->repo()).layout().pointer(m_session->repo(), m_session->commit(), entry.path)
        : QString();
}

bool FilesChoice::isHere() const
{
    const QList<int> rows = selectedRows();
    return !rows.isEmpty()
        && std::ranges::all_of(rows, [this](int row) { return m_model->stateOf(row) == models::FileState::Cached; });
}
