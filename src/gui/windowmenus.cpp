// SPDX-License-Identifier: Apache-2.0
#include "gui/windowmenus.h"

#include "gui/windowactions.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

static QString say(const char *text)
{
    return QCoreApplication::translate("gui", text);
}

void gui::fillMenus(QMenuBar *bar, const WindowActions &actions)
{
    QMenu *file = bar->addMenu(say("&File"));
    file->addActions({actions.editLocation, actions.download, actions.upload, actions.create});
    file->addSeparator();
    file->addActions({actions.settings, actions.quit});
    QMenu *go = bar->addMenu(say("&Go"));
    go->addActions({actions.back, actions.forward, actions.up, actions.search, actions.favourites, actions.cache,
                    actions.transfers, actions.nextArea, actions.previousArea});
    QMenu *view = bar->addMenu(say("&View"));
    view->addActions({actions.reload, actions.filter, actions.revisions, actions.card, actions.files, actions.commits,
                      actions.nextTab, actions.previousTab, actions.copyLink, actions.favourite, actions.togglePlaces,
                      actions.togglePreview, actions.showMenu});
    QMenu *looks = view->addMenu(say("&Appearance"));
    looks->addActions({actions.systemLook, actions.lightLook, actions.darkLook});
    bar->addMenu(say("&Help"))->addActions({actions.shortcuts, actions.about});
}
