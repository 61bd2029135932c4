// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/seeder.h"

#include "localhub/store/repository.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

using namespace seed;

static bool isLarge(const QByteArray &path)
{
    static constexpr QByteArrayView kSuffixes[] = {".safetensors", ".gguf", ".onnx", ".zip", ".png"};
    return std::ranges::any_of(kSuffixes, [&](QByteArrayView suffix) { return path.endsWith(suffix); });
}

void Seeder::createRepo(const RepoName &name, const RepoInfo &info)
{
    if (m_error || m_store.contains(name))
        return;
    keep(m_store.createRepo(name, info));
    m_new << name;
}

QByteArray Seeder::commit(const RepoName &name, const QByteArray &ref, const Step &step)
{
    if (m_error)
        return {};
    if (const QByteArray id = made(name, ref, step); !id.isEmpty())
        return id;
    NewCommit commit{.authorName = step.author,
                     .authorEmail = step.author + "@example.org",
                     .time = step.time,
                     .message = step.message,
                     .parent = {},
                     .changes = {}};
    commit.changes.reserve(step.files.size() + step.removed.size());
    for (const QByteArray &path : step.removed)
        commit.changes << Change::remove(path);
    for (const File &file : step.files)
        commit.changes << changeFor(file);
    if (m_error)
        return {};
    const Result<QByteArray> id = m_store.commit(name, ref, commit);
    if (id)
        return *id;
    keep(id.error());
    return {};
}

void Seeder::createBranch(const RepoName &name, const QByteArray &branch, const QByteArray &target)
{
    if (!m_error)
        keepUnlessThere(m_store.createBranch(name, branch, target));
}

void Seeder::createTag(const RepoName &name, const QByteArray &tag, const QByteArray &target)
{
    if (!m_error)
        keepUnlessThere(m_store.createTag(name, tag, target));
}

void Seeder::createPullRequest(const RepoName &name, int number, const QByteArray &target)
{
    if (!m_error)
        keepUnlessThere(m_store.createPullRequest(name, number, target));
}

/// The commit that \a step became in an earlier run; empty where it did not come so far.
QByteArray Seeder::made(const RepoName &name, const QByteArray &ref, const Step &step) const
{
    const auto repository = m_new.contains(name) ? nullptr : m_store.repository(name);
    if (!repository)
        return {};
    const QByteArray title = step.message.split('\n').first();
    return repository->with([&](const GitRepo &repo) -> QByteArray {
        const auto tip = repo.resolve(ref.startsWith("refs/") ? ref : "refs/heads/" + ref);
        for (const QByteArray &id : tip ? repo.history(*tip) : QList<QByteArray>()) {
            const auto commit = repo.commit(id);
            if (commit && commit->title == title && commit->time == step.time && commit->authorName == step.author)
                return id;
        }
        return {};
    });
}

Change Seeder::changeFor(const File &file)
{
    if (m_error || !isLarge(file.path))
        return Change::put(file.path, file.bytes);
    const Result<LargeFile> large = m_store.putLarge(file.bytes);
    if (large)
        return Change::putLarge(file.path, *large);
    keep(large.error());
    return {};
}

void Seeder::keep(const std::optional<Error> &error)
{
    if (!m_error)
        m_error = error;
}

void Seeder::keepUnlessThere(const std::optional<Error> &error)
{
    if (error && error->kind != Error::Kind::Conflict)
        keep(error);
}

QDateTime seed::utc(const QByteArray &text)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(text), u"yyyy-MM-dd HH:mm"_s);
    time.setTimeZone(QTimeZone::utc());
    return time;
}

}  // namespace localhub
