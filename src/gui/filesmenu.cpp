// SPDX-License-Identifier: Apache-2.0
#include "gui/filesmenu.h"

#include "core/plaintext.h"
#include "engine/engine.h"
#include "engine/reposession.h"
#include "gui/fileschoice.h"
#include "gui/planfoot.h"
#include "gui/theme/icons.h"
#include "gui/weblinks.h"
#include "gui/widgets/buttonmenu.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {

void copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

template<typename Act>
QAction *add(QMenu *menu, const QString &icon, const QString &text, bool isEnabled, Act act)
{
    QAction *action = icon.isEmpty() ? menu->addAction(text) : menu->addAction(look::lineIcon(icon), text);
    action->setEnabled(isEnabled);
    // In its own name: a menu that moves an entry to another place cuts what is connected to itself.
    QObject::connect(action, &QAction::triggered, action, act);
    return action;
}

/// Says which keys do the same; they are heard elsewhere.
void setKeys(QAction *action, const QKeySequence &keys)
{
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setShortcutVisibleInContextMenu(true);
}

}  // namespace

FilesMenu::FilesMenu(Engine *engine, const FilesChoice *choice, const PlanFoot *foot, QWidget *page)
    : QObject(page),
      m_engine(engine),
      m_choice(choice),
      m_foot(foot),
      m_page(page)
{
}

QMenu *FilesMenu::make()
{
    QMenu *menu = look::menuOf(m_foot->buttons(), m_page);
    const QList<QAction *> ofFoot = menu->actions();
    const std::optional<FolderEntry> entry = m_choice->selectedEntry();
    const bool isFolder = entry && entry->isFolder;
    QAction *open = add(menu, u"folder"_s, tr("Open"), isFolder, [this, entry] { Q_EMIT folderAsked(entry->path); });
    QAction *preview = add(menu, u"preview"_s, tr("Preview"), m_choice->isFile(), [this] { Q_EMIT previewAsked(); });
    setKeys(preview, Qt::Key_Return);
    QAction *save = add(menu, u"archive"_s, tr("Save a copy…"), ofFoot.constFirst()->isEnabled() || m_choice->isHere(),
                        [this] { saveCopy(); });
    menu->insertActions(ofFoot.constFirst(), {open, preview});
    menu->insertAction(ofFoot.value(1), save);
    menu->insertSeparator(ofFoot.value(1));
    addCopies(menu);
    menu->addSeparator();
    addLooks(menu);
    return menu;
}

void FilesMenu::addCopies(QMenu *menu) const
{
    const qsizetype names = m_choice->selectedRows().size();
    QAction *name
        = add(menu, u"copy"_s, names > 1 ? tr("Copy names") : tr("Copy name"), names > 0, [this] { copyNames(); });
    setKeys(name, QKeySequence::Copy);
    const bool isThere = m_choice->session();
    const Location location = m_choice->location();
    QAction *link = add(menu, u"link"_s, tr("Copy link"), isThere, [this] { copyLink(); });
    setKeys(link, Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    add(menu, u"link"_s, tr("Copy hf:// link"), isThere, [location] { copy(core::hfUri(location)); });
}

void FilesMenu::addLooks(QMenu *menu) const
{
    const QString here = m_choice->placeHere();
    add(menu, u"folder"_s, tr("Show in folder"), !here.isEmpty(), [here] { gui::showInFolder(here); });
    add(menu, u"external"_s, tr("Open on %1").arg(core::visible(page().host())), gui::mayOpen(page()),
        [page = page()] { gui::openInBrowser(page); });
}

/// Of what is selected on the Hub; not valid where nothing is open.
QUrl FilesMenu::page() const
{
    if (!m_choice->session())
        return {};
    return gui::fileUrl(m_engine->endpoint(m_choice->session()->hubId()), m_choice->location(), m_choice->isFile());
}

void FilesMenu::copyLink() const
{
    if (m_choice->session())
        copy(page().toString(QUrl::FullyEncoded));
}

void FilesMenu::copyNames() const
{
    if (const QStringList names = m_choice->selectedNames(); !names.isEmpty())
        copy(names.join(u'\n'));
}

/// The same as the plan, but into a folder of the user's.
void FilesMenu::saveCopy()
{
    if (m_choice->isEmpty())
        return;
    auto *dialog = new QFileDialog(m_page, tr("Save a copy to a folder"));
    dialog->setObjectName(u"saveCopy"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setLabelText(QFileDialog::Accept, tr("Save here"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, wish = m_choice->wish()](const QString &folder) {
        DownloadWish copy = wish;
        copy.folder = folder;
        Q_EMIT downloadAsked(copy);
    });
    dialog->open();
}
