// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "engine/commitlist.h"

#include <QWidget>

#include <memory>

class CommitModel;
class CommitProxy;
class Engine;
class RepoSession;

namespace look {
class EmptyState;
}

namespace Ui {
class CommitsPage;
}

/// The history of the revision in front: its commits, paged in as one scrolls, and what can be done with one of them.
///
/// A commit that is opened from here stays a row of the history in which it was found.
class CommitsPage final : public QWidget
{
    Q_OBJECT

public:
    /// \a engine outlives the page.
    explicit CommitsPage(Engine *engine, QWidget *parent = nullptr);
    ~CommitsPage() override;

    /// What is in front; null: nothing. Its history is asked for when the page is shown.
    void setSession(RepoSession *session);
    void setFilter(const QString &text);
    void focusList();

Q_SIGNALS:
    void revisionAsked(const QString &commit);
    void webPageAsked(const QString &commit);
    void clearFilterAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void setUpList();
    void makeStates();
    void connectButtons();
    void load();
    void updateState();
    void updateFoot();
    void fetchAhead();
    void showMenu(const QPoint &at);
    QString chosen() const;  ///< A commit; empty where none is.
    QString countText() const;

    std::unique_ptr<Ui::CommitsPage> m_ui;
    Engine *m_engine;
    CommitList m_list;
    CommitModel *m_model;
    CommitProxy *m_proxy;
    RepoSession *m_session = nullptr;
    look::EmptyState *m_offline = nullptr;
    look::EmptyState *m_failed = nullptr;
    bool m_isBarred = false;  // The session could not be opened.
    bool m_isLoaded = false;  // What is listed belongs to the session.
    bool m_isLocal = false;   // And is what this computer has, since the Hub cannot be reached.
    std::optional<Error> m_error;
};
