// SPDX-License-Identifier: Apache-2.0
#include "gui/sources/sourceactions.h"

#include "core/plaintext.h"
#include "engine/engine.h"
#include "gui/accounts/signin.h"
#include "gui/history.h"
#include "gui/placespane.h"
#include "gui/sources/sourcedialog.h"
#include "gui/theme/icons.h"
#include "gui/weblinks.h"
#include "gui/widgets/bannerplace.h"
#include "hub/url.h"
#include "transfer/inpool.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using models::Tone;

static constexpr qint64 kLargestDocument = 1'000'000;

SourceActions::SourceActions(Engine *engine, SignIn *signIn, Settings *settings, const Window &window)
    : QObject(window.widget),
      m_engine(engine),
      m_signIn(signIn),
      m_widget(window.widget),
      m_places(window.places),
      m_banners(window.banners),
      m_history(window.history),
      m_sources(settings),
      m_open(makeAction({}, tr("Open"), Qt::Key_Return, &SourceActions::open)),
      m_edit(makeAction({}, tr("Edit…"), Qt::Key_F2, &SourceActions::edit)),
      m_moveUp(makeAction({}, tr("Move up"), Qt::ALT | Qt::SHIFT | Qt::Key_Up, &SourceActions::moveUp)),
      m_moveDown(makeAction({}, tr("Move down"), Qt::ALT | Qt::SHIFT | Qt::Key_Down, &SourceActions::moveDown)),
      m_copyLink(makeAction(u"copy"_s, tr("Copy link"), {}, &SourceActions::copyLink)),
      m_remove(makeAction(u"close"_s, tr("Remove"), QKeySequence::Delete, &SourceActions::remove)),
      m_export(window.actions.exportSources),
      m_import(window.actions.importSources)
{
    m_places->setSourceActions({m_edit, m_moveUp, m_moveDown, m_remove});  // Return opens whatever row it is.
    connect(m_places, &PlacesPane::sourceAsked, this, &SourceActions::open);
    connect(m_places, &PlacesPane::newSourceAsked, this, &SourceActions::add);
    connect(m_places, &PlacesPane::currentSourceChanged, this, &SourceActions::updateActions);
    connect(m_places, &PlacesPane::sourceMenuAsked, this, &SourceActions::showMenu);
    connect(window.actions.addSource, &QAction::triggered, this, &SourceActions::add);
    connect(window.actions.saveSource, &QAction::triggered, this, &SourceActions::savePlace);
    connect(m_export, &QAction::triggered, this, &SourceActions::askExport);
    connect(m_import, &QAction::triggered, this, &SourceActions::askImport);
    connect(&m_sources, &Sources::changed, this, &SourceActions::showSources);
    showSources();
}

Place SourceActions::tied(const Place &place) const
{
    if (place.kind != Place::Kind::Repository || !place.hub.account.isEmpty())
        return place;
    const QString name = m_sources.accountFor(m_engine->endpoint(place.hub), place.location.repo);
    const QList<Account> accounts = m_signIn->accountsAt(place.hub);
    Place tied = place;
    if (std::ranges::any_of(accounts, [&name](const Account &account) { return account.name() == name; }))
        tied.hub.account = name;
    return tied;
}

QAction *SourceActions::makeAction(const QString &icon, const QString &text, const QKeySequence &keys,
                                   void (SourceActions::*act)())
{
    auto *action = new QAction(text, this);
    if (!icon.isEmpty())
        action->setIcon(look::lineIcon(icon));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);  // Of the list of places.
    action->setShortcutVisibleInContextMenu(true);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void SourceActions::showSources()
{
    QList<PlacesModel::SourcePlace> places;
    for (const Source &source : m_sources.all())
        places << PlacesModel::SourcePlace{source, m_engine->idOf(source.endpoint, source.account)};
    m_places->setSources(places);
    updateActions();
}

void SourceActions::updateActions()
{
    const qsizetype at = m_sources.indexOf(m_places->currentSource());
    for (QAction *action : {m_open, m_edit, m_copyLink, m_remove})
        action->setEnabled(at >= 0);
    m_moveUp->setEnabled(at > 0);
    m_moveDown->setEnabled(at >= 0 && at + 1 < m_sources.all().size());
    m_export->setEnabled(!m_sources.all().isEmpty());
}

std::optional<Source> SourceActions::current() const
{
    return m_sources.find(m_places->currentSource());
}

void SourceActions::open()
{
    if (const auto source = current())
        Q_EMIT placeAsked({.kind = Place::Kind::Repository,
                           .location = source->location(),
                           .hub = m_engine->idOf(source->endpoint, source->account)});
}

void SourceActions::edit()
{
    if (const auto source = current())
        showForm()->setSource(*source);
}

void SourceActions::moveBy(int step)
{
    const QString id = m_places->currentSource();
    m_sources.move(id, m_sources.indexOf(id) + step);
}

/// What huggingface.co has other programs know by a link of their own; elsewhere that would mean another repository.
void SourceActions::copyLink()
{
    const auto source = current();
    if (!source)
        return;
    const QString page = gui::repoUrl(source->endpoint, source->location()).toString(QUrl::FullyEncoded);
    QGuiApplication::clipboard()->setText(hub::isTheHub(source->endpoint) ? core::hfUri(source->location()) : page);
}

void SourceActions::remove()
{
    const auto source = current();
    if (!source)
        return;
    const qsizetype at = m_sources.indexOf(source->id);
    m_sources.remove(source->id);
    auto *banner
        = new look::Banner(Tone::Neutral, tr("%1 is no source any more.").arg(core::visible(source->name)), m_banners);
    connect(banner->addAction(tr("Undo")), &QPushButton::clicked, this, [this, source, at] {
        m_sources.insert(at, *source);
        m_banners->clear();
        m_places->chooseSource(source->id);
        m_places->takeFocus(Qt::OtherFocusReason);
    });
    m_banners->show(banner);
}

void SourceActions::add()
{
    showForm();
}

/// The page in front: where it is, at its revision, as who asks.
void SourceActions::savePlace()
{
    const Place &place = m_history->current();
    if (place.kind != Place::Kind::Repository)
        return;
    showForm()->setSource({.name = place.location.repo.shortName(),
                           .endpoint = Source::endpointOf(m_engine->endpoint(place.hub).toString()),
                           .repo = place.location.repo,
                           .revision = Source::revisionOf(place.location.revision),
                           .account = place.hub.account});
}

SourceDialog *SourceActions::showForm()
{
    QList<QUrl> hubs;
    for (const Source &source : m_sources.all())
        hubs << source.endpoint;
    auto *form = new SourceDialog(m_engine, m_signIn, hubs, m_widget);
    connect(form, &SourceDialog::saved, this, [this](Source source) {
        if (!source.id.isEmpty())
            return m_sources.replace(source);
        source.id = Source::newId();
        m_sources.add(source);
        m_places->chooseSource(source.id);
    });
    // Nothing is left chosen that is not in front: "Add a source…" itself.
    connect(form, &QDialog::rejected, this, [this] { m_places->choose(m_history->current()); });
    form->open();
    return form;
}

void SourceActions::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(m_widget);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_open, m_edit});
    menu->addSeparator();
    menu->addActions({m_moveUp, m_moveDown});
    menu->addSeparator();
    menu->addActions({m_copyLink, m_export, m_import});
    menu->addSeparator();
    menu->addAction(m_remove);
    menu->popup(at);
}

void SourceActions::askExport()
{
    auto *dialog = new QFileDialog(m_widget, tr("Export sources"), u"hubdeck-sources.json"_s, tr("Sources (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &SourceActions::exportTo);
    dialog->open();
}

void SourceActions::exportTo(const QString &path)
{
    const auto write = [path, document = m_sources.exported()] {
        QSaveFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(document) >= 0 && file.commit();
    };
    const int count = int(m_sources.all().size());
    transfer::inPool(m_engine->pool(), this, write, [this, path, count](bool isWritten) {
        if (isWritten)
            tell(Tone::Success,
                 tr("%Ln sources are in %1, without any token.", nullptr, count).arg(core::visible(path)));
        else
            tell(Tone::Danger, tr("%1 cannot be written.").arg(core::visible(path)));
    });
}

void SourceActions::askImport()
{
    auto *dialog = new QFileDialog(m_widget, tr("Import sources"), QString(), tr("Sources (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SourceActions::importFrom);
    dialog->open();
}

void SourceActions::importFrom(const QString &path)
{
    const auto read = [path]() -> std::optional<QByteArray> {
        QFile file(path);
        if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))  // A pipe would be waited for.
            return {};
        return file.read(kLargestDocument + 1);
    };
    transfer::inPool(m_engine->pool(), this, read, [this, path](const std::optional<QByteArray> &document) {
        if (document)
            import(*document);
        else
            tell(Tone::Danger, tr("%1 cannot be read.").arg(core::visible(path)));
    });
}

void SourceActions::import(const QByteArray &document)
{
    if (document.size() > kLargestDocument)
        return tell(Tone::Danger, tr("This is no file of sources."));
    const auto import = m_sources.importFrom(document);
    if (!import)
        return tell(Tone::Danger, import.error().message);
    QStringList sentences{tr("%Ln sources were added.", nullptr, import->added)};
    if (import->known > 0)
        sentences << tr("%Ln were there already.", nullptr, import->known);
    if (import->unread > 0)
        sentences << tr("%Ln could not be read.", nullptr, import->unread);
    tell(import->unread > 0 ? Tone::Warning : Tone::Success, sentences.join(u' '));
}

void SourceActions::tell(Tone tone, const QString &sentence)
{
    m_banners->show(new look::Banner(tone, sentence, m_banners));
}
