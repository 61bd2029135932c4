// SPDX-License-Identifier: Apache-2.0
#include "gui/snapshotsaver.h"

#include "core/plaintext.h"
#include "core/texts.h"
#include "engine/engine.h"
#include "engine/exportjob.h"
#include "gui/errorbanner.h"
#include "gui/weblinks.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/bannerplace.h"
#include "gui/widgets/button.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kShortCommit = 7;

/// "flan-t5-small-main.zip"
QString fileNameFor(const RepoId &repo, const QString &name, const QString &ending)
{
    return QString(repo.shortName() + u'-' + name + ending).replace(u'/', u'-');
}

}  // namespace

SnapshotSaver::SnapshotSaver(Engine *engine, look::BannerPlace *banners, QWidget *page)
    : QObject(page),
      m_engine(engine),
      m_banners(banners),
      m_page(page)
{
}

SnapshotSaver::~SnapshotSaver() = default;

void SnapshotSaver::fill(QMenu *menu, const RepoId &repo, const QString &commit, const QString &name)
{
    const What what{repo, commit, name.isEmpty() ? commit.first(qMin(kShortCommit, commit.size())) : name};
    connect(menu->addAction(tr("Save a copy in a folder…")), &QAction::triggered, this,
            [this, what] { askFolder(what); });
    for (const auto &[text, ending] :
         {std::pair(tr("Export as .zip…"), u".zip"_s), std::pair(tr("Export as .tar.gz…"), u".tar.gz"_s)}) {
        QAction *action = menu->addAction(text);
        action->setEnabled(!isRunning());
        connect(action, &QAction::triggered, this, [this, what, ending = ending] { look(what, ending); });
    }
}

void SnapshotSaver::askFolder(const What &what)
{
    auto *dialog = new QFileDialog(m_page, tr("Choose where the folder %1 is made").arg(what.repo.shortName()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, what](const QString &folder) {
        DownloadWish wish{.repo = what.repo, .revision = what.commit, .commit = what.commit};
        wish.folder = QDir(folder).filePath(what.repo.shortName());
        Q_EMIT downloadAsked(wish);
    });
    dialog->open();
}

void SnapshotSaver::look(const What &what, const QString &ending)
{
    ExportJob::find(m_engine, what.repo, what.commit, this, [this, what, ending](const Result<SnapshotFiles> &files) {
        if (!files)
            showError(files.error());
        else if (files->missing > 0)
            askMissing(what, ending, *files);
        else
            askFile(what, ending, *files);
    });
}

void SnapshotSaver::askMissing(const What &what, const QString &ending, const SnapshotFiles &files)
{
    auto *box = new QMessageBox(m_page);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("%Ln files of this revision are not on this computer.", nullptr, int(files.missing)));
    box->setInformativeText(tr("Only what is here can be exported: %1 in %Ln files.", nullptr, int(files.files.size()))
                                .arg(core::sizeText(files.bytes)));
    QPushButton *go = box->addButton(tr("Export what is here"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(box, &QMessageBox::buttonClicked, this, [this, go, what, ending, files](QAbstractButton *chosen) {
        if (chosen == go)
            askFile(what, ending, files);
    });
    box->open();
}

void SnapshotSaver::askFile(const What &what, const QString &ending, const SnapshotFiles &files)
{
    auto *dialog = new QFileDialog(m_page, tr("Export %1").arg(core::visible(what.repo.name)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(ending == ".zip"_L1 ? tr("Zip archives (*.zip)") : tr("Compressed tar archives (*.tar.gz)"));
    dialog->selectFile(fileNameFor(what.repo, what.name, ending));
    connect(dialog, &QFileDialog::fileSelected, this, [this, what, ending, files](const QString &chosen) {
        // A name without the ending gets it, unless that would be another file's, which nobody was asked about.
        const QString target = ArchiveWriter::kindOf(chosen) ? chosen : chosen + ending;
        if (target != chosen && QFileInfo::exists(target))
            showError({Error::Kind::Refused, tr("%1 is there already.").arg(core::visible(target)), {}});
        else
            start(what, files, target);
    });
    dialog->open();
}

void SnapshotSaver::start(const What &what, const SnapshotFiles &files, const QString &target)
{
    if (m_job)
        return;
    m_job = new ExportJob(m_engine, what.repo, files, target, this);
    connect(m_job, &Job::progressed, this, &SnapshotSaver::showProgress);
    connect(m_job, &Job::finished, this, &SnapshotSaver::onFinished);
    m_banner
        = new look::Banner(models::Tone::Neutral, tr("Exporting %1.").arg(core::visible(what.repo.name)), m_banners);
    connect(m_banner->addAction(tr("Cancel")), &QPushButton::clicked, m_job, &Job::cancel);
    m_banners->show(m_banner);
    m_job->start();
    Q_EMIT runningChanged();
}

void SnapshotSaver::showProgress()
{
    if (m_banner && m_job->total() > 0)
        m_banner->setDetail(tr("%1 of %2").arg(core::sizeText(m_job->done()), core::sizeText(m_job->total())));
}

void SnapshotSaver::onFinished()
{
    ExportJob *job = std::exchange(m_job, nullptr);
    job->deleteLater();
    if (m_banner)
        m_banners->clear();
    const bool isStopped = job->state() == Job::State::Cancelled;
    if (job->error() && !isStopped)
        showError(*job->error());
    else if (!isStopped)
        showDone(*job);
    Q_EMIT runningChanged();
    if (isStopped)
        return;
    const QString name = core::visible(job->repo().name);
    Q_EMIT ended(job->error() ? TransferNews::Text{tr("%1 was not exported").arg(name), job->error()->message, true}
                              : TransferNews::Text{tr("%1 was exported").arg(name), core::visible(job->target())});
}

void SnapshotSaver::showDone(const ExportJob &job)
{
    auto *banner = new look::Banner(models::Tone::Success, tr("%1 was exported.").arg(core::visible(job.repo().name)),
                                    m_banners);
    banner->setDetail(core::visible(job.target()));
    connect(banner->addAction(tr("Show in folder")), &QPushButton::clicked, this,
            [target = job.target()] { gui::showInFolder(target); });
    m_banners->show(banner);
}

void SnapshotSaver::showError(const Error &error)
{
    m_banners->show(gui::makeWarning(error, m_banners));
}
