// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/location.h"
#include "gui/page.h"

#include <memory>
#include <optional>

class CardView;
class Engine;
class FilesPage;
class RepoSession;
class RevisionModel;
class Settings;
struct Error;
struct TransferRow;

namespace Ui {
class RepoPage;
}

/// One repository at one revision: its name and facts, a banner where something stands in the way, and its tabs (Card,
/// Files). Owns the session; the tabs show what it knows.
class RepoPage final : public Page
{
    Q_OBJECT

public:
    RepoPage(Engine *engine, Settings *settings, QWidget *parent = nullptr);
    ~RepoPage() override;

    /// Another folder of the repository and revision in front costs no question.
    void open(const Location &location);
    const Location &location() const { return m_location; }
    QString commit() const;
    RevisionModel *revisions() const { return m_revisions; }
    FilesPage *files() const { return m_files; }

    QString icon() const override;
    QStringList crumbs() const override;  ///< Models › owner › name › folder…
    QString filterHint() const override;
    void setFilter(const QString &text) override;
    void reload() override;
    void focusContent() override;

    /// Where crumb \a index leads; nothing where it leads nowhere yet (kinds and owners have no page).
    std::optional<Location> locationOf(int index) const;

    void applyTransfers(const QList<TransferRow> &rows);

Q_SIGNALS:
    void locationAsked(const Location &location);  ///< A folder was opened.
    void revisionChanged();                        ///< revisions(), commit()
    void downloadAsked(const struct DownloadWish &wish);

private:
    void showError(const Error &error);
    void showHeader();

    std::unique_ptr<Ui::RepoPage> m_ui;
    Engine *m_engine;
    Settings *m_settings;
    Location m_location;
    RevisionModel *m_revisions;
    RepoSession *m_session = nullptr;
    CardView *m_card;
    FilesPage *m_files;
};
