// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/cacheview.h"
#include "gui/windowpage.h"

#include <QModelIndexList>

#include <memory>

class CacheModel;
class CacheProxy;
class DiskSpace;
class QMenu;
class Settings;
class SnapshotSaver;
struct Location;

namespace Ui {
class CachePage;
}

/// This computer's cache: what eats the disk as a map and as a tree, and what deleting the chosen part of it would
/// free. What is checked is to be deleted; with nothing checked, what is selected.
class CachePage final : public WindowPage
{
    Q_OBJECT

public:
    /// All outlive the page.
    CachePage(Engine *engine, Settings *settings, const DiskSpace *disk, QWidget *parent = nullptr);
    ~CachePage() override;

    void open(const Place &place) override;
    QString icon() const override;
    QStringList crumbs() const override;
    QString filterHint() const override;
    void setFilter(const QString &text) override;
    void reload() override;
    void focusContent() override;

    bool isKnown() const { return m_view.isKnown(); }
    const SnapshotSaver *saver() const { return m_saver; }

Q_SIGNALS:
    void sizeChanged(qint64 bytes);
    void reposChanged(const QList<RepoId> &repos);  ///< Of the Hub, that can be opened.
    void locationAsked(const Location &location);
    void downloadAsked(const DownloadWish &wish);
    void clearFilterAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpList();
    void makeEmptyStates();
    void connectMap();
    void connectButtons();
    void connectMenu();
    void onLooked();
    void onRemoved(const RemovalOutcome &outcome);
    void updateState();
    void updateHead();
    void updateMap();
    void updateFoot();
    void arrange();
    QModelIndexList selectedRows() const;  ///< Of the model.
    QList<CacheChoice> chosen() const;
    void selectInMap(int entry);
    void openRow(const QModelIndex &row);  ///< Of the model.
    void openSelected();
    void showSelected();
    void resumeSelected();
    void askRemoval();
    bool fillSaving(QMenu *menu);  ///< For the selected revision; false where there is none.

    std::unique_ptr<Ui::CachePage> m_ui;
    Engine *m_engine;
    Settings *m_settings;
    const DiskSpace *m_disk;
    CacheView m_view;
    CacheModel *m_model;
    CacheProxy *m_proxy;
    SnapshotSaver *m_saver = nullptr;
    QStringList m_mapped;  // Folders, in the order of the map.
    CacheRemoval m_plan;
};
