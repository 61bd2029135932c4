// SPDX-License-Identifier: Apache-2.0
#include "transfer/planjob.h"

#include "core/plaintext.h"
#include "core/safename.h"
#include "hub/hubclient.h"
#include "transfer/cachedestination.h"
#include "transfer/cachedfiles.h"
#include "transfer/diskspace.h"
#include "transfer/downloadchoice.h"
#include "transfer/folderdestination.h"
#include "transfer/headsjob.h"
#include "transfer/inpool.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostPages = 10'000;  // Of 1 000 files each: a list that goes on is no list.

/// The first file or folder that was asked for by name and is not in the commit; empty: all are.
QString missingIn(const RemoteFiles &files, const QStringList &paths)
{
    for (const QString &path : paths) {
        const auto has = [&](const RemoteFile &file) {
            return file.path == path || file.path.startsWith(path.endsWith(u'/') ? path : path + u'/');
        };
        if (std::ranges::none_of(files, has))
            return path;
    }
    return {};
}

/// What settle() has the pool do: keeps what the Hub said, then looks what is there.
struct Settling {
    DownloadWish wish;
    QString commit;
    RemoteFiles files;
    bool isDry;
    bool keepsTree;
    RepoCache cache;
    std::shared_ptr<const Destination> destination;

    Result<DownloadPlan> operator()() const
    {
        const QString missing = missingIn(files, wish.paths);
        if (!missing.isEmpty()) {
            if (!isDry)
                keep(false);
            return Error{Error::Kind::NoEntry,
                         PlanJob::tr("%1 does not exist at this revision.").arg(core::visible(missing)),
                         {},
                         {},
                         commit};
        }
        DownloadPlan plan = transfer::planOf(wish, commit, files, *destination);
        plan.free = transfer::freeAt(destination->root());
        if (isDry)
            return plan;
        if (!wish.folder.isEmpty())
            renewMetadata(plan);
        else
            cache.sweep();
        const auto error = keep(!plan.files.isEmpty());
        if (error && plan.filesToFetch() > 0)  // A cache that is only read serves what it has.
            return *error;
        return plan;
    }

    /// Without these notes the next look hashes the files again, and nothing else: no error of its own.
    void renewMetadata(const DownloadPlan &plan) const
    {
        const LocalFolder folder(wish.folder);
        for (const DownloadPlan::File &file : plan.files) {
            if (file.presence == Presence::Whole)
                folder.renewMetadata(commit, file.file);
        }
    }

    /// As in Python, the folders of a snapshot that gets no file are not made.
    std::optional<Error> keep(bool hasFiles) const
    {
        std::optional<Error> error;
        if (wish.folder.isEmpty() && hasFiles)
            error = cache.prepare(commit);
        if (!error && keepsTree)
            error = keepTree();
        return error || wish.wasPlanned ? error : cache.writeRef(wish.revision, commit);
    }

    /// A list that does not say everything of every file is not kept; the files are.
    std::optional<Error> keepTree() const
    {
        const auto error = wish.folder.isEmpty() ? cache.writeTree(commit, files)
                                                 : LocalFolder(wish.folder).writeTree(commit, files);
        return error && error->kind == Error::Kind::Refused ? std::nullopt : error;
    }
};

}  // namespace

std::shared_ptr<const Destination> transfer::makeDestination(const TransferOptions &options, const DownloadWish &wish,
                                                             const QString &commit)
{
    if (wish.folder.isEmpty())
        return std::make_shared<CacheDestination>(options.cache(wish.repo), commit);
    return std::make_shared<FolderDestination>(LocalFolder(wish.folder), commit, options.cache(wish.repo));
}

PlanJob::PlanJob(DownloadWish wish, For purpose, const TransferOptions *options, HubClient *hub, QObject *parent)
    : Job(parent),
      m_wish(std::move(wish)),
      m_purpose(purpose),
      m_options(options),
      m_hub(hub)
{
    if (m_wish.revision.isEmpty())
        m_wish.revision = u"main"_s;
}

void PlanJob::doStart()
{
    if (core::isCommit(m_wish.commit))
        m_commit = m_wish.commit;
    else if (core::isCommit(m_wish.revision))
        m_commit = m_wish.revision;
    if (!m_commit.isEmpty())
        return lookAround();
    if (m_options->isOffline)
        return fallBack({Error::Kind::Offline, tr("Hubdeck is offline, and not all of this is in the cache.")});
    if (m_wish.isSingleFile)
        askFile();
    else
        askCommit();
}

void PlanJob::doCancel()
{
    if (m_question)
        m_question->cancel();
}

void PlanJob::askCommit()
{
    m_question = m_hub->send(hub::repoInfo(m_wish.repo, m_wish.revision), this, [this](const Result<RepoInfo> &info) {
        if (state() != State::Running)
            return;
        if (!info)
            return fallBack(info.error());
        if (!core::isCommit(info->sha))
            return fallBack({Error::Kind::BadReply, tr("The Hub does not name the commit of this revision.")});
        m_commit = info->sha;
        lookAround();
    });
}

/// What is kept of this commit may save the questions.
void PlanJob::lookAround()
{
    if (m_wish.tree) {
        m_files = *m_wish.tree;
        return settle(!m_wish.isSingleFile);
    }
    transfer::inPool(
        m_options->pool, this,
        [wish = m_wish, commit = m_commit, cache = m_options->cache(m_wish.repo)] {
            return transfer::knownFiles(cache, wish, commit);
        },
        [this](const std::optional<transfer::KnownFiles> &known) { onLookedAround(known); });
}

void PlanJob::onLookedAround(const std::optional<transfer::KnownFiles> &known)
{
    if (state() != State::Running)
        return;
    if (known) {
        m_files = known->files;
        return settle(known->isNewToFolder);
    }
    if (m_options->isOffline)
        return fallBack({Error::Kind::Offline, tr("Hubdeck is offline, and not all of this is in the cache.")});
    if (m_wish.isSingleFile)
        askFile();
    else
        askTree();
}

void PlanJob::askFile()
{
    const QString revision = m_commit.isEmpty() ? m_wish.revision : m_commit;
    m_question = m_hub->send(hub::fileMetadata(m_wish.repo, revision, m_wish.paths.value(0)), this,
                             [this](const Result<FileMetadata> &metadata) {
                                 if (state() == State::Running)
                                     onFile(metadata);
                             });
}

void PlanJob::onFile(const Result<FileMetadata> &metadata)
{
    if (!metadata && metadata.error().kind == Error::Kind::NoEntry)
        return onMissing(metadata.error());
    if (!metadata)
        return fallBack(metadata.error());
    if (metadata->commit.isEmpty() && m_commit.isEmpty())
        return askCommit();  // Then the same question again, of that commit.
    if (m_commit.isEmpty())
        m_commit = metadata->commit;
    m_files = {metadata->file};
    settle(false);
}

/// Python's users rely on a file that does not exist to be known as missing without a question the next time.
void PlanJob::onMissing(const Error &error)
{
    if (isDry() || !core::isCommit(error.commit) || !core::whyUnsafe(m_wish.paths.value(0)).isEmpty())
        return finish(error);
    transfer::inPool(
        m_options->pool, this,
        [wish = m_wish, error, cache = m_options->cache(m_wish.repo)] {
            // Without this note the next question costs a request, and nothing else: no error of its own.
            cache.writeNoExist(error.commit, wish.paths.value(0));
            if (!wish.wasPlanned)
                cache.writeRef(wish.revision, error.commit);
            return true;
        },
        [this, error](bool) { finish(error); });
}

void PlanJob::askTree()
{
    const auto call = hub::tree(m_wish.repo, m_commit, {}, true);
    m_question = m_hub->stream(call, this, [this](const Result<Page<TreeEntry>> &page) { return onPage(page); });
}

bool PlanJob::onPage(const Result<Page<TreeEntry>> &page)
{
    if (state() != State::Running)
        return false;
    if (!page) {
        const bool mayLackTrees
            = page.error().kind == Error::Kind::NotFound || page.error().kind == Error::Kind::BadReply;
        mayLackTrees &&m_pages == 0 ? askNames() : fallBack(page.error());
        return false;
    }
    for (const TreeEntry &entry : page->items) {
        if (!entry.isFolder)
            m_files << entry.file;
    }
    if (page->next.isValid() && !page->items.isEmpty() && ++m_pages < kMostPages)
        return true;
    if (page->next.isValid())
        finish(Error{Error::Kind::BadReply, tr("The Hub's list of files does not end.")});
    else
        completeList();
    return false;
}

void PlanJob::askNames()
{
    m_question = m_hub->send(hub::fileNames(m_wish.repo, m_commit), this, [this](const Result<QStringList> &names) {
        if (state() != State::Running)
            return;
        if (!names)
            return fallBack(names.error());
        for (const QString &name : *names)
            m_files << RemoteFile{name, -1, {}};
        completeList();
    });
}

/// A file without a hash could not be proved: its headers may name one.
void PlanJob::completeList()
{
    const DownloadChoice choice(m_wish);
    QList<qsizetype> unknown;
    for (qsizetype i = 0; i < m_files.size(); ++i) {
        if (!core::isContentName(m_files[i].etag()) && choice.takes(m_files[i].path))
            unknown << i;
    }
    if (unknown.isEmpty())
        return settle(true);
    auto *heads = new HeadsJob(m_wish.repo, m_commit, m_files, unknown, m_hub, this);
    m_question = heads;
    connect(heads, &Job::finished, this, [this, heads] {
        heads->deleteLater();
        if (state() != State::Running)
            return;
        if (heads->error())
            return fallBack(*heads->error());
        m_files = heads->files();
        settle(true);
    });
    heads->start();
}

/// \a isListComplete: m_files is all that the commit holds.
void PlanJob::settle(bool isListComplete)
{
    m_destination = transfer::makeDestination(*m_options, m_wish, m_commit);
    Settling settling{.wish = m_wish,
                      .commit = m_commit,
                      .files = m_files,
                      .isDry = isDry(),
                      .keepsTree = isListComplete,
                      .cache = m_options->cache(m_wish.repo),
                      .destination = m_destination};
    transfer::inPool(m_options->pool, this, std::move(settling),
                     [this](const Result<DownloadPlan> &plan) { onSettled(plan); });
}

void PlanJob::onSettled(const Result<DownloadPlan> &plan)
{
    if (state() != State::Running)
        return;
    if (!plan)
        return finish(plan.error());
    if (m_options->isOffline && plan->filesToFetch() > 0 && !isDry())
        return finish(Error{Error::Kind::Offline, tr("Hubdeck is offline, and not all of this is in the cache.")});
    m_plan = *plan;
    finish();
}

/// The Hub did not answer: what is wanted may be in the cache as a whole.
void PlanJob::fallBack(const Error &error)
{
    if (!error.isTransient() && error.kind != Error::Kind::BadReply && error.kind != Error::Kind::Proxy)
        return finish(error);
    transfer::inPool(
        m_options->pool, this,
        [wish = m_wish, options = *m_options, known = m_commit]() -> std::optional<DownloadPlan> {
            const RepoCache cache = options.cache(wish.repo);
            const QString commit = known.isEmpty() ? cache.commitOf(wish.revision).value_or(QString()) : known;
            if (commit.isEmpty())
                return {};
            const auto kept = transfer::knownFiles(cache, wish, commit);
            if (!kept || !missingIn(kept->files, wish.paths).isEmpty())
                return {};
            const auto destination = transfer::makeDestination(options, wish, commit);
            return transfer::planOf(wish, commit, kept->files, *destination);
        },
        [this, error](const std::optional<DownloadPlan> &plan) { onFoundInCache(plan, error); });
}

void PlanJob::onFoundInCache(const std::optional<DownloadPlan> &plan, const Error &error)
{
    if (state() != State::Running)
        return;
    if (!plan || (plan->filesToFetch() > 0 && !isDry()))
        return finish(error);
    m_plan = *plan;
    m_destination = transfer::makeDestination(*m_options, m_wish, plan->commit);
    finish();
}
