// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/errorbanner.h"
#include "gui/windowpage.h"

#include <QTimer>

#include <array>
#include <memory>

class Engine;
class OfflineResults;
class QPushButton;
class RepoSearch;
class ResultModel;
class Settings;

namespace look {
class CardGrid;
class EmptyState;
}  // namespace look

namespace Ui {
class DiscoverPage;
}

/// Where the Hub's models, datasets and Spaces are searched. Each kind keeps its search, its results and how far they
/// were looked through.
class DiscoverPage final : public WindowPage
{
    Q_OBJECT

public:
    /// Both outlive it.
    DiscoverPage(Engine *engine, Settings *settings, QWidget *parent = nullptr);
    ~DiscoverPage() override;

    void open(const Place &place) override;
    Place place() const;                     ///< With the query as it is now.
    Place asLeft(const Place &place) const;  ///< \a place; where it says no more than a kind, with its last query.
    void focusSearch();
    void setCached(const QList<RepoId> &repos);  ///< What this computer has, for when the Hub cannot be searched.

    QString icon() const override;
    QStringList crumbs() const override;  ///< Discover › kind
    std::optional<Place> placeOf(int crumb) const override;
    QList<NamedPlace> siblingsOf(int crumb) const override;
    void reload() override;
    void askAgain();  ///< Somebody else asks now: results may be others.
    /// The results where one was in them, else the search.
    void focusContent() override;

    bool isSettled() const;  ///< Nothing is typed or asked any more.

Q_SIGNALS:
    void placeAsked(const Place &place);
    void queryChanged();  ///< By whoever looks at the page: place()
    void signInAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What there is of one kind of repositories.
    struct Shelf {
        RepoSearch *search;
        ResultModel *model;
        look::CardGrid *grid;
    };

    Shelf makeShelf(RepoType type);
    void makeStates();
    void connectControls();
    void showControls();
    void apply();
    void searchElsewhere();
    void updateState();
    void updateNoMatch();
    void updateCount();
    void showError(const Error &error);
    void follow(bool isOfAccount);
    void setLines(bool isLines);
    look::CardGrid *results() const;
    void enterResults();
    const Shelf &shelf() const { return m_shelves[int(m_type)]; }

    std::unique_ptr<Ui::DiscoverPage> m_ui;
    Engine *m_engine;
    Settings *m_settings;
    RepoType m_type = RepoType::Model;
    std::array<Shelf, 3> m_shelves;
    look::EmptyState *m_noMatch = nullptr;
    QPushButton *m_removeFilters = nullptr;
    QPushButton *m_searchElsewhere = nullptr;
    OfflineResults *m_offline = nullptr;
    QTimer m_typing;  // A search begins when one paused.
};
