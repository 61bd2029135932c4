// SPDX-License-Identifier: Apache-2.0
#include "engine/reposession.h"

#include "core/safename.h"
#include "engine/cachedrevision.h"
#include "engine/cachestates.h"
#include "engine/cardfetch.h"
#include "engine/engine.h"
#include "engine/hubwatch.h"
#include "engine/lastchanges.h"
#include "engine/repolisting.h"
#include "hub/hubclient.h"
#include "transfer/inpool.h"

#include <QPointer>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRecentCommits = 30;

Error unreachable()
{
    return {Error::Kind::Offline, RepoSession::tr("The Hub cannot be reached.")};
}

Error setOffline()
{
    return {Error::Kind::Offline, RepoSession::tr("Hubdeck is set to work offline.")};
}

/// What \a why means for somebody who wants to see \a what.
Error notHere(const Error &why, const QString &what)
{
    return {why.kind, what, why.detail.isEmpty() ? why.message : why.message + u' ' + why.detail};
}

QString parentOf(const QString &path)
{
    return path.left(qMax(qsizetype(0), path.lastIndexOf(u'/')));
}

}  // namespace

RepoSession::RepoSession(Engine *engine, const HubId &hub, const RepoId &repo, const QString &revision, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_hubId(hub),
      m_repo(repo),
      m_revision(revision.isEmpty() ? u"main"_s : revision),
      m_known(std::make_shared<CommitListing>())
{
}

RepoSession::~RepoSession() = default;

HubClient *RepoSession::hub() const
{
    return m_engine->hub(m_hubId);
}

HubWatch &RepoSession::watch() const
{
    return m_engine->watch(m_hubId);
}

void RepoSession::open()
{
    const auto seen = m_engine->seenCommits(m_hubId).find(m_repo, m_revision);
    if (seen && !seen->info.sha.isEmpty()) {
        openSeen(seen);
        return;
    }
    if (watch().isSetOffline())
        openCached(setOffline());
    else if (watch().isOffline())
        openCached({});
    else
        ask();
}

void RepoSession::ask()
{
    askInfo();
    askRefs();
}

void RepoSession::askInfo()
{
    hub()->send(hub::repoInfo(m_repo, m_revision), this, [this](const Result<RepoInfo> &info) {
        if (info && core::isCommit(info->sha))
            openOnline(*info);
        else if (info)
            Q_EMIT failed({Error::Kind::BadReply, tr("The Hub did not say which commit this revision is.")});
        else if (info.error().isUnreachable())
            openCached(info.error());
        else
            Q_EMIT failed(info.error());
    });
}

void RepoSession::askRefs()
{
    hub()->send(hub::refs(m_repo), this, [this](const Result<Refs> &refs) {
        if (!refs)
            return;  // The repository can be looked at without them; loadCommits() asks again.
        m_refs = *refs;
        m_hasRefs = true;
        if (!commit().isEmpty())
            m_known->refs = *refs;
        Q_EMIT refsChanged();
    });
}

void RepoSession::openSeen(const std::shared_ptr<CommitListing> &seen)
{
    if (seen->refs) {
        m_refs = *seen->refs;
        m_hasRefs = true;
        Q_EMIT refsChanged();
    }
    openOnline(seen->info);
    if (!m_hasRefs && !watch().isOffline())
        askRefs();
}

void RepoSession::openOnline(const RepoInfo &info)
{
    m_info = info;
    m_known = m_engine->seenCommits(m_hubId).of(m_repo, info.sha);
    m_known->info = info;
    if (m_hasRefs)
        m_known->refs = m_refs;
    beginStates();
    const QPointer<RepoSession> alive(this);
    Q_EMIT opened();
    if (!alive)
        return;
    if (m_known->isWhole || m_known->isLarge)
        beginListing();
    else
        readKeptTree();
}

/// \a why is nothing where the Hub was not asked yet: it is, where nothing is cached.
void RepoSession::openCached(const std::optional<Error> &why)
{
    const auto read
        = [cache = m_engine->cache(m_repo), revision = m_revision] { return engine::cachedRevision(cache, revision); };
    transfer::inPool(m_engine->pool(), this, read, [this, why](const std::optional<CachedRevision> &cached) {
        if (cached)
            adoptCached(*cached, why.value_or(unreachable()));
        else if (!why)
            ask();
        else if (watch().isSetOffline())
            Q_EMIT failed(notHere(*why, tr("Hubdeck is set to work offline, and this revision is not cached.")));
        else
            Q_EMIT failed(notHere(*why, tr("The Hub cannot be reached, and this revision is not cached.")));
    });
}

void RepoSession::adoptCached(const CachedRevision &cached, const Error &why)
{
    m_info.id = m_repo;
    m_info.sha = cached.commit;
    m_refs = cached.refs;
    for (const QString &commit : cached.commits)
        m_commits.items << Commit{commit, tr("On this computer"), {}, {}, {}};
    addCached(cached);
    beginStates();
    const QPointer<RepoSession> alive(this);
    for (const auto signal : {&RepoSession::opened, &RepoSession::refsChanged, &RepoSession::commitsChanged}) {
        if (alive)
            Q_EMIT(this->*signal)();
    }
    if (alive)
        Q_EMIT wentOffline(why);
    if (!alive)
        return;
    refreshStates();
    showFolder();
}

/// The Hub went in the middle: of the folders that it did not list any more, what is cached is shown.
void RepoSession::goOnCached(const Error &why)
{
    std::exchange(m_listing, nullptr)->deleteLater();  // Later: it is telling us just now.
    delete std::exchange(m_changes, nullptr);
    m_isReading = true;
    const auto read
        = [cache = m_engine->cache(m_repo), commit = commit()] { return engine::cachedRevision(cache, commit); };
    transfer::inPool(m_engine->pool(), this, read, [this, why](const std::optional<CachedRevision> &cached) {
        m_isReading = false;
        m_known = std::make_shared<CommitListing>(*m_known);
        addCached(cached.value_or(CachedRevision{}));
        if (tree().count() == 0) {
            Q_EMIT failed(notHere(why, tr("The Hub cannot be reached, and this revision is not cached.")));
            return;
        }
        const QPointer<RepoSession> alive(this);
        Q_EMIT wentOffline(why);
        if (!alive)
            return;
        refreshStates();
        showFolder();
    });
}

/// Into a listing of its own: of what is cached alone nobody else must take it for all.
void RepoSession::addCached(const CachedRevision &cached)
{
    m_isOffline = true;
    RemoteFiles files = cached.files;
    files.removeIf([this](const RemoteFile &file) { return tree().find(file.path); });
    m_known->tree.add(files);
    m_known->isWhole |= cached.isWhole;
}

void RepoSession::beginStates()
{
    m_states = new CacheStates(m_engine->pool(), m_engine->cache(m_repo), commit(), this);
    connect(m_states, &CacheStates::changed, this, &RepoSession::statesChanged);
}

void RepoSession::readKeptTree()
{
    m_isReading = true;
    const auto read = [cache = m_engine->cache(m_repo), commit = commit()] { return cache.readTree(commit); };
    transfer::inPool(m_engine->pool(), this, read, [this](const std::optional<RemoteFiles> &files) {
        m_isReading = false;
        if (files) {
            m_known->tree.add(*files);
            m_known->isWhole = true;
        }
        beginListing();
    });
}

void RepoSession::beginListing()
{
    m_listing = new RepoListing(hub(), m_repo, commit(), m_known, this);
    connect(m_listing, &RepoListing::filesFound, m_states, &CacheStates::look);
    connect(m_listing, &RepoListing::entriesChanged, this, &RepoSession::onEntriesChanged);
    connect(m_listing, &RepoListing::entriesAdded, this, &RepoSession::entriesAdded);
    connect(m_listing, &RepoListing::listed, this, &RepoSession::onListed);
    connect(m_listing, &RepoListing::failed, this, &RepoSession::onListingFailed);
    m_changes = new LastChanges(hub(), m_repo, commit(), m_known, this);
    connect(m_changes, &LastChanges::found, this, &RepoSession::changesFound);
    refreshStates();
    showFolder();
}

bool RepoSession::isListing() const
{
    return m_isReading || (m_listing && m_listing->isListing());
}

void RepoSession::lookAt(const QStringList &paths, bool hasMoved)
{
    if (!m_changes || watch().isOffline())
        return;
    if (hasMoved)
        m_changes->move();
    m_changes->want(paths);
}

void RepoSession::openFolder(const QString &folder)
{
    if (m_changes && folder != m_folder)
        m_changes->move();
    m_folder = folder;
    m_wantedFile.clear();
    showFolder();
}

void RepoSession::showFolder()
{
    if (m_listing) {
        m_listing->openFolder(m_folder);
        return;
    }
    onEntriesChanged();
    if (m_isOffline)
        onListed();
}

QList<FolderEntry> RepoSession::entries() const
{
    if (m_listing)
        return m_listing->entries();
    const auto listed = m_known->folders.constFind(m_folder);
    return listed != m_known->folders.cend() ? *listed : tree().entriesOf(m_folder);
}

void RepoSession::onEntriesChanged()
{
    if (!m_folder.isEmpty() && tree().find(m_folder)) {
        const QString file = m_folder;
        const QPointer<RepoSession> alive(this);
        openFolder(parentOf(file));
        if (alive)
            Q_EMIT fileFound(file);
        return;
    }
    Q_EMIT entriesChanged();
}

void RepoSession::onListed()
{
    const Error noEntry = isWhole() || !m_isOffline
        ? Error{Error::Kind::NoEntry, tr("This revision has no such file or folder.")}
        : notHere(unreachable(), tr("The Hub cannot be reached, and nothing of this folder is cached."));
    if (!m_wantedFile.isEmpty()) {
        const QString file = std::exchange(m_wantedFile, {});
        if (tree().find(file))
            Q_EMIT fileFound(file);
        else
            Q_EMIT failed(noEntry);
    } else if (!m_folder.isEmpty() && (isWhole() || m_isOffline) && !tree().hasFolder(m_folder)) {
        Q_EMIT failed(noEntry);
        return;
    }
    Q_EMIT listed();
}

void RepoSession::onListingFailed(const Error &error)
{
    if (error.kind == Error::Kind::NoEntry && !m_folder.isEmpty() && m_wantedFile.isEmpty()) {
        const QString path = m_folder;
        m_folder = parentOf(path);
        m_wantedFile = path;
        showFolder();
        return;
    }
    if (error.isUnreachable())
        goOnCached(error);
    else
        Q_EMIT failed(error);
}

const QHash<QString, LocalFile> &RepoSession::states() const
{
    static const QHash<QString, LocalFile> none;
    return m_states ? m_states->states() : none;
}

void RepoSession::refreshStates()
{
    if (m_states && tree().count() > 0)
        m_states->look(tree().files());
}

void RepoSession::loadCard()
{
    if (commit().isEmpty() || m_isFetchingCard)
        return;
    if (m_known->card) {
        Q_EMIT cardChanged(*m_known->card);
        return;
    }
    m_isFetchingCard = true;
    auto *fetch
        = new CardFetch(m_isOffline ? nullptr : hub(), m_engine->pool(), m_engine->cache(m_repo), commit(), this);
    connect(fetch, &CardFetch::finished, this, [this, fetch](const Result<QString> &markdown) {
        fetch->deleteLater();
        m_isFetchingCard = false;
        if (!markdown) {
            Q_EMIT cardFailed(markdown.error());
            return;
        }
        m_known->card = *markdown;
        Q_EMIT cardChanged(*markdown);
    });
    const RemoteFile *readme = tree().find(u"README.md"_s);
    fetch->start(readme ? readme->size : -1);
}

void RepoSession::loadCommits()
{
    if (m_isOffline || commit().isEmpty() || watch().isOffline())
        return;
    if (!m_hasRefs)
        askRefs();
    if (std::exchange(m_askedCommits, true))
        return;
    const auto call = hub::commits(m_repo, m_revision, kRecentCommits);
    hub()->send(call, this, [this](const Result<Page<Commit>> &commits) {
        m_askedCommits = bool(commits);
        if (!commits)
            return;
        m_commits = *commits;
        Q_EMIT commitsChanged();
    });
}
