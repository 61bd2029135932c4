// SPDX-License-Identifier: Apache-2.0
#include "gui/repofacts.h"

#include "core/texts.h"
#include "models/fileicon.h"
#include "models/tagtexts.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("gui", text);
}

QString kindOf(RepoType type)
{
    switch (type) {
    case RepoType::Dataset: return say("Dataset");
    case RepoType::Space: return say("Space");
    case RepoType::Model: break;
    }
    return say("Model");
}

}  // namespace

QList<look::Badge> gui::factsOf(const RepoInfo &info, RepoType type, bool isOffline)
{
    using models::Tone;
    QList<look::Badge> facts;
    if (isOffline)
        facts << look::Badge{say("Offline: what is cached"), u"offline"_s, Tone::Warning};
    const QString about = models::wordsOf(type == RepoType::Space ? info.sdk : info.task);
    facts << look::Badge{about.isEmpty() ? kindOf(type) : kindOf(type) + u" · "_s + about, models::repoIconOf(type)};
    if (!info.license.isEmpty())
        facts << look::Badge{models::licenseText(info.license), u"shield"_s};
    if (info.downloads >= 0)
        facts << look::Badge{say("%1 downloads a month").arg(core::countText(info.downloads)), u"download"_s};
    if (info.likes >= 0) {
        const QString likes = core::countText(info.likes);
        facts << look::Badge{likes, u"heart"_s, Tone::Neutral, false, say("liked by %1").arg(likes)};
    }
    if (info.gate != RepoInfo::Gate::None)
        facts << look::Badge{say("Gated"), u"lock"_s, Tone::Warning};
    if (info.isPrivate)
        facts << look::Badge{say("Private"), u"eye"_s};
    return facts;
}
