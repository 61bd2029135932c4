// SPDX-License-Identifier: Apache-2.0
#include "gui/windowactions.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The translation context of this file.
struct Actions {
    Q_DECLARE_TR_FUNCTIONS(WindowActions)
};

QAction *make(QWidget *window, const char *name, const QString &text, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, window);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    window->addAction(action);
    return action;
}

QAction *makeChoice(QWidget *window, QActionGroup *group, const char *name, const QString &text)
{
    QAction *action = make(window, name, text, {});
    action->setCheckable(true);
    group->addAction(action);
    return action;
}

void addWays(WindowActions &all, QWidget *window)
{
    all.back = make(window, "back", Actions::tr("Back"), QKeySequence::keyBindings(QKeySequence::Back));
    all.forward = make(window, "forward", Actions::tr("Forward"), QKeySequence::keyBindings(QKeySequence::Forward));
    all.up = make(window, "up", Actions::tr("Up"), {Qt::ALT | Qt::Key_Up, Qt::Key_Backspace});
    all.editLocation = make(window, "editLocation", Actions::tr("Open location"), {Qt::CTRL | Qt::Key_L});
    all.search = make(window, "search", Actions::tr("Search the Hub"), {Qt::CTRL | Qt::Key_K});
    all.reload = make(window, "reload", Actions::tr("Reload"), {Qt::CTRL | Qt::Key_R, Qt::Key_F5});
    all.filter = make(window, "filter", Actions::tr("Filter this page"), {QKeySequence::Find});
    all.revisions = make(window, "revisions", Actions::tr("Choose a revision"), {Qt::CTRL | Qt::SHIFT | Qt::Key_R});
    all.nextTab = make(window, "nextTab", Actions::tr("Next tab"), {Qt::CTRL | Qt::Key_Tab});
    all.previousTab = make(window, "previousTab", Actions::tr("Previous tab"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Tab});
    all.card = make(window, "card", Actions::tr("Card"), {});
    all.files = make(window, "files", Actions::tr("Files"), {});
    all.commits = make(window, "commits", Actions::tr("Commits"), {});
    all.favourite = make(window, "favourite", Actions::tr("Favourite, or not any more"), {Qt::CTRL | Qt::Key_B});
    all.favourites = make(window, "favourites", Actions::tr("Favourites"), {Qt::CTRL | Qt::SHIFT | Qt::Key_B});
    all.transfers = make(window, "transfers", Actions::tr("Transfers"), {Qt::CTRL | Qt::SHIFT | Qt::Key_T});
    all.cache = make(window, "cache", Actions::tr("Cache"), {Qt::CTRL | Qt::SHIFT | Qt::Key_E});
    all.nextArea = make(window, "nextArea", Actions::tr("Next area"), {Qt::Key_F6});
    all.previousArea = make(window, "previousArea", Actions::tr("Previous area"), {Qt::SHIFT | Qt::Key_F6});
}

void addDeeds(WindowActions &all, QWidget *window)
{
    all.download = make(window, "download", Actions::tr("Download"), {Qt::CTRL | Qt::Key_D, Qt::CTRL | Qt::Key_Return});
    all.upload = make(window, "upload", Actions::tr("Upload"), {Qt::CTRL | Qt::Key_U});
    all.create = make(window, "create", Actions::tr("New repository"), {QKeySequence::New});
    all.create->setIconText(Actions::tr("New"));
    all.copyLink = make(window, "copyLink", Actions::tr("Copy link"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    all.addSource = make(window, "addSource", Actions::tr("Add a source…"), {});
    all.saveSource = make(window, "saveSource", Actions::tr("Save as a source…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_S});
    all.importSources = make(window, "importSources", Actions::tr("Import sources…"), {});
    all.exportSources = make(window, "exportSources", Actions::tr("Export sources…"), {});
}

void addLooks(WindowActions &all, QWidget *window)
{
    all.togglePlaces = make(window, "togglePlaces", Actions::tr("Show places"), {Qt::Key_F9});
    all.togglePlaces->setCheckable(true);
    all.togglePlaces->setChecked(true);
    all.togglePreview = make(window, "togglePreview", Actions::tr("Show the preview"), {Qt::Key_F11});
    all.togglePreview->setCheckable(true);
    all.showMenu = make(window, "showMenu", Actions::tr("Show the menu bar"), {Qt::CTRL | Qt::Key_M});
    all.showMenu->setCheckable(true);
    all.settings = make(window, "settings", Actions::tr("Settings…"), {Qt::CTRL | Qt::Key_Comma});
    all.shortcuts = make(window, "shortcuts", Actions::tr("Keyboard shortcuts"), {QKeySequence::HelpContents});
    all.about = make(window, "about", Actions::tr("About Hubdeck"), {});
    all.quit = make(window, "quit", Actions::tr("Quit"), {QKeySequence::Quit});
    auto *look = new QActionGroup(window);
    all.systemLook = makeChoice(window, look, "systemLook", Actions::tr("As the system"));
    all.lightLook = makeChoice(window, look, "lightLook", Actions::tr("Light"));
    all.darkLook = makeChoice(window, look, "darkLook", Actions::tr("Dark"));
}

}  // namespace

WindowActions WindowActions::make(QWidget *window)
{
    WindowActions all{};
    addWays(all, window);
    addDeeds(all, window);
    addLooks(all, window);
    return all;
}
