// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/repoid.h"
#include "engine/repolookup.h"
#include "gui/windowpage.h"

#include <memory>

class Engine;
class Favourites;
class NamedRepoModel;
class QSortFilterProxyModel;

namespace look {
class EmptyState;
}

namespace Ui {
class FavouritesPage;
}

/// The repositories that somebody marked. They are there at once and without a network; what the Hub says of them comes
/// after.
class FavouritesPage final : public WindowPage
{
    Q_OBJECT

public:
    /// Both outlive it.
    FavouritesPage(Engine *engine, Favourites *favourites, QWidget *parent = nullptr);
    ~FavouritesPage() override;

    void open(const Place &place) override;
    QString icon() const override;
    QStringList crumbs() const override;
    QString filterHint() const override;
    void setFilter(const QString &text) override;
    void reload() override;
    void focusContent() override;

Q_SIGNALS:
    void placeAsked(const Place &place);
    void clearFilterAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeStates();
    void showFavourites();
    void ask();
    void updateState();
    void showMenu(const QPoint &at);
    void remove(const QModelIndex &row);
    void offerUndo(const RepoId &repo, qsizetype at);

    std::unique_ptr<Ui::FavouritesPage> m_ui;
    Engine *m_engine;
    Favourites *m_favourites;
    RepoLookup m_lookup;
    NamedRepoModel *m_model;
    QSortFilterProxyModel *m_proxy;
    look::EmptyState *m_noMatch = nullptr;
};
