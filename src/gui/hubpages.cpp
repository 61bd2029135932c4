// SPDX-License-Identifier: Apache-2.0
#include "gui/hubpages.h"

#include "gui/history.h"
#include "gui/weblinks.h"

#include <QAction>

HubPages::HubPages(QUrl endpoint, const WindowActions &actions, const History *history, QObject *parent)
    : QObject(parent),
      m_endpoint(std::move(endpoint)),
      m_actions(actions),
      m_history(history)
{
    const bool hasPages = gui::mayOpen(m_endpoint);
    for (QAction *action : {m_actions.upload, m_actions.create}) {
        action->setEnabled(hasPages);
        action->setToolTip(hasPages ? tr("%1: opens %2 in the browser").arg(action->text(), m_endpoint.host())
                                    : tr("%1: this Hub has no page for it").arg(action->text()));
    }
    connect(m_actions.upload, &QAction::triggered, this,
            [this] { gui::openInBrowser(gui::uploadUrl(m_endpoint, m_history->current().location)); });
    connect(m_actions.create, &QAction::triggered, this,
            [this] { gui::openInBrowser(gui::newRepoUrl(m_endpoint, m_history->current().location.repo.type)); });
}

void HubPages::updateActions()
{
    const bool isRepo = m_history->current().kind == Place::Kind::Repository;
    m_actions.upload->setEnabled(isRepo && gui::mayOpen(m_endpoint));
}
