// SPDX-License-Identifier: Apache-2.0
#include "gui/repofacts.h"

#include "core/plaintext.h"
#include "core/texts.h"
#include "models/fileicon.h"

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

/// "text-generation" as people write it: "Text generation".
QString words(QString tag)
{
    tag = core::visible(tag.replace(u'-', u' '));
    if (!tag.isEmpty())
        tag[0] = tag[0].toUpper();
    return tag;
}

/// "cc-by-4.0" as people write it: "CC BY 4.0"; "apache-2.0": "Apache 2.0".
QString licenseText(const QString &license)
{
    static const QStringList abbreviations{u"mit"_s,  u"bsd"_s,  u"isc"_s,  u"cc"_s,   u"cc0"_s,  u"by"_s,   u"nc"_s,
                                           u"nd"_s,   u"sa"_s,   u"gpl"_s,  u"lgpl"_s, u"agpl"_s, u"gfdl"_s, u"mpl"_s,
                                           u"epl"_s,  u"eupl"_s, u"osl"_s,  u"afl"_s,  u"ecl"_s,  u"bsl"_s,  u"odc"_s,
                                           u"pddl"_s, u"ofl"_s,  u"lppl"_s, u"ncsa"_s, u"wtfpl"_s};
    QStringList parts = words(license).split(u' ');
    for (QString &part : parts) {
        if (abbreviations.contains(part, Qt::CaseInsensitive))
            part = part.toUpper();
    }
    return parts.join(u' ');
}

}  // namespace

QList<look::Badge> gui::factsOf(const RepoInfo &info, RepoType type, bool isOffline)
{
    using models::Tone;
    QList<look::Badge> facts;
    if (isOffline)
        facts << look::Badge{say("Offline: what is cached"), u"offline"_s, Tone::Warning};
    const QString about = words(type == RepoType::Space ? info.sdk : info.task);
    facts << look::Badge{about.isEmpty() ? kindOf(type) : kindOf(type) + u" · "_s + about, models::repoIconOf(type)};
    if (!info.license.isEmpty())
        facts << look::Badge{licenseText(info.license), u"shield"_s};
    if (info.downloads >= 0)
        facts << look::Badge{say("%1 downloads a month").arg(core::countText(info.downloads)), u"download"_s};
    if (info.likes >= 0)
        facts << look::Badge{core::countText(info.likes), u"heart"_s};
    if (info.gate != RepoInfo::Gate::None)
        facts << look::Badge{say("Gated"), u"lock"_s, Tone::Warning};
    if (info.isPrivate)
        facts << look::Badge{say("Private"), u"eye"_s};
    return facts;
}
