// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/repoinfo.h"

#include <QWidget>

#include <memory>

class Favourites;

namespace Ui {
class RepoHeader;
}

/// The head of a repository's page: its name, what it is, whether it is a favourite, and the way to its page on the
/// Hub.
class RepoHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit RepoHeader(QWidget *parent = nullptr);
    ~RepoHeader() override;

    void setFavourites(Favourites *favourites);  ///< Outlives this.
    /// \a asker as gui::factsOf().
    void setRepo(const RepoInfo &info, bool isOffline, const QString &asker = {});
    void setOwn(bool isOwn);         ///< Of the Hub that Hubdeck is set to: others have no favourites.
    void setPage(const QUrl &page);  ///< Of the repository on the Hub; one that must not be opened has no button.
    void toggleFavourite();

Q_SIGNALS:
    void pageAsked();

private:
    void updateFavourite();

    std::unique_ptr<Ui::RepoHeader> m_ui;
    Favourites *m_favourites = nullptr;
    RepoId m_repo;
};
