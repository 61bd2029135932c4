// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/errorbanner.h"
#include "gui/windowpage.h"

#include <QDateTime>
#include <QHash>

#include <memory>

class CardView;
class CommitsPage;
class DiskSpace;
class Engine;
class Favourites;
class FilesArea;
class FilesPage;
class RepoAccess;
class RepoBanners;
class RepoSession;
class RevisionModel;
class Settings;
class SignIn;
struct DownloadWish;
struct TransferRow;

namespace Ui {
class RepoPage;
}

/// One repository at one revision: its name and facts, a banner where something stands in the way, and its tabs (Card,
/// Files, Commits). Owns the session; the tabs show what it knows.
class RepoPage final : public WindowPage
{
    Q_OBJECT

public:
    enum Tab { CardTab, FilesTab, CommitsTab };

    /// All of them outlive it.
    RepoPage(Engine *engine, Settings *settings, Favourites *favourites, const DiskSpace *disk, SignIn *signIn,
             QWidget *parent = nullptr);
    ~RepoPage() override;

    /// Another folder of the repository and revision in front costs no question.
    void open(const Place &place) override;
    const Location &location() const { return m_location; }
    QString revision() const;
    QString commit() const;
    RevisionModel *revisions() const { return m_revisions; }
    void loadRevisions();  ///< The newest commits, which only the popup shows.
    void showTab(Tab tab);
    FilesArea *filesArea() const { return m_area; }
    QWidget *sideArea() const override;  ///< The preview.

    QString icon() const override;
    QStringList crumbs() const override;  ///< Models › owner › name › folder…
    QString filterHint() const override;
    void setFilter(const QString &text) override;
    void reload() override;
    void askAgain();  ///< Somebody else asks now: what is shown may not be all of it, or not theirs.
    void focusContent() override;
    void turnTab(int by) override;

    std::optional<Place> placeOf(int crumb) const override;  ///< As RepoTrail::placeOf().
    QList<NamedPlace> siblingsOf(int crumb) const override;

    void download();
    void toggleFavourite();
    void copyLink() const;
    void applyTransfers(const QList<TransferRow> &rows);
    bool isListed() const;  ///< The folder in front is complete, and no error stands above it.
    bool isCached() const;  ///< And all of it is on this computer.
    bool hasCard() const;
    bool hasBanner() const;

Q_SIGNALS:
    void placeAsked(const Place &place);
    void locationEditAsked();
    void revisionChanged();  ///< revision(), commit()
    void downloadAsked(const DownloadWish &wish);
    void clearFilterAsked();

private:
    void connectTabs();
    Place placeAt(const Location &location) const;
    void beginSession();
    void connectSession();
    void showHeader();
    void showError(const Error &error);
    void showFailure(const Error &error);
    void showOffline(const Error &why);
    void comeBack();
    void showLink(const QUrl &url);
    void follow(gui::Remedy remedy);

    std::unique_ptr<Ui::RepoPage> m_ui;
    Engine *m_engine;
    const SignIn *m_signIn;
    Location m_location;
    HubId m_hub;
    RevisionModel *m_revisions;
    RepoSession *m_session = nullptr;
    RepoBanners *m_banners = nullptr;
    RepoAccess *m_access = nullptr;
    CardView *m_card;
    FilesArea *m_area;
    FilesPage *m_files;
    CommitsPage *m_commits;
    bool m_hasCard = false;
    bool m_isCutOff = false;  // Something is not shown since the Hub cannot be reached.
    const QDateTime m_begun = QDateTime::currentDateTimeUtc();  ///< What failed before then is no news.
    QHash<quint64, QDateTime> m_told;  // When each transfer failed of which a banner told: rows come more than once.
};
