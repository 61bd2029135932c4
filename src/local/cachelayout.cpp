// SPDX-License-Identifier: Apache-2.0
#include "local/cachelayout.h"

using namespace Qt::Literals::StringLiterals;

QString CacheLayout::folderName(const RepoId &repo)
{
    QString name = repo.name;
    return core::pluralOf(repo.type) + "--"_L1 + name.replace(u'/', "--"_L1);
}

QString CacheLayout::repo(const RepoId &repo) const
{
    return m_root + u'/' + folderName(repo);
}

QString CacheLayout::blobs(const RepoId &repo) const
{
    return this->repo(repo) + "/blobs"_L1;
}

QString CacheLayout::blob(const RepoId &repo, const QString &etag) const
{
    return blobs(repo) + u'/' + etag;
}

QString CacheLayout::part(const RepoId &repo, const QString &etag) const
{
    return blob(repo, etag) + ".hubdeck.part"_L1;
}

QString CacheLayout::snapshot(const RepoId &repo, const QString &commit) const
{
    return this->repo(repo) + "/snapshots/"_L1 + commit;
}

QString CacheLayout::pointer(const RepoId &repo, const QString &commit, const QString &path) const
{
    return snapshot(repo, commit) + u'/' + path;
}

QString CacheLayout::ref(const RepoId &repo, const QString &revision) const
{
    return this->repo(repo) + "/refs/"_L1 + revision;
}

QString CacheLayout::tree(const RepoId &repo, const QString &commit) const
{
    return this->repo(repo) + "/trees/"_L1 + commit + ".json"_L1;
}

QString CacheLayout::noExist(const RepoId &repo, const QString &commit, const QString &path) const
{
    return this->repo(repo) + "/.no_exist/"_L1 + commit + u'/' + path;
}

QString CacheLayout::lock(const RepoId &repo, const QString &etag) const
{
    return m_root + "/.locks/"_L1 + folderName(repo) + u'/' + etag + ".lock"_L1;
}
