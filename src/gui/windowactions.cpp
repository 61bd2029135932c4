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

}  // namespace

WindowActions WindowActions::make(QWidget *window)
{
    const auto add = [window](const char *name, const QString &text, const QList<QKeySequence> &keys) {
        return ::make(window, name, text, keys);
    };
    WindowActions all{};
    all.back = add("back", Actions::tr("Back"), QKeySequence::keyBindings(QKeySequence::Back));
    all.forward = add("forward", Actions::tr("Forward"), QKeySequence::keyBindings(QKeySequence::Forward));
    all.up = add("up", Actions::tr("Up"), {Qt::ALT | Qt::Key_Up, Qt::Key_Backspace});
    all.editLocation = add("editLocation", Actions::tr("Open location"), {Qt::CTRL | Qt::Key_L});
    all.search = add("search", Actions::tr("Search the Hub"), {Qt::CTRL | Qt::Key_K});
    all.reload = add("reload", Actions::tr("Reload"), {Qt::CTRL | Qt::Key_R, Qt::Key_F5});
    all.filter = add("filter", Actions::tr("Filter this page"), {QKeySequence::Find});
    all.revisions = add("revisions", Actions::tr("Choose a revision"), {Qt::CTRL | Qt::SHIFT | Qt::Key_R});
    all.download = add("download", Actions::tr("Download"), {Qt::CTRL | Qt::Key_D, Qt::CTRL | Qt::Key_Return});
    all.upload = add("upload", Actions::tr("Upload"), {Qt::CTRL | Qt::Key_U});
    all.create = add("create", Actions::tr("New repository"), {QKeySequence::New});
    all.create->setIconText(Actions::tr("New"));
    all.copyLink = add("copyLink", Actions::tr("Copy link"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    all.addSource = add("addSource", Actions::tr("Add a source…"), {});
    all.saveSource = add("saveSource", Actions::tr("Save as a source…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_S});
    all.importSources = add("importSources", Actions::tr("Import sources…"), {});
    all.exportSources = add("exportSources", Actions::tr("Export sources…"), {});
    all.nextTab = add("nextTab", Actions::tr("Next tab"), {Qt::CTRL | Qt::Key_Tab});
    all.previousTab = add("previousTab", Actions::tr("Previous tab"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Tab});
    all.card = add("card", Actions::tr("Card"), {});
    all.files = add("files", Actions::tr("Files"), {});
    all.commits = add("commits", Actions::tr("Commits"), {});
    all.favourite = add("favourite", Actions::tr("Favourite, or not any more"), {Qt::CTRL | Qt::Key_B});
    all.favourites = add("favourites", Actions::tr("Favourites"), {Qt::CTRL | Qt::SHIFT | Qt::Key_B});
    all.transfers = add("transfers", Actions::tr("Transfers"), {Qt::CTRL | Qt::SHIFT | Qt::Key_T});
    all.cache = add("cache", Actions::tr("Cache"), {Qt::CTRL | Qt::SHIFT | Qt::Key_E});
    all.nextArea = add("nextArea", Actions::tr("Next area"), {Qt::Key_F6});
    all.previousArea = add("previousArea", Actions::tr("Previous area"), {Qt::SHIFT | Qt::Key_F6});
    all.togglePlaces = add("togglePlaces", Actions::tr("Show places"), {Qt::Key_F9});
    all.togglePlaces->setCheckable(true);
    all.togglePlaces->setChecked(true);
    all.togglePreview = add("togglePreview", Actions::tr("Show the preview"), {Qt::Key_F11});
    all.togglePreview->setCheckable(true);
    all.showMenu = add("showMenu", Actions::tr("Show the menu bar"), {Qt::CTRL | Qt::Key_M});
    all.showMenu->setCheckable(true);
    all.settings = add("settings", Actions::tr("Settings…"), {Qt::CTRL | Qt::Key_Comma});
    all.shortcuts = add("shortcuts", Actions::tr("Keyboard shortcuts"), {QKeySequence::HelpContents});
    all.about = add("about", Actions::tr("About Hubdeck"), {});
    all.quit = add("quit", Actions::tr("Quit"), {QKeySequence::Quit});
    auto *look = new QActionGroup(window);
    all.systemLook = makeChoice(window, look, "systemLook", Actions::tr("As the system"));
    all.lightLook = makeChoice(window, look, "lightLook", Actions::tr("Light"));
    all.darkLook = makeChoice(window, look, "darkLook", Actions::tr("Dark"));
    return all;
}
