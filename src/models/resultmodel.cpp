// SPDX-License-Identifier: Apache-2.0
#include "models/resultmodel.h"

#include "engine/reposearch.h"

using namespace std::chrono_literals;

namespace {

constexpr auto kKeptFor = 300ms;

}  // namespace

ResultModel::ResultModel(RepoSearch *search, QObject *parent) : RepoModel(parent), m_search(search)
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

bool ResultModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !isOutdated() && m_search->canFetchMore();
}

void ResultModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        m_search->fetchMore();
}
