// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transfer/downloadwish.h"

#include <QObject>
#include <QUrl>

class Engine;
class FilesChoice;
class PlanFoot;
class QMenu;
class QWidget;

/// The context menu of a list of files: what the buttons of its foot and the keys of the list do, and copies and looks
/// elsewhere of what is selected.
class FilesMenu final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    FilesMenu(Engine *engine, const FilesChoice *choice, const PlanFoot *foot, QWidget *page);

    QMenu *make();  ///< For what is chosen now; to be shown by popup(), and goes when it is closed.
    void copyNames() const;
    void copyLink() const;

Q_SIGNALS:
    void folderAsked(const QString &path);
    void previewAsked();
    void downloadAsked(const DownloadWish &wish);

private:
    void addCopies(QMenu *menu) const;
    QUrl page() const;
    void addLooks(QMenu *menu) const;
    void saveCopy();

    Engine *m_engine;
    const FilesChoice *m_choice;
    const PlanFoot *m_foot;
    QWidget *m_page;
};
