// SPDX-License-Identifier: Apache-2.0
#include "gui/tour.h"

#include "gui/appearance.h"
#include "gui/cachepage.h"
#include "gui/commitspage.h"
#include "gui/discoverpage.h"
#include "gui/favouritespage.h"
#include "gui/filesarea.h"
#include "gui/filespage.h"
#include "gui/locationbar.h"
#include "gui/mainwindow.h"
#include "gui/planfoot.h"
#include "gui/preview/previewpane.h"
#include "gui/repoheader.h"
#include "gui/repopage.h"
#include "gui/transferspage.h"
#include "gui/widgets/breadcrumbbar.h"
#include "gui/widgets/revisionpopup.h"
#include "models/repomodel.h"
#include "models/transfermodel.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QTabBar>
#include <QTreeView>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kPatience = 30'000;  // Milliseconds that one step may take.

}  // namespace

Tour::Tour(MainWindow *window, Appearance *appearance, QString folder, QObject *parent)
    : QObject(parent),
      m_window(window),
      m_appearance(appearance),
      m_folder(std::move(folder))
{
    m_poll.setInterval(50ms);
    connect(&m_poll, &QTimer::timeout, this, &Tour::poll);
}

void Tour::start()
{
    m_window->resize(1280, 800);
    if (!QDir().mkpath(m_folder)) {
        std::fprintf(stderr, "tour: the folder %s cannot be made\n", qPrintable(m_folder));
        return end(1);
    }
    m_steps = {{u"start"_s, [] {}, [] { return true; }}};
    m_steps += discoverSteps() + repositorySteps() + downloadSteps() + cacheSteps();
    m_steps += favouriteSteps() + lastSteps() + previewSteps();
    next();
}

/// What a person of that name would press or type into: the widget that assistive tools know by it.
template<typename T>
T *Tour::find(const QString &accessibleName) const
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        for (T *widget : top->findChildren<T *>()) {
            if (widget->accessibleName() == accessibleName && widget->isVisible())
                return widget;
        }
    }
    return nullptr;
}

QList<Tour::Step> Tour::discoverSteps()
{
    const WindowActions &actions = m_window->actions();
    const auto found = [this] { return m_window->discoverPage()->isSettled(); };
    const auto pressLines = [this] {
        if (auto *lines = find<QAbstractButton>(DiscoverPage::tr("As a list")))
            lines->click();
    };
    return {
        {u"discover"_s, [actions] { actions.search->trigger(); }, found},
        {u"discover-list"_s, pressLines, found},
        {u"discover-datasets"_s,
         [this, pressLines] {
             pressLines();
             m_window->open(discoverPlace(RepoType::Dataset, {.author = u"kiel-nlp"_s}));
         },
         found},
        {u"nothing-found"_s,
         [this, actions] {
             actions.search->trigger();
             if (auto *search = find<QLineEdit>(DiscoverPage::tr("Search")))
                 search->setText(u"no such thing"_s);
         },
         found},
    };
}

void Tour::openLink(const QString &link) const
{
    m_window->actions().editLocation->trigger();
    if (auto *field = find<QLineEdit>(look::BreadcrumbBar::tr("Location"))) {
        field->setText(link);
        Q_EMIT field->returnPressed();
    }
}

bool Tour::select(const QString &file) const
{
    auto *list = find<QTreeView>(FilesPage::tr("Files"));
    if (!list)
        return false;
    const QAbstractItemModel &model = *list->model();
    const QModelIndexList found = model.match(model.index(0, 0), Qt::DisplayRole, file, 1, Qt::MatchExactly);
    if (!found.isEmpty() && !list->selectionModel()->isRowSelected(found.constFirst().row()))
        list->setCurrentIndex(found.constFirst());
    return !found.isEmpty();
}

QList<Tour::Step> Tour::previewSteps()
{
    const auto open = [this](const QString &link) { return [this, link] { openLink(link); }; };
    const auto seen = [this](const QString &file) {
        return [this, file] {
            const RepoPage *repo = m_window->repoPage();
            return repo->isListed() && select(file) && repo->filesArea()->isPreviewed();
        };
    };
    return {
        {u"preview"_s, open(u"demo/tiny-llama"_s), seen(u"config.json"_s)},
        {u"preview-tree"_s,
         [this] {
             if (auto *tabs = find<QTabBar>(PreviewPane::tr("Views of the file")))
                 tabs->setCurrentIndex(1);
         },
         seen(u"config.json"_s)},
        {u"preview-facts"_s, [] {}, seen(u"tiny-llama.Q4_0.gguf"_s)},
        {u"preview-image"_s, open(u"demo/tiny-llama/assets"_s), seen(u"attention.png"_s)},
    };
}

void Tour::filter(const QString &text) const
{
    if (auto *field = find<QLineEdit>(LocationBar::tr("Filter")))
        field->setText(text);
}

QList<Tour::Step> Tour::repositorySteps()
{
    RepoPage *repo = m_window->repoPage();
    const WindowActions &actions = m_window->actions();
    const auto open = [this](const QString &link) { return [this, link] { openLink(link); }; };
    const auto listed = [repo] { return repo->isListed(); };
    const auto hasCommits = [this] {
        const auto *list = find<QTreeView>(CommitsPage::tr("Commits"));
        return list && list->model()->rowCount() > 0;
    };
    const auto showRevisions = [actions] {
        actions.files->trigger();
        actions.revisions->trigger();
    };
    const auto hasRevisions = [this] {
        return find<QWidget>(look::RevisionPopup::tr("Revision")) && QApplication::activeWindow() != m_window;
    };
    return {
        {u"files"_s, open(u"demo/tiny-llama"_s), listed},
        {u"card"_s, [actions] { actions.card->trigger(); }, [repo] { return repo->hasCard(); }},
        {u"commits"_s, [actions] { actions.commits->trigger(); }, hasCommits},
        {u"revisions"_s, showRevisions, hasRevisions},
        {u"revision"_s, open(u"demo/tiny-llama@feat%2Flong-context"_s), listed},
        {u"filter"_s, [this] { filter(u"json"_s); }, listed},
    };
}

QList<Tour::Step> Tour::downloadSteps()
{
    const RepoPage *repo = m_window->repoPage();
    const WindowActions &actions = m_window->actions();
    const auto plan = [this] {
        openLink(u"demo/tiny-llama"_s);
        filter({});
    };
    const auto isPlanned = [this, repo] {
        const auto *button = find<QAbstractButton>(PlanFoot::tr("Download"));
        return repo->isListed() && button && button->isEnabled();
    };
    const auto download = [this, actions] {
        if (auto *button = find<QAbstractButton>(PlanFoot::tr("Download")))
            button->click();
        actions.transfers->trigger();
    };
    const auto expand = [this] {
        if (auto *list = find<QTreeView>(TransfersPage::tr("Transfers")))
            list->expandAll();
    };
    return {
        {u"plan"_s, plan, isPlanned},
        {u"downloading"_s, download, [this] { return m_window->transfers()->totals().count > 0; }},
        {u"transfers"_s, expand, [this] { return isDownloaded(); }},
    };
}

QList<Tour::Step> Tour::cacheSteps()
{
    const RepoPage *repo = m_window->repoPage();
    const WindowActions &actions = m_window->actions();
    const auto isInCache = [this] {
        auto *list = find<QTreeView>(CachePage::tr("Cache"));
        if (!list || list->model()->rowCount() == 0)
            return false;
        list->expand(list->model()->index(0, 0));
        list->setCurrentIndex(list->model()->index(0, 0));
        return true;
    };
    return {
        {u"cached"_s, [this] { openLink(u"demo/tiny-llama"_s); },
         [repo] { return repo->isListed() && repo->isCached(); }},
        {u"cache"_s, [actions] { actions.cache->trigger(); }, isInCache},
    };
}

QList<Tour::Step> Tour::favouriteSteps()
{
    const RepoPage *repo = m_window->repoPage();
    const WindowActions &actions = m_window->actions();
    // Those of the tour before are favourites still.
    const auto isFavourite = [this] {
        const auto *favourite = find<QAbstractButton>(RepoHeader::tr("Favourite"));
        return favourite && favourite->isChecked();
    };
    const auto mark = [actions, isFavourite] {
        if (!isFavourite())
            actions.favourite->trigger();
    };
    const auto showFavourites = [this, actions, mark] {
        openLink(u"demo/tiny-llama"_s);
        mark();
        actions.favourites->trigger();
    };
    const auto haveFigures = [this] {
        const auto *grid = find<QListView>(FavouritesPage::tr("Favourites"));
        return grid && grid->model()->index(1, 0).data(RepoModel::LikesRole).toLongLong() >= 0;
    };
    return {
        {u"dataset"_s, [this] { openLink(u"datasets/demo/tables"_s); }, [repo] { return repo->isListed(); }},
        {u"favourite"_s, mark, isFavourite},
        {u"favourites"_s, showFavourites, haveFigures},
    };
}

QList<Tour::Step> Tour::lastSteps()
{
    const RepoPage *repo = m_window->repoPage();
    return {
        {u"large-folder"_s, [this] { openLink(u"demo/many-files@main/data"_s); }, [repo] { return repo->isListed(); }},
        {u"missing"_s, [this] { openLink(u"demo/no-such-repository"_s); }, [repo] { return repo->hasBanner(); }},
    };
}

bool Tour::isDownloaded() const
{
    const TransferTotals totals = m_window->transfers()->totals();
    return totals.count > 0 && totals.finished == totals.count;
}

void Tour::next()
{
    if (++m_at == m_steps.size()) {
        std::printf("pictures: %s\n", qPrintable(QDir(m_folder).absolutePath()));
        return end(0);
    }
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top->windowType() == Qt::Tool)
            top->close();  // The list of revisions of the step before.
    }
    m_since.start();
    m_steps[m_at].act();
    m_poll.start();
}

void Tour::poll()
{
    const Step &step = m_steps[m_at];
    if (!step.cameTrue()) {
        if (m_since.elapsed() > kPatience) {
            std::fprintf(stderr, "tour: the step \"%s\" did not come true\n", qPrintable(step.name));
            save(step.name + "-failed"_L1);
            end(1);
        }
        return;
    }
    if (m_since.elapsed() < 400)  // What follows by itself a moment later belongs in the picture.
        return;
    m_poll.stop();
    picture(step.name);
    next();
}

void Tour::picture(const QString &name)
{
    const bool wasDark = m_appearance->isDark();
    const QString number = u"%1-"_s.arg(++m_pictures, 2, 10, QChar(u'0'));
    for (const bool dark : {false, true}) {
        m_appearance->setDark(dark);
        QApplication::processEvents(QEventLoop::ExcludeUserInputEvents, 50);
        save(number + name + (dark ? "-dark"_L1 : ""_L1));
    }
    m_appearance->setDark(wasDark);
}

/// The window, and what lies over it.
void Tour::save(const QString &name)
{
    QPixmap all = m_window->grab();
    QPainter painter(&all);
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top != m_window && top->isVisible() && top->windowType() == Qt::Tool)
            painter.drawPixmap(top->pos() - m_window->mapToGlobal(QPoint()), top->grab());
    }
    painter.end();
    all.save(QDir(m_folder).filePath(name + ".png"_L1));
}

void Tour::end(int exitCode)
{
    m_poll.stop();
    Q_EMIT finished(exitCode);
}
