// SPDX-License-Identifier: Apache-2.0
#include "gui/plantexts.h"

#include "core/texts.h"
#include "transfer/downloadplan.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The translation context of this file.
struct Plan {
    Q_DECLARE_TR_FUNCTIONS(gui::PlanTexts)
};

QString filesText(int files)
{
    return Plan::tr("%Ln files", nullptr, files);
}

/// \a word as one word for a POSIX shell.
QString quoted(const QString &word)
{
    const auto isPlain = [](QChar c) { return c.isLetterOrNumber() || QStringView(u"/._-@:+,").contains(c); };
    if (!word.isEmpty() && std::ranges::all_of(word, isPlain))
        return word;
    return u'\'' + QString(word).replace(u'\'', "'\\''"_L1) + u'\'';
}

}  // namespace

QString gui::planText(const DownloadPlan &plan)
{
    if (plan.files.isEmpty())
        return Plan::tr("Nothing chosen");
    if (plan.filesToFetch() == 0)
        return filesText(int(plan.files.size())) + u" · "_s + Plan::tr("all here");
    return filesText(plan.filesToFetch()) + u" · "_s
        + Plan::tr("%1 to download").arg(core::sizeText(plan.bytesToFetch()));
}

QStringList gui::planNotes(const DownloadPlan &plan, qint64 free)
{
    QStringList notes;
    if (plan.bytesHere() > 0)
        notes << Plan::tr("%1 already here").arg(core::sizeText(plan.bytesHere()));
    if (!plan.refused.isEmpty())
        notes << Plan::tr("Left out, since their names must not be written: %Ln", nullptr, int(plan.refused.size()));
    if (free >= 0 && free < plan.bytesToFetch())
        notes << Plan::tr("Only %1 free in the cache").arg(core::sizeText(free));
    else if (free >= 0)
        notes << freeText(free);
    return notes;
}

QString gui::freeText(qint64 free)
{
    return free < 0 ? QString() : Plan::tr("%1 free in the cache").arg(core::sizeText(free));
}

QString gui::downloadCommand(const DownloadWish &wish, const QUrl &endpoint)
{
    QStringList words;
    if (!endpoint.isEmpty())
        words << u"HF_ENDPOINT="_s + quoted(endpoint.toString(QUrl::FullyEncoded));
    words << QStringList{u"hf"_s, u"download"_s, quoted(wish.repo.name)};
    if (wish.repo.type != RepoType::Model)
        words << u"--repo-type"_s << core::pluralOf(wish.repo.type).chopped(1);
    for (const QString &path : wish.paths)
        words << quoted(path);
    if (wish.revision != "main"_L1)
        words << u"--revision"_s << quoted(wish.revision);
    for (const QString &pattern : wish.exclude)
        words << u"--exclude"_s << quoted(pattern);
    return words.join(u' ');
}
