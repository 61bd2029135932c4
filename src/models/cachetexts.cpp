// SPDX-License-Identifier: Apache-2.0
#include "models/cachetexts.h"

#include "core/plaintext.h"
#include "core/safename.h"
#include "core/texts.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The translation context of this file.
struct CacheTexts {
    Q_DECLARE_TR_FUNCTIONS(models::CacheTexts)
};

constexpr int kShortCommit = 7;

QString nameOf(const CacheContents &contents, const QString &folder)
{
    const CachedRepo *repo = contents.find(folder);
    return core::visible(repo ? repo->name : folder);
}

QString shortCommit(const QString &commit)
{
    return core::isCommit(commit) ? commit.first(kShortCommit) : core::visible(commit);
}

/// "2 revisions", "all of google/flan-t5-small": what \a plan deletes, for the middle of a sentence.
QString objectOf(const CacheRemoval &plan)
{
    const int wholes = int(std::ranges::count_if(plan.repos, &CacheRemoval::Repo::isWhole));
    if (wholes > 0 && wholes == plan.repos.size())
        return CacheTexts::tr("%Ln repositories", nullptr, wholes);
    if (plan.commits > 0)
        return CacheTexts::tr("%Ln revisions", nullptr, plan.commits);
    return CacheTexts::tr("%Ln partial downloads", nullptr, plan.parts);
}

}  // namespace

QString models::cacheIconOf(CacheKind kind)
{
    switch (kind) {
    case CacheKind::Dataset: return u"dataset"_s;
    case CacheKind::Space: return u"space"_s;
    case CacheKind::Kernel: return u"braces"_s;
    case CacheKind::Model: break;
    }
    return u"model"_s;
}

QString models::cacheHeadOf(const CacheContents &contents)
{
    const int count = int(contents.repos.size());
    const QString size = core::sizeText(contents.bytes());
    return CacheTexts::tr("%1 in %Ln repositories", nullptr, count).arg(size);
}

QString models::problemNoteOf(CacheProblem problem)
{
    switch (problem) {
    case CacheProblem::None: return {};
    case CacheProblem::NoSnapshots: return CacheTexts::tr("No revision");
    case CacheProblem::CommitMissing: return CacheTexts::tr("Incomplete");
    case CacheProblem::Unreadable: return CacheTexts::tr("Not readable");
    default: return CacheTexts::tr("Damaged");
    }
}

models::Tone models::problemToneOf(CacheProblem problem)
{
    switch (problem) {
    case CacheProblem::None: return Tone::Neutral;
    case CacheProblem::NoSnapshots:
    case CacheProblem::CommitMissing: return Tone::Warning;
    default: return Tone::Danger;
    }
}

QString models::problemTextOf(const CachedRepo &repo)
{
    const QString at = core::visible(repo.problemAt);
    switch (repo.problem) {
    case CacheProblem::None: return {};
    case CacheProblem::NotARepository: return CacheTexts::tr("%1 is not a repository.").arg(at);
    case CacheProblem::NoSnapshots: return CacheTexts::tr("No revision of this repository is here.");
    case CacheProblem::RefsIsAFile: return CacheTexts::tr("%1 should be a folder.").arg(at);
    case CacheProblem::FileAmongSnapshots: return CacheTexts::tr("%1 does not belong there.").arg(at);
    case CacheProblem::ContentMissing:
        return CacheTexts::tr("The content of %1 is missing. Download the revision again.").arg(at);
    case CacheProblem::CommitMissing:
        return CacheTexts::tr("%1 names a revision that is not here: other programs do not list this repository.")
            .arg(at);
    case CacheProblem::Unreadable: return CacheTexts::tr("%1 cannot be read.").arg(at);
    }
    return {};
}

QString models::commitNameOf(const CachedCommit &commit)
{
    const QString refs = core::visible(commit.refs.join(u", "_s));
    const QString name = refs.isEmpty() ? CacheTexts::tr("detached") : refs;
    return u"%1 · %2"_s.arg(name, shortCommit(commit.commit));
}

QString models::removalHeadOf(const CacheRemoval &plan)
{
    return CacheTexts::tr("Deleting %1 frees %2").arg(objectOf(plan), core::sizeText(plan.bytes()));
}

QString models::removalNoteOf(const CacheRemoval &plan)
{
    if (plan.stays <= 0)
        return {};
    const QString stays = core::sizeText(plan.stays);
    const QString repo = core::visible(plan.neededBy);
    if (repo.isEmpty())
        return CacheTexts::tr("%1 stays, because other repositories may use it").arg(stays);
    if (plan.neededByCommit.isEmpty())
        return CacheTexts::tr("%1 stays, because %2 uses it too").arg(stays, repo);
    return CacheTexts::tr("%1 stays, because %2 of %3 uses it too").arg(stays, shortCommit(plan.neededByCommit), repo);
}

QString models::removalQuestionOf(const CacheRemoval &plan, const CacheContents &contents)
{
    if (plan.repos.size() != 1)
        return CacheTexts::tr("Delete %1 from this computer?").arg(objectOf(plan));
    const CacheRemoval::Repo &only = plan.repos.constFirst();
    const QString name = nameOf(contents, only.folder);
    if (only.isWhole)
        return CacheTexts::tr("Delete %1 from this computer?").arg(name);
    return CacheTexts::tr("Delete %1 of %2 from this computer?").arg(objectOf(plan), name);
}

QString models::removedTextOf(const RemovalOutcome &outcome)
{
    return CacheTexts::tr("%1 freed.").arg(core::sizeText(outcome.freed));
}

QString models::heldTextOf(const RemovalOutcome &outcome, const CacheContents &contents)
{
    if (outcome.held.isEmpty())
        return {};
    const QString name = nameOf(contents, outcome.held.constFirst());
    const int others = int(outcome.held.size()) - 1;
    if (others == 0)
        return CacheTexts::tr("A download of %1 is running: what it needs was left.").arg(name);
    return CacheTexts::tr("Downloads of %1 and %Ln more are running: what they need was left.", nullptr, others)
        .arg(name);
}
