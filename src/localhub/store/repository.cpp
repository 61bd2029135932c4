// SPDX-License-Identifier: Apache-2.0
#include "localhub/store/repository.h"

#include "core/partfile.h"
#include "localhub/store/committer.h"
#include "localhub/store/frontmatter.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <cerrno>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

const QString kInfoFile = u"hub.json"_s;
const QString kLargeFile = u"hub-large"_s;  // A line for each large file of any commit.

std::optional<Error> writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return core::diskError(errno);
    return {};
}

/// What makes a directory a bare repository. libgit2's own way makes four times as many files, hooks and all.
std::optional<Error> makeGitDirectory(const QString &path)
{
    for (const char *folder : {"/objects/pack", "/refs/heads", "/refs/tags"}) {
        if (!QDir().mkpath(path + QLatin1StringView(folder)))
            return core::diskError(errno);
    }
    if (auto error = writeFile(path + "/HEAD"_L1, "ref: refs/heads/main\n"))
        return error;
    return writeFile(path + "/config"_L1, "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n");
}

/// It is not synced to the disk: only a loss of power could take it, and 300 repositories would take ten seconds.
std::optional<Error> writeInfo(const QString &path, const RepoInfo &info)
{
    const QString target = path + u'/' + kInfoFile;
    const QString part = target + ".part"_L1;
    if (auto error = writeFile(part, QJsonDocument(info.toJson()).toJson(QJsonDocument::Compact)))
        return error;
    // Unlike QFile::rename() it takes the place of what was there.
    const bool isThere = std::rename(QFile::encodeName(part).constData(), QFile::encodeName(target).constData()) == 0;
    return isThere ? std::nullopt : std::optional(core::diskError(errno));
}

}  // namespace

std::optional<Error> Repository::create(const QString &path, const RepoInfo &info)
{
    if (auto error = makeGitDirectory(path))
        return error;
    // What knows of the repository comes last: a directory without it was never finished.
    return writeInfo(path, info);
}

std::unique_ptr<Repository> Repository::open(const RepoName &name, const QString &path)
{
    QFile file(path + u'/' + kInfoFile);
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    const RepoInfo info = RepoInfo::fromJson(QJsonDocument::fromJson(file.readAll()).object());
    std::unique_ptr<Repository> repository(new Repository(name, path, info));
    auto git = GitRepo::open(path);
    if (!git)
        return nullptr;
    repository->m_idle.push_back(std::move(git));
    repository->readLarge();
    repository->readHead();
    return repository;
}

Repository::Repository(const RepoName &name, const QString &path, const RepoInfo &info)
    : m_path(path),
      m_state{name, info, {}, info.createdAt}
{
}

Repository::~Repository() = default;

Repository::Loan::Loan(const Repository &repository) : owner(repository)
{
    {
        const QMutexLocker locker(&owner.m_mutex);
        if (!owner.m_idle.empty()) {
            repo = std::move(owner.m_idle.back());
            owner.m_idle.pop_back();
        }
    }
    if (!repo)
        repo = GitRepo::open(owner.m_path);
}

Repository::Loan::~Loan()
{
    const QMutexLocker locker(&owner.m_mutex);
    owner.m_idle.push_back(std::move(repo));
}

void Repository::readHead()
{
    RepoState state = this->state();
    with([&](const GitRepo &repo) {
        state.head = repo.resolve("HEAD").value_or(QByteArray());
        const auto commit = repo.commit(state.head);
        state.lastModified = commit ? commit->time : state.info.createdAt;
        const auto readme = repo.entry(state.head, "README.md");
        state.card = state.info.cardData;
        if (state.card.isEmpty() && readme)
            state.card = frontMatter(repo.bytes(readme->id).value_or(QByteArray()));
    });
    const QMutexLocker locker(&m_mutex);
    m_state = state;
}

void Repository::readLarge()
{
    QFile file(m_path + u'/' + kLargeFile);
    if (!file.open(QIODevice::ReadOnly))
        return;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.isEmpty())
            m_large += line;
    }
}

std::optional<Error> Repository::addLarge(const NewCommit &commit)
{
    QByteArray lines;
    const QMutexLocker locker(&m_mutex);
    for (const Change &change : commit.changes) {
        if (change.kind != Change::Kind::PutLarge || m_large.contains(change.large.sha256))
            continue;
        m_large += change.large.sha256;
        lines += change.large.sha256 + '\n';
    }
    if (lines.isEmpty())
        return {};
    QFile file(m_path + u'/' + kLargeFile);
    if (!file.open(QIODevice::Append) || file.write(lines) != lines.size() || !file.flush())
        return core::diskError(errno);
    return {};
}

bool Repository::hasLarge(const QByteArray &sha256) const
{
    const QMutexLocker locker(&m_mutex);
    return m_large.contains(sha256);
}

RepoState Repository::state() const
{
    const QMutexLocker locker(&m_mutex);
    return m_state;
}

Repository::Listing Repository::list(const QByteArray &commit, const QByteArray &folder, bool recursive) const
{
    const QByteArray key = commit + (recursive ? '*' : ':') + folder;
    {
        const QMutexLocker locker(&m_mutex);
        if (const Listing *known = m_listings.object(key))
            return *known;
    }
    auto list = with([&](const GitRepo &repo) { return repo.list(commit, folder, recursive); });
    if (!list)
        return nullptr;
    auto listing = std::make_shared<const QList<TreeEntry>>(std::move(*list));
    const QMutexLocker locker(&m_mutex);
    m_listings.insert(key, std::make_unique<Listing>(listing).release());
    return listing;
}

Repository::LastCommits Repository::lastCommits(const QByteArray &commit) const
{
    {
        const QMutexLocker locker(&m_mutex);
        if (const LastCommits *known = m_lastCommits.object(commit))
            return *known;
    }
    auto last = with([&](const GitRepo &repo) {
        QHash<QByteArray, QByteArray> last;
        for (std::optional<QByteArray> id = commit; id; id = repo.parent(*id)) {
            for (QByteArray path : repo.changedPaths(*id)) {
                // A file changes the folders that it lies in, too.
                while (!path.isEmpty() && !last.contains(path)) {
                    last.insert(path, *id);
                    path.truncate(qMax(path.lastIndexOf('/'), 0));
                }
            }
        }
        return last;
    });
    auto commits = std::make_shared<const QHash<QByteArray, QByteArray>>(std::move(last));
    const QMutexLocker locker(&m_mutex);
    m_lastCommits.insert(commit, std::make_unique<LastCommits>(commits).release());
    return commits;
}

qint64 Repository::usedStorage(const QByteArray &commit) const
{
    {
        const QMutexLocker locker(&m_mutex);
        if (const qint64 *known = m_usedStorage.object(commit))
            return *known;
    }
    const Listing files = list(commit, {}, true);
    const qint64 used = with([&](const GitRepo &repo) {
        qint64 sum = 0;
        for (const TreeEntry &entry : files ? *files : QList<TreeEntry>()) {
            if (entry.kind == TreeEntry::Kind::File)
                sum += repo.content(entry.id).value_or(FileContent()).size;
        }
        return sum;
    });
    const QMutexLocker locker(&m_mutex);
    m_usedStorage.insert(commit, std::make_unique<qint64>(used).release());
    return used;
}

Result<QByteArray> Repository::commit(const QByteArray &ref, const NewCommit &commit, const LargeStore &large)
{
    const QMutexLocker writing(&m_writing);
    if (auto error = addLarge(commit))
        return *error;
    const Result<QByteArray> id = with([&](const GitRepo &repo) { return Committer(repo, large).commit(ref, commit); });
    if (id && ref == "refs/heads/main")
        readHead();
    return id;
}

std::optional<Error> Repository::createRef(const QByteArray &ref, const QByteArray &target)
{
    const QMutexLocker writing(&m_writing);
    auto error = with([&](const GitRepo &repo) -> std::optional<Error> {
        const auto commit = git::idOf(target);
        if (!commit || !repo.commit(target))
            return Error{Error::Kind::NoRevision, u"There is no such commit."_s};
        git_reference *reference = nullptr;
        const int code = git_reference_create(&reference, repo.handle(), ref.constData(), &*commit, 0, nullptr);
        git_reference_free(reference);
        if (code == GIT_EEXISTS)
            return Error{Error::Kind::Conflict, u"The name is taken."_s};
        return code == 0 ? std::nullopt : std::optional(git::failure(Error::Kind::Refused));
    });
    if (!error && ref == "refs/heads/main")
        readHead();
    return error;
}

std::optional<Error> Repository::changeRequests(const std::function<bool(AccessRequests &)> &change)
{
    const QMutexLocker writing(&m_writing);
    RepoInfo info = state().info;
    if (!change(info.requests))
        return {};
    if (auto error = writeInfo(m_path, info))
        return error;
    const QMutexLocker locker(&m_mutex);
    m_state.info = info;
    return {};
}

}  // namespace localhub
