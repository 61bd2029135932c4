// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/windowactions.h"

#include <QObject>

class Engine;
class History;
class QUrl;

/// What the Hub's own pages in the web are opened for, until the window has its own: adding files, a new repository,
/// signing in. Where a Hub has no pages (the demo's), the actions say so.
class HubPages final : public QObject
{
    Q_OBJECT

public:
    /// \a engine, \a actions and \a history outlive it.
    HubPages(const Engine *engine, const WindowActions &actions, const History *history, QObject *parent);

    void updateActions();  ///< As the current place allows.

private:
    QUrl endpoint() const;

    const Engine *m_engine;
    const WindowActions &m_actions;
    const History *m_history;
};
