// SPDX-License-Identifier: Apache-2.0
#include "gui/windowactions.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("WindowActions", text);
}

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
    all.back = add("back", say("Back"), QKeySequence::keyBindings(QKeySequence::Back));
    all.forward = add("forward", say("Forward"), QKeySequence::keyBindings(QKeySequence::Forward));
    all.up = add("up", say("Up"), {Qt::ALT | Qt::Key_Up, Qt::Key_Backspace});
    all.editLocation = add("editLocation", say("Open location"), {Qt::CTRL | Qt::Key_L});
    all.search = add("search", say("Search the Hub"), {Qt::CTRL | Qt::Key_K});
    all.reload = add("reload", say("Reload"), {Qt::CTRL | Qt::Key_R, Qt::Key_F5});
    all.filter = add("filter", say("Filter this page"), {QKeySequence::Find});
    all.revisions = add("revisions", say("Choose a revision"), {Qt::CTRL | Qt::SHIFT | Qt::Key_R});
    all.download = add("download", say("Download"), {Qt::CTRL | Qt::Key_D, Qt::CTRL | Qt::Key_Return});
    all.upload = add("upload", say("Upload"), {Qt::CTRL | Qt::Key_U});
    all.create = add("create", say("New repository"), {QKeySequence::New});
    all.create->setIconText(say("New"));
    all.copyLink = add("copyLink", say("Copy link"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    all.nextTab = add("nextTab", say("Next tab"), {Qt::CTRL | Qt::Key_Tab});
    all.previousTab = add("previousTab", say("Previous tab"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Tab});
    all.card = add("card", say("Card"), {});
    all.files = add("files", say("Files"), {});
    all.commits = add("commits", say("Commits"), {});
    all.favourite = add("favourite", say("Favourite, or not any more"), {Qt::CTRL | Qt::Key_B});
    all.favourites = add("favourites", say("Favourites"), {Qt::CTRL | Qt::SHIFT | Qt::Key_B});
    all.transfers = add("transfers", say("Transfers"), {Qt::CTRL | Qt::SHIFT | Qt::Key_T});
    all.cache = add("cache", say("Cache"), {Qt::CTRL | Qt::SHIFT | Qt::Key_E});
    all.nextArea = add("nextArea", say("Next area"), {Qt::Key_F6});
    all.previousArea = add("previousArea", say("Previous area"), {Qt::SHIFT | Qt::Key_F6});
    all.togglePlaces = add("togglePlaces", say("Show places"), {Qt::Key_F9});
    all.togglePlaces->setCheckable(true);
    all.togglePlaces->setChecked(true);
    all.togglePreview = add("togglePreview", say("Show the preview"), {Qt::Key_F11});
    all.togglePreview->setCheckable(true);
    all.showMenu = add("showMenu", say("Show the menu bar"), {Qt::CTRL | Qt::Key_M});
    all.showMenu->setCheckable(true);
    all.settings = add("settings", say("Settings…"), {Qt::CTRL | Qt::Key_Comma});
    all.shortcuts = add("shortcuts", say("Keyboard shortcuts"), {QKeySequence::HelpContents});
    all.about = add("about", say("About Hubdeck"), {});
    all.quit = add("quit", say("Quit"), {QKeySequence::Quit});
    auto *look = new QActionGroup(window);
    all.systemLook = makeChoice(window, look, "systemLook", say("As the system"));
    all.lightLook = makeChoice(window, look, "lightLook", say("Light"));
    all.darkLook = makeChoice(window, look, "darkLook", say("Dark"));
    return all;
}
