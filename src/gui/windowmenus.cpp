// SPDX-License-Identifier: Apache-2.0
#include "gui/windowmenus.h"

#include "gui/windowactions.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace {

/// The translation context of this file.
struct Menus {
    Q_DECLARE_TR_FUNCTIONS(gui::WindowMenus)
};

}  // namespace

void gui::fillMenus(QMenuBar *bar, const WindowActions &actions)
{
    QMenu *file = bar->addMenu(Menus::tr("&File"));
    file->addActions({actions.editLocation, actions.download, actions.upload, actions.create});
    file->addSeparator();
    file->addActions({actions.addSource, actions.saveSource, actions.importSources, actions.exportSources});
    file->addSeparator();
    file->addActions({actions.settings, actions.quit});
    QMenu *go = bar->addMenu(Menus::tr("&Go"));
    go->addActions({actions.back, actions.forward, actions.up, actions.search, actions.favourites, actions.cache,
                    actions.transfers, actions.nextArea, actions.previousArea});
    QMenu *view = bar->addMenu(Menus::tr("&View"));
    view->addActions({actions.reload, actions.filter, actions.revisions, actions.card, actions.files, actions.commits,
                      actions.nextTab, actions.previousTab, actions.copyLink, actions.favourite, actions.togglePlaces,
                      actions.togglePreview, actions.showMenu});
    QMenu *looks = view->addMenu(Menus::tr("&Appearance"));
    looks->addActions({actions.systemLook, actions.lightLook, actions.darkLook});
    bar->addMenu(Menus::tr("&Help"))->addActions({actions.shortcuts, actions.about});
}
