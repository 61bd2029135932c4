// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QAction;
class QWidget;

/// The window's commands, each made once, with text, keys and an object name. Who owns the window says what they do.
struct WindowActions {
    QAction *back;
    QAction *forward;
    QAction *up;
    QAction *editLocation;
    QAction *search;
    QAction *reload;
    QAction *filter;
    QAction *revisions;
    QAction *download;
    QAction *upload;
    QAction *create;
    QAction *copyLink;
    QAction *addSource;
    QAction *saveSource;
    QAction *importSources;
    QAction *exportSources;
    QAction *nextTab;
    QAction *previousTab;
    QAction *card;
    QAction *files;
    QAction *commits;
    QAction *favourite;
    QAction *favourites;
    QAction *transfers;
    QAction *cache;
    QAction *nextArea;
    QAction *previousArea;
    QAction *togglePlaces;
    QAction *togglePreview;
    QAction *systemLook;
    QAction *lightLook;
    QAction *darkLook;
    QAction *showMenu;
    QAction *settings;
    QAction *shortcuts;
    QAction *about;
    QAction *quit;

    /// Children of \a window, and added to it, so that their keys work whatever is shown.
    static WindowActions make(QWidget *window);
};
