// SPDX-License-Identifier: Apache-2.0
#include "local/cacheremoval.h"

#include <QFile>

#include <algorithm>

namespace {

/// Plans one deletion, repository by repository; what the shared store frees is known at the end alone.
class Planner
{
public:
    explicit Planner(const CacheContents &contents) : m_contents(contents)
    {
        for (const CachedRepo &repo : contents.repos) {
            for (const CachedContent &content : repo.contents) {
                if (content.isElsewhere())
                    m_usedFromElsewhere.insert(content.path);
            }
        }
    }

    void add(const CacheChoice &choice);
    CacheRemoval plan();

private:
    bool isUsedFromElsewhere(const CachedRepo &repo, const CachedContent &content) const
    {
        return !m_usedFromElsewhere.isEmpty()
            && m_usedFromElsewhere.contains(QFile::encodeName(m_contents.root + u'/' + repo.folder + u'/')
                                            + content.path);
    }
    void addCommits(const CachedRepo &repo, CacheRemoval::Repo &removed);
    void remove(const CachedRepo &repo, const CachedContent &content, CacheRemoval::Repo &removed);
    void keep(const CachedContent &content, const CachedRepo &repo, const QString &commit);

    const CacheContents &m_contents;
    QSet<QByteArray> m_usedFromElsewhere;         // Contents of a repository that links of another lead to.
    QHash<QByteArray, QSet<QByteArray>> m_links;  // By payload: the links to it that go.
    QHash<std::pair<QString, QString>, qint64> m_needs;
    CacheRemoval m_plan;
};

void Planner::add(const CacheChoice &choice)
{
    const CachedRepo *repo = m_contents.find(choice.folder);
    if (!repo)
        return;
    CacheRemoval::Repo removed{repo->folder};
    for (const CachedCommit &commit : repo->commits) {
        if (choice.isAll || choice.commits.contains(commit.commit)) {
            removed.commits << commit.commit;
            removed.refs << commit.refs;
        }
    }
    const bool isUsed = std::ranges::any_of(
        repo->contents, [&](const CachedContent &content) { return isUsedFromElsewhere(*repo, content); });
    removed.isWhole
        = !isUsed && (choice.isAll || !removed.commits.isEmpty()) && removed.commits.size() == repo->commits.size();
    addCommits(*repo, removed);
    if (removed.isWhole)
        m_plan.extra += repo->unusedBytes;
    if (removed.isWhole || choice.parts) {
        for (const CachedPart &part : repo->parts)
            removed.parts << part.name;
        m_plan.extra += repo->partBytes();
    }
    if (!removed.isWhole && removed.commits.isEmpty() && removed.parts.isEmpty())
        return;
    m_plan.commits += int(removed.commits.size());
    m_plan.parts += int(removed.parts.size());
    m_plan.repos << removed;
}

void Planner::addCommits(const CachedRepo &repo, CacheRemoval::Repo &removed)
{
    QList<const CachedCommit *> keepers(repo.contents.size());  // By content: a commit that stays and needs it.
    QList<bool> isChosen(repo.contents.size());
    for (const CachedCommit &commit : repo.commits) {
        const bool goes = removed.commits.contains(commit.commit);
        for (const int content : commit.contents) {
            if (goes)
                isChosen[content] = true;
            else if (!keepers[content])
                keepers[content] = &commit;
        }
    }
    for (qsizetype i = 0; i < repo.contents.size(); ++i) {
        const CachedContent &content = repo.contents[i];
        if (!isChosen[i])
            continue;
        if (keepers[i])
            keep(content, repo, keepers[i]->refs.value(0, keepers[i]->commit));
        else if (!isUsedFromElsewhere(repo, content))
            remove(repo, content, removed);
        else
            keep(content, {}, {});
    }
}

void Planner::remove(const CachedRepo &repo, const CachedContent &content, CacheRemoval::Repo &removed)
{
    if (content.isElsewhere())
        return;               // Not of this cache: its link goes, nothing else.
    constexpr int blobs = 6;  // "blobs/"
    if (content.path.startsWith("blobs/"))
        removed.blobs << content.path.mid(blobs);
    if (content.payload.isEmpty() && !repo.isLink)
        m_plan.freed += content.bytes;
    else
        m_links[content.payload].insert(QFile::encodeName(repo.folder) + '/' + content.path);
}

void Planner::keep(const CachedContent &content, const CachedRepo &repo, const QString &commit)
{
    m_plan.stays += content.bytes;
    m_needs[{repo.name, commit}] += content.bytes;
}

CacheRemoval Planner::plan()
{
    for (auto links = m_links.cbegin(); links != m_links.cend(); ++links) {
        const SharedPayload payload = m_contents.payloads.value(links.key());
        const QSet<QByteArray> users = payload.users.value_or(QSet<QByteArray>());
        const QSet<QByteArray> others = users - *links;
        if (!users.isEmpty() && others.isEmpty()) {
            m_plan.freed += payload.bytes;
            continue;
        }
        const QString folder = others.isEmpty() ? QString() : QFile::decodeName(others.cbegin()->split('/').first());
        const CachedRepo *other = m_contents.find(folder);
        keep({{}, payload.bytes}, {{}, {}, other ? other->name : QString()}, {});
    }
    qint64 most = 0;
    for (auto need = m_needs.cbegin(); need != m_needs.cend(); ++need) {
        if (*need <= most)
            continue;
        most = *need;
        std::tie(m_plan.neededBy, m_plan.neededByCommit) = need.key();
    }
    return m_plan;
}

}  // namespace

CacheRemoval local::planRemoval(const CacheContents &contents, const QList<CacheChoice> &choices)
{
    Planner planner(contents);
    for (const CacheChoice &choice : choices)
        planner.add(choice);
    return planner.plan();
}
