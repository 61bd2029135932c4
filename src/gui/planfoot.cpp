// SPDX-License-Identifier: Apache-2.0
#include "gui/planfoot.h"

#include "engine/engine.h"
#include "engine/reposession.h"
#include "gui/fileschoice.h"
#include "gui/plantexts.h"
#include "hub/url.h"
#include "transfer/diskspace.h"
#include "ui_planfoot.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

PlanFoot::PlanFoot(Engine *engine, const DiskSpace *disk, const FilesChoice *choice, QWidget *parent)
    : QWidget(parent),
      m_ui(std::make_unique<Ui::PlanFoot>()),
      m_engine(engine),
      m_disk(disk),
      m_choice(choice)
{
    m_ui->setupUi(this);
    m_timer.setSingleShot(true);
    m_timer.setInterval(30ms);
    connect(&m_timer, &QTimer::timeout, this, &PlanFoot::plan);
    connect(disk, &DiskSpace::changed, this, &PlanFoot::planSoon);
    connect(m_ui->download, &QPushButton::clicked, this, &PlanFoot::download);
    connect(m_ui->copyCommand, &QPushButton::clicked, this, &PlanFoot::copyCommand);
    connect(m_ui->copyPath, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_choice->cachedPath()); });
    setTexts({}, {}, false);
}

PlanFoot::~PlanFoot() = default;

void PlanFoot::planSoon()
{
    m_timer.start();
}

void PlanFoot::setBlocked(bool blocked)
{
    m_blocked = blocked;
    m_ui->download->setEnabled(m_canDownload && !m_blocked);
}

QList<QPushButton *> PlanFoot::buttons() const
{
    return {m_ui->download, m_ui->copyPath, m_ui->copyCommand};
}

void PlanFoot::plan()
{
    const quint64 asked = ++m_asked;
    m_ui->copyPath->setVisible(!m_choice->cachedPath().isEmpty());
    if (m_choice->isEmpty())
        return setTexts({}, {}, false);
    if (!m_choice->session()->isWhole())
        return showUnknown();
    m_engine->plan(m_choice->wish(), this, [this, asked](const Result<DownloadPlan> &plan) {
        if (asked == m_asked && plan)
            showPlan(*plan);
    });
}

void PlanFoot::showPlan(const DownloadPlan &plan)
{
    const bool mayAsk = !m_engine->options().isOffline;
    setTexts(gui::planText(plan), gui::planNotes(plan, m_disk->free()), mayAsk && plan.filesToFetch() > 0);
}

/// A repository too large to be listed whole: its size is known once the download has listed what it takes.
void PlanFoot::showUnknown()
{
    QString what = m_choice->session()->folder().isEmpty() ? tr("The whole repository") : tr("This folder");
    if (!m_choice->isAll())
        what = tr("%1 chosen").arg(QLocale().toString(m_choice->count()));
    setTexts(what, {tr("Counted when the download begins"), gui::freeText(m_disk->free())},
             !m_engine->options().isOffline);
}

void PlanFoot::setTexts(const QString &plan, const QStringList &notes, bool canDownload)
{
    m_ui->plan->setText(plan);
    m_ui->planNote->setText(notes.join(u" · "_s));
    m_canDownload = canDownload;
    m_ui->copyCommand->setEnabled(!plan.isEmpty());
    setBlocked(m_blocked);
}

void PlanFoot::download()
{
    if (m_canDownload && !m_blocked)
        Q_EMIT downloadAsked(m_choice->wish());
}

void PlanFoot::copyCommand()
{
    if (m_choice->isEmpty())
        return;
    const DownloadWish wish = m_choice->wish();
    const QUrl endpoint = m_engine->endpoint(wish.hub);
    const bool isTheirs = hub::isSameOrigin(endpoint, m_engine->options().environment.endpoint);
    QGuiApplication::clipboard()->setText(gui::downloadCommand(wish, isTheirs ? QUrl() : endpoint));
}
