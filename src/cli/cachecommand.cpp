// SPDX-License-Identifier: Apache-2.0
#include "cli/cachecommand.h"

#include "core/plaintext.h"
#include "core/texts.h"
#include "local/cacheremover.h"
#include "local/cachescan.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {

QString wordOf(CacheKind kind)
{
    switch (kind) {
    case CacheKind::Dataset: return u"dataset"_s;
    case CacheKind::Space: return u"space"_s;
    case CacheKind::Kernel: return u"kernel"_s;
    case CacheKind::Model: break;
    }
    return u"model"_s;
}

QString idOf(const CachedRepo &repo)
{
    return wordOf(repo.kind) + u'/' + repo.name;
}

QJsonObject jsonOf(const CachedCommit &commit)
{
    return {{u"commit"_s, commit.commit},
            {u"refs"_s, QJsonArray::fromStringList(commit.refs)},
            {u"files"_s, commit.files},
            {u"bytes"_s, commit.bytes},
            {u"modified"_s, commit.modified}};
}

QJsonObject jsonOf(const CachedRepo &repo)
{
    QJsonArray commits;
    for (const CachedCommit &commit : repo.commits)
        commits.append(jsonOf(commit));
    QJsonArray parts;
    for (const CachedPart &part : repo.parts)
        parts.append(QJsonObject{{u"name"_s, QString::fromUtf8(part.name)}, {u"bytes"_s, part.bytes}});
    return {{u"id"_s, idOf(repo)},
            {u"folder"_s, repo.folder},
            {u"files"_s, repo.contents.size()},
            {u"bytes"_s, repo.bytes},
            {u"accessed"_s, repo.accessed},
            {u"modified"_s, repo.modified},
            {u"commits"_s, commits},
            {u"parts"_s, parts},
            {u"damaged"_s, repo.problem != CacheProblem::None},
            {u"damagedAt"_s, repo.problemAt}};
}

QJsonObject jsonOf(const CacheRemoval &plan)
{
    QJsonArray blobs;
    for (const CacheRemoval::Repo &repo : plan.repos) {
        for (const QByteArray &blob : repo.blobs)
            blobs.append(repo.folder + "/blobs/"_L1 + QString::fromUtf8(blob));
    }
    return {{u"commits"_s, plan.commits},
            {u"freed"_s, plan.freed},
            {u"extra"_s, plan.extra},
            {u"stays"_s, plan.stays},
            {u"blobs"_s, blobs}};
}

}  // namespace

void CacheCommand::describe(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(
        u"what"_s,
        tr("ls; rm and what is to go: TYPE/OWNER/NAME[@COMMIT]; or export, REPO[@REVISION] and "
           "the file, which ends in .zip or .tar.gz."),
        u"ls|rm|export"_s);
    parser.addOption({u"json"_s, tr("Print one JSON document.")});
    parser.addOption({u"dry-run"_s, tr("Only say what rm would do.")});
}

QString CacheCommand::take(const QCommandLineParser &parser)
{
    m_targets = parser.positionalArguments();
    const QString what = m_targets.isEmpty() ? QString() : m_targets.takeFirst();
    m_removes = what == "rm"_L1;
    m_exports = what == "export"_L1;
    m_json = parser.isSet(u"json"_s);
    m_dryRun = parser.isSet(u"dry-run"_s);
    if (m_exports) {
        if (m_targets.size() != 2 || !ArchiveWriter::kindOf(m_targets.constLast()))
            return tr("Name a repository and a file that ends in .zip or .tar.gz.");
        const Result<Location> source = locationOf(parser, m_targets.constFirst());
        if (source)
            m_source = *source;
        return source ? QString() : source.error().message;
    }
    if (!m_removes && what != "ls"_L1)
        return tr("Say ls, rm or export.");
    if (m_removes == m_targets.isEmpty())
        return m_removes ? tr("Name what is to be deleted.") : tr("ls lists everything.");
    return {};
}

void CacheCommand::start()
{
    if (m_exports)
        return findExport();
    const CacheContents contents = local::scanCache(engine()->options().cacheRoot);
    if (m_removes)
        return remove(contents);
    list(contents);
    Q_EMIT finished(cli::Done);
}

void CacheCommand::list(const CacheContents &contents)
{
    if (m_json) {
        QJsonArray repos;
        for (const CachedRepo &repo : contents.repos)
            repos.append(jsonOf(repo));
        QStringList oddities;
        for (const CacheContents::Oddity &oddity : contents.oddities)
            oddities << oddity.name;
        return terminal()->json(QJsonDocument(QJsonObject{{u"bytes"_s, contents.bytes()},
                                                          {u"repositories"_s, repos},
                                                          {u"oddities"_s, QJsonArray::fromStringList(oddities)}}));
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const CachedRepo &repo : contents.repos) {
        const QString when = core::whenText(QDateTime::fromMSecsSinceEpoch(repo.accessed), now);
        terminal()->line(
            u"%1  %2  %3"_s.arg(core::sizeText(repo.bytes).rightJustified(9), when.leftJustified(16), idOf(repo)));
        if (repo.problem != CacheProblem::None)
            terminal()->note(tr("%1 is damaged: see %2.").arg(idOf(repo), repo.problemAt));
        for (const CachedCommit &commit : repo.commits)
            terminal()->line(u"%1  %2  %3"_s.arg(core::sizeText(commit.bytes).rightJustified(9),
                                                 commit.refs.join(u", "_s).leftJustified(16), commit.commit));
    }
    terminal()->line(
        tr("%1 in %Ln repositories", nullptr, int(contents.repos.size())).arg(core::sizeText(contents.bytes())));
}

QList<CacheChoice> CacheCommand::choicesIn(const CacheContents &contents)
{
    QList<CacheChoice> choices;
    for (const QString &target : std::as_const(m_targets)) {
        const qsizetype at = target.indexOf(u'@');
        const QString id = target.left(at < 0 ? target.size() : at);
        const QString commit = at < 0 ? QString() : target.mid(at + 1);
        const auto isIt = [&](const CachedRepo &repo) {
            return idOf(repo).compare(id, Qt::CaseInsensitive) == 0
                && (at < 0 || std::ranges::any_of(repo.commits, [&](const CachedCommit &known) {
                        return known.commit == commit;
                    }));
        };
        const auto repo = std::ranges::find_if(contents.repos, isIt);
        if (repo == contents.repos.cend()) {
            fail({Error::Kind::NotFound, tr("The cache has no %1.").arg(target), {}});
            return {};
        }
        const auto known = std::ranges::find(choices, repo->folder, &CacheChoice::folder);
        CacheChoice &choice = known == choices.end() ? choices.emplaceBack(CacheChoice{repo->folder}) : *known;
        choice.isAll = choice.isAll || at < 0;
        choice.commits << commit;
    }
    return choices;
}

void CacheCommand::remove(const CacheContents &contents)
{
    const QList<CacheChoice> choices = choicesIn(contents);
    if (choices.isEmpty())
        return;
    const CacheRemoval plan = local::planRemoval(contents, choices);
    if (m_json)
        terminal()->json(QJsonDocument(jsonOf(plan)));
    if (m_dryRun) {
        if (!m_json)
            terminal()->line(tr("This would free %1.").arg(core::sizeText(plan.bytes())));
        Q_EMIT finished(cli::Done);
        return;
    }
    const RemovalOutcome outcome = CacheRemover(contents).remove(choices);
    for (const QString &folder : outcome.held)
        terminal()->note(tr("A download is at %1: what it needs was left.").arg(folder));
    if (outcome.error)
        return fail(*outcome.error);
    if (!m_json)
        terminal()->line(tr("%1 freed.").arg(core::sizeText(outcome.freed)));
    Q_EMIT finished(outcome.held.isEmpty() ? cli::Done : cli::Failed);
}

void CacheCommand::findExport()
{
    if (QFileInfo::exists(m_targets.constLast()))
        return fail({Error::Kind::Disk, tr("%1 is there already.").arg(core::visible(m_targets.constLast())), {}});
    const auto commit = engine()->cache(m_source.repo).commitOf(m_source.revision);
    ExportJob::find(engine(), m_source.repo, commit.value_or(QString()), this,
                    [this](const Result<SnapshotFiles> &files) {
                        if (files)
                            startExport(*files);
                        else
                            fail(files.error());
                    });
}

void CacheCommand::startExport(const SnapshotFiles &files)
{
    if (files.missing > 0)
        terminal()->note(
            tr("%Ln files of this revision are not in the cache, and not in the export.", nullptr, int(files.missing)));
    m_export = std::make_unique<ExportJob>(engine(), m_source.repo, files, m_targets.constLast());
    connect(m_export.get(), &Job::progressed, this, [this] {
        terminal()->progress(u"%1 / %2"_s.arg(core::sizeText(m_export->done()), core::sizeText(m_export->total())));
    });
    connect(m_export.get(), &Job::finished, this, [this, files] { onExported(files); });
    m_export->start();
}

void CacheCommand::onExported(const SnapshotFiles &files)
{
    if (m_export->state() == Job::State::Cancelled) {
        Q_EMIT finished(cli::Interrupted);
        return;
    }
    if (m_export->error())
        return fail(*m_export->error());
    const QString path = QFileInfo(m_export->target()).absoluteFilePath();
    if (m_json)
        terminal()->json(QJsonDocument(QJsonObject{{u"path"_s, path},
                                                   {u"commit"_s, files.commit},
                                                   {u"files"_s, files.files.size()},
                                                   {u"missing"_s, files.missing},
                                                   {u"bytes"_s, files.bytes}}));
    else
        terminal()->path(path);
    Q_EMIT finished(cli::Done);
}

/// The pool takes away what it has half written before the engine ends.
void CacheCommand::interrupt()
{
    if (!m_export)
        return Command::interrupt();
    m_export->cancel();
}
