// SPDX-License-Identifier: Apache-2.0
#include "gui/hubpages.h"

#include "engine/engine.h"
#include "gui/history.h"
#include "gui/weblinks.h"

#include <QAction>

HubPages::HubPages(const Engine *engine, const WindowActions &actions, const History *history, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_actions(actions),
      m_history(history)
{
    connect(m_actions.upload, &QAction::triggered, this,
            [this] { gui::openInBrowser(gui::uploadUrl(endpoint(), m_history->current().location)); });
    connect(m_actions.create, &QAction::triggered, this,
            [this] { gui::openInBrowser(gui::newRepoUrl(endpoint(), m_history->current().location.repo.type)); });
}

void HubPages::updateActions()
{
    const bool isRepo = m_history->current().kind == Place::Kind::Repository;
    const bool hasPages = gui::mayOpen(endpoint());
    m_actions.upload->setEnabled(isRepo && hasPages);
    m_actions.create->setEnabled(hasPages);
    for (QAction *action : {m_actions.upload, m_actions.create})
        action->setToolTip(hasPages ? tr("%1: opens %2 in the browser").arg(action->text(), endpoint().host())
                                    : tr("%1: this Hub has no page for it").arg(action->text()));
}

/// Of the Hub that what is in front comes from.
QUrl HubPages::endpoint() const
{
    return m_engine->endpoint(m_history->current().hub);
}
