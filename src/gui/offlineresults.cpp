// SPDX-License-Identifier: Apache-2.0
#include "gui/offlineresults.h"

#include "gui/errorbanner.h"
#include "gui/theme/metrics.h"
#include "gui/widgets/cardgrid.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/label.h"
#include "models/namedrepomodel.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

OfflineResults::OfflineResults(bool isWanted, QWidget *parent)
    : QWidget(parent),
      m_model(new NamedRepoModel(this)),
      m_grid(new look::CardGrid(this)),
      m_nothing(new look::EmptyState(u"offline"_s, tr("You are offline"), {}, this)),
      m_found(new QWidget(this)),
      m_states(new QStackedWidget(this))
{
    m_grid->setModel(m_model);
    m_grid->setAccessibleName(tr("On this computer"));
    m_nothing->setReason(isWanted
                             ? tr("HF_HUB_OFFLINE is set in the environment. What is on this computer can be opened.")
                             : tr("The Hub cannot be searched. What is on this computer can be opened."));
    QPushButton *again = m_nothing->addAction(gui::textOf(gui::Remedy::Retry));
    again->setVisible(!isWanted);
    connect(again, &QPushButton::clicked, this, &OfflineResults::retryAsked);
    connect(m_nothing->addAction(tr("Show what was opened before"), true), &QPushButton::clicked, this,
            &OfflineResults::startAsked);
    connect(m_grid, &look::CardGrid::opened, this,
            [this](const QModelIndex &row) { Q_EMIT opened(m_model->repo(row.row())); });

    auto *head = new look::Label(tr("You are offline. These are on this computer:"), look::Type::Small, m_found);
    head->subtle();
    auto *foundColumn = new QVBoxLayout(m_found);
    foundColumn->setContentsMargins(look::kMedium, 0, 0, 0);
    foundColumn->addWidget(head);
    foundColumn->addWidget(m_grid, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_states);
    m_states->addWidget(m_nothing);
    m_states->addWidget(m_found);
}

void OfflineResults::setRepos(const QList<RepoId> &repos)
{
    m_repos = repos;
    std::ranges::sort(m_repos, [](const RepoId &one, const RepoId &other) {
        return one.name.compare(other.name, Qt::CaseInsensitive) < 0;
    });
    find();
}

void OfflineResults::setQuery(RepoType type, const QString &search)
{
    m_type = type;
    m_search = search;
    find();
}

void OfflineResults::find()
{
    QList<RepoId> found;
    for (const RepoId &repo : std::as_const(m_repos)) {
        if (repo.type == m_type && repo.name.contains(m_search, Qt::CaseInsensitive))
            found << repo;
    }
    m_model->setRepos(found);
    m_states->setCurrentWidget(found.isEmpty() ? static_cast<QWidget *>(m_nothing) : m_found);
}

void OfflineResults::setLines(bool isLines)
{
    m_grid->setLines(isLines);
}

look::CardGrid *OfflineResults::grid() const
{
    return m_states->currentWidget() == m_found ? m_grid : nullptr;
}
