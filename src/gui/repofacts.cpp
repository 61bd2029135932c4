// SPDX-License-Identifier: Apache-2.0
#include "gui/repofacts.h"

#include "core/texts.h"
#include "models/fileicon.h"
#include "models/tagtexts.h"
#include "models/tasktexts.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The translation context of this file.
struct Facts {
    Q_DECLARE_TR_FUNCTIONS(gui::RepoFacts)
};

QString kindOf(RepoType type)
{
    switch (type) {
    case RepoType::Dataset: return Facts::tr("Dataset");
    case RepoType::Space: return Facts::tr("Space");
    case RepoType::Model: break;
    }
    return Facts::tr("Model");
}

}  // namespace

QList<look::Badge> gui::factsOf(const RepoInfo &info, RepoType type, bool isOffline, const QString &asker)
{
    using models::Tone;
    QList<look::Badge> facts;
    if (isOffline)
        facts << look::Badge{Facts::tr("Offline: what is cached"), u"offline"_s, Tone::Warning};
    if (!asker.isEmpty())
        facts << look::Badge{asker, u"user"_s, Tone::Accent};
    const QString about = type == RepoType::Space ? models::wordsOf(info.sdk) : models::taskText(info.task);
    facts << look::Badge{about.isEmpty() ? kindOf(type) : kindOf(type) + u" · "_s + about, models::repoIconOf(type)};
    if (!info.license.isEmpty())
        facts << look::Badge{models::licenseText(info.license), u"shield"_s};
    if (info.downloads >= 0)
        facts << look::Badge{models::downloadsText(info.downloads), u"download"_s};
    if (info.likes >= 0)
        facts << look::Badge{core::countText(info.likes), u"heart"_s, Tone::Neutral, false,
                             models::likesText(info.likes)};
    if (info.gate != RepoInfo::Gate::None)
        facts << look::Badge{Facts::tr("Gated"), u"lock"_s, Tone::Warning};
    if (info.isPrivate)
        facts << look::Badge{Facts::tr("Private"), u"eye"_s};
    return facts;
}
