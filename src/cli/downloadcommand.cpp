// SPDX-License-Identifier: Apache-2.0
#include "cli/downloadcommand.h"

#include "core/texts.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 60s;

bool isHere(const DownloadPlan::File &file)
{
    return file.presence == Presence::Whole || file.presence == Presence::Content;
}

QJsonArray jsonOf(const QList<DownloadPlan::Refused> &refused)
{
    QJsonArray array;
    for (const DownloadPlan::Refused &file : refused)
        array.append(QJsonObject{{u"path"_s, file.path}, {u"why"_s, file.why}});
    return array;
}

}  // namespace

void DownloadCommand::describe(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(u"repo"_s, tr("A repository."), u"REPO"_s);
    parser.addPositionalArgument(u"files"_s, tr("Files of it; a name that ends in / is a folder. None: all of it."),
                                 u"[FILE…]"_s);
    parser.addOptions({{u"revision"_s, tr("A branch, a tag, a commit or refs/pr/N."), u"R"_s},
                       {u"include"_s, tr("Only what fits the pattern; may be given again."), u"GLOB"_s},
                       {u"exclude"_s, tr("Not what fits the pattern; may be given again."), u"GLOB"_s},
                       {u"to"_s, tr("Into this folder instead of the shared cache."), u"DIR"_s},
                       {u"dry-run"_s, tr("Only say what would be downloaded.")},
                       {u"json"_s, tr("Print one JSON document.")}});
}

QString DownloadCommand::take(const QCommandLineParser &parser)
{
    QStringList words = parser.positionalArguments();
    if (words.isEmpty())
        return tr("Name a repository.");
    const Result<Location> location = locationOf(parser, words.takeFirst());
    if (!location)
        return location.error().message;
    m_wish.repo = location->repo;
    m_wish.revision = location->revision;
    m_wish.include = parser.values(u"include"_s);
    m_wish.exclude = parser.values(u"exclude"_s);
    if (parser.isSet(u"to"_s))
        m_wish.folder = QDir(parser.value(u"to"_s)).absolutePath();
    m_json = parser.isSet(u"json"_s);
    m_dryRun = parser.isSet(u"dry-run"_s);
    if (!location->path.isEmpty())
        words.prepend(location->path);
    m_wish.paths = words;
    // A file asked for by name alone needs no list of the repository.
    m_wish.isSingleFile = words.size() == 1 && !words.constFirst().endsWith(u'/') && location->path.isEmpty()
        && m_wish.include.isEmpty() && m_wish.exclude.isEmpty();
    return {};
}

void DownloadCommand::start()
{
    if (m_dryRun)
        return planOnly();
    connect(engine(), &Engine::rowsChanged, this, &DownloadCommand::onRows);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        fail({Error::Kind::Offline, tr("The Hub cannot be reached.")});
    });
    m_id = engine()->download(m_wish);
}

void DownloadCommand::interrupt()
{
    if (m_id == 0)
        return Command::interrupt();
    engine()->cancel(m_id);  // Its parts stay: the next start goes on from them.
}

void DownloadCommand::onRows(const QList<TransferRow> &rows)
{
    for (const TransferRow &row : rows) {
        if (row.id == m_id)
            onTransfer(row);
        else if (row.parent == m_id && row.state == TransferRow::State::Failed && row.error)
            terminal()->note(u"%1: %2"_s.arg(row.path, row.error->message));
    }
}

void DownloadCommand::onTransfer(const TransferRow &row)
{
    using State = TransferRow::State;
    if (row.waitsForHub)
        return waitForHub(row);
    m_patience.stop();
    switch (row.state) {
    case State::Succeeded: return succeed(row);
    case State::Failed: return fail(*row.error);
    case State::Cancelled: Q_EMIT finished(cli::Interrupted); return;
    case State::Paused:  // By itself: the disk is full. Nobody is here to make room and go on.
        if (row.error)
            fail(*row.error);
        return;
    default: showProgress(row);
    }
}

/// Who is under way waits for a while; who cannot even begin has no reason to.
void DownloadCommand::waitForHub(const TransferRow &row)
{
    if (row.fetched == 0)
        return fail(*row.error);
    if (m_patience.isActive())
        return;
    terminal()->note(tr("%1 Waiting for it.").arg(row.error->message));
    m_patience.start(kPatience);
}

void DownloadCommand::showProgress(const TransferRow &row)
{
    if (row.state == TransferRow::State::Listing)
        return terminal()->progress(tr("Asking what there is"));
    if (row.state == TransferRow::State::Locked)
        return terminal()->progress(tr("Waiting: another program downloads the same file"));
    // While nothing came yet, the next moment tells whether the Hub is there at all.
    const bool isOpen = row.fetched == 0 && row.error && row.error->isUnreachable();
    if (row.state == TransferRow::State::Retrying && row.error && !isOpen && row.error->message != m_lastTrouble) {
        m_lastTrouble = row.error->message;  // Said once, and to everybody: a quiet minute looks like a hang.
        return terminal()->note(tr("%1 Trying again.").arg(m_lastTrouble));
    }
    if (row.total < 0)
        return;
    const double share = row.total > 0 ? double(row.done) / double(row.total) : 0;
    terminal()->progress(tr("%1 of %2  %3  %4 of %Ln files", nullptr, row.files)
                             .arg(core::percentText(qMin(share, 0.99)), core::sizeText(row.total),
                                  core::speedText(double(row.bytesPerSecond)), QLocale().toString(row.filesDone)));
}

void DownloadCommand::succeed(const TransferRow &row)
{
    if (row.filesRefused > 0)
        terminal()->note(tr("Left out, since their names must not be written: %Ln", nullptr, row.filesRefused));
    if (m_json) {
        terminal()->json(QJsonDocument(QJsonObject{{u"path"_s, row.target},
                                                   {u"commit"_s, row.commit},
                                                   {u"files"_s, row.files},
                                                   {u"bytes"_s, row.total},
                                                   {u"fetched"_s, row.fetched},
                                                   {u"refused"_s, row.filesRefused}}));
    } else {
        terminal()->path(row.target);
    }
    Q_EMIT finished(cli::Done);
}

void DownloadCommand::planOnly()
{
    engine()->plan(m_wish, this, [this](const Result<DownloadPlan> &plan) {
        if (!plan)
            return fail(plan.error());
        m_json ? printJson(*plan) : print(*plan);
        Q_EMIT finished(cli::Done);
    });
}

void DownloadCommand::print(const DownloadPlan &plan)
{
    for (const DownloadPlan::File &file : plan.files) {
        const QString here = isHere(file) ? tr("here") : core::sizeText(file.file.size - file.here);
        terminal()->line(u"%1  %2"_s.arg(here.rightJustified(8), file.file.path));
    }
    for (const DownloadPlan::Refused &file : plan.refused)
        terminal()->note(tr("Left out: %1: %2").arg(file.path, file.why));
    terminal()->line(tr("%1 of %Ln files to download, %2 of %3", nullptr, int(plan.files.size()))
                         .arg(QLocale().toString(plan.filesToFetch()), core::sizeText(plan.bytesToFetch()),
                              core::sizeText(plan.bytes())));
}

void DownloadCommand::printJson(const DownloadPlan &plan)
{
    QJsonArray files;
    for (const DownloadPlan::File &file : plan.files) {
        files.append(QJsonObject{{u"path"_s, file.file.path},
                                 {u"size"_s, file.file.size},
                                 {u"here"_s, file.here},
                                 {u"cached"_s, isHere(file)}});
    }
    terminal()->json(QJsonDocument(QJsonObject{{u"commit"_s, plan.commit},
                                               {u"files"_s, files},
                                               {u"bytes"_s, plan.bytes()},
                                               {u"bytesToFetch"_s, plan.bytesToFetch()},
                                               {u"filesToFetch"_s, plan.filesToFetch()},
                                               {u"refused"_s, jsonOf(plan.refused)}}));
}
