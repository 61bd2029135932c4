// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transfer/downloadwish.h"

#include <QModelIndex>
#include <QWidget>

#include <memory>

class DiskSpace;
class Engine;
class FileFeed;
class FileModel;
class FileProxy;
class FilesChoice;
class FilesMenu;
class PlanFoot;
class QKeyEvent;
class RepoSession;
class Settings;
struct TransferRow;

namespace look {
class EmptyState;
class RowTree;
class RowsInSight;
}

namespace Ui {
class FilesPage;
}

/// One folder at a time as a list (name, size, state), and below it what a download would do and the button that does
/// it.
class FilesPage final : public QWidget
{
    Q_OBJECT

public:
    FilesPage(Engine *engine, Settings *settings, const DiskSpace *disk, QWidget *parent = nullptr);
    ~FilesPage() override;

    void setSession(RepoSession *session);  ///< Outlives this, or is taken away by setSession(nullptr).
    void setFilter(const QString &text);
    void setBlocked(bool blocked);  ///< A banner stands in the way: nothing can be downloaded.
    void applyTransfers(const QList<TransferRow> &rows);

    void download();        ///< What the plan line says; nothing where it says that nothing is to be done.
    void copyLink() const;  ///< To what is selected, or to the folder: its page on the Hub.
    look::RowTree *list() const;
    /// The list, as soon as there is one.
    void focusList();
    void markRow(const QString &path);  ///< Where the keyboard begins in a folder that is opened now; not selected.
    void selectFile(const QString &path);
    QStringList selectedPaths() const;
    bool isCached() const;  ///< All rows are.

Q_SIGNALS:
    void previewAsked();  ///< Of the file that is selected.
    void folderAsked(const QString &path);
    void downloadAsked(const DownloadWish &wish);
    void clearFilterAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpList();
    void makeEmptyStates();
    void connectList();
    void connectMenu();
    void showMenu(const QPoint &at);
    void updateState();
    void takeFocus();
    void showWanted();
    void lookAtRows(bool hasMoved);
    void onActivated(const QModelIndex &index);
    bool onKey(const QKeyEvent &key);

    std::unique_ptr<Ui::FilesPage> m_ui;
    Settings *m_settings;
    FileModel *m_model;
    std::unique_ptr<FileFeed> m_feed;  // Before the model, which it fills, is gone.
    FileProxy *m_proxy;
    std::unique_ptr<FilesChoice> m_choice;
    PlanFoot *m_foot;
    FilesMenu *m_menu;
    look::RowsInSight *m_sight = nullptr;
    RepoSession *m_session = nullptr;
    bool m_failed = false;
    bool m_wasListed = false;  // Until the session listed something, nothing of it is empty.
    bool m_wantsFocus = false;
    look::EmptyState *m_noMatch = nullptr;
    QString m_wantedFile;  // Selected as soon as its row is there.
    QString m_markedPath;
};
