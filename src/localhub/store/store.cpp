// SPDX-License-Identifier: Apache-2.0
#include "localhub/store/store.h"

#include "core/partfile.h"
#include "localhub/store/largestore.h"
#include "localhub/store/repository.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QReadWriteLock>

#include <sys/file.h>

#include <cerrno>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

/// The repositories by name; they are never removed from it while the store is open, so that plain pointers stay good.
class Store::Private
{
public:
    explicit Private(const QString &directory) : root(directory), large(directory + "/lfs"_L1) {}

    QString pathOf(const RepoName &name) const
    {
        return root + "/repos/"_L1
            + QString::fromLatin1(plural(name.type) + '/' + name.owner + '/' + name.name + ".git");
    }
    void readAll();

    const QString root;
    const LargeStore large;
    QFile lock;
    mutable QReadWriteLock mutex;
    QHash<RepoName, std::shared_ptr<Repository>> repositories;
};

void Store::Private::readAll()
{
    for (const RepoType type : {RepoType::Model, RepoType::Dataset, RepoType::Space}) {
        const QDir owners(root + "/repos/"_L1 + QString::fromLatin1(plural(type)));
        for (const QString &owner : owners.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QDir names(owners.filePath(owner));
            for (const QString &folder : names.entryList({u"*.git"_s}, QDir::Dirs)) {
                const RepoName name{type, owner.toLatin1(), folder.chopped(4).toLatin1()};
                if (auto repository = name.isValid() ? Repository::open(name, pathOf(name)) : nullptr)
                    repositories.insert(name, std::move(repository));
            }
        }
    }
}

Store::Store(std::unique_ptr<Private> d) : d(std::move(d))
{
    git_libgit2_init();
    // Only our own code makes objects, and looking each up on the disk first would take most of the time.
    git_libgit2_opts(GIT_OPT_ENABLE_STRICT_OBJECT_CREATION, 0);
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
    // What somebody set up for working is not for serving.
    for (const git_config_level_t level :
         {GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL})
        git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, int(level), "");
    // Trees of 100 000 entries: without it each question for one file would parse 4 MB anew.
    git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, int(GIT_OBJECT_TREE), size_t(16) << 20);
}

Store::~Store()
{
    d.reset();  // All of libgit2's before libgit2 goes.
    git_libgit2_shutdown();
}

Result<std::shared_ptr<Store>> Store::open(const QString &directory)
{
    const QString root = QDir(directory).absolutePath();
    if (!QDir().mkpath(root + "/repos"_L1))
        return core::diskError(errno);
    std::shared_ptr<Store> store(new Store(std::make_unique<Private>(root)));
    store->d->lock.setFileName(root + "/lock"_L1);
    if (!store->d->lock.open(QIODevice::ReadWrite))
        return core::diskError(errno);
    if (::flock(store->d->lock.handle(), LOCK_EX | LOCK_NB) != 0)
        return Error{Error::Kind::Conflict, u"Another hub already serves this directory."_s};
    store->d->readAll();
    return store;
}

std::optional<Error> Store::createRepo(const RepoName &name, RepoInfo info)
{
    if (!name.isValid())
        return Error{Error::Kind::Refused, u"That is no name for a repository."_s};
    if (!info.createdAt.isValid())
        info.createdAt = QDateTime::currentDateTimeUtc();
    const QWriteLocker locker(&d->mutex);
    if (d->repositories.contains(name))
        return Error{Error::Kind::Conflict, u"The repository already exists."_s};
    const QString path = d->pathOf(name);
    QDir(path).removeRecursively();  // Left by one that was killed while it made the repository.
    if (auto error = Repository::create(path, info))
        return error;
    auto repository = Repository::open(name, path);
    if (!repository)
        return git::failure(Error::Kind::Disk);
    d->repositories.insert(name, std::move(repository));
    return {};
}

bool Store::contains(const RepoName &name) const
{
    return repository(name) != nullptr;
}

std::shared_ptr<Repository> Store::repository(const RepoName &name) const
{
    const QReadLocker locker(&d->mutex);
    return d->repositories.value(name);
}

QList<std::shared_ptr<Repository>> Store::repositories(RepoType type) const
{
    QList<std::shared_ptr<Repository>> list;
    const QReadLocker locker(&d->mutex);
    for (auto it = d->repositories.cbegin(); it != d->repositories.cend(); ++it) {
        if (it.key().type == type)
            list += it.value();
    }
    return list;
}

QString Store::largePath(const QByteArray &sha256) const
{
    return d->large.path(sha256);
}

QString Store::directory() const
{
    return d->root;
}

Result<LargeFile> Store::putLarge(QByteArrayView bytes)
{
    QByteArray raw = QByteArray::fromRawData(bytes.data(), bytes.size());
    QBuffer buffer(&raw);
    buffer.open(QIODevice::ReadOnly);
    return d->large.put(buffer);
}

Result<LargeFile> Store::putLargeFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return core::diskError(errno);
    return d->large.put(file);
}

Result<QByteArray> Store::commit(const RepoName &name, const QByteArray &ref, const NewCommit &commit)
{
    const auto target = repository(name);
    if (!target)
        return Error{Error::Kind::NotFound, u"There is no such repository."_s};
    return target->commit(ref.startsWith("refs/") ? ref : "refs/heads/" + ref, commit, d->large);
}

std::optional<Error> Store::createRef(const RepoName &name, const QByteArray &ref, const QByteArray &target)
{
    const auto owner = repository(name);
    return owner ? owner->createRef(ref, target) : Error{Error::Kind::NotFound, u"There is no such repository."_s};
}

std::optional<Error> Store::createBranch(const RepoName &name, const QByteArray &branch, const QByteArray &target)
{
    return createRef(name, "refs/heads/" + branch, target);
}

std::optional<Error> Store::createTag(const RepoName &name, const QByteArray &tag, const QByteArray &target)
{
    return createRef(name, "refs/tags/" + tag, target);
}

std::optional<Error> Store::createPullRequest(const RepoName &name, int number, const QByteArray &target)
{
    return createRef(name, "refs/pr/" + QByteArray::number(number), target);
}

}  // namespace localhub
