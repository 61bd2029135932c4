// SPDX-License-Identifier: Apache-2.0
#include "gui/sources/sourcelink.h"

#include "core/hubhost.h"
#include "hub/url.h"
#include "local/source.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// \a text with the scheme that it lacks, where it begins with the host of a Hub that is known.
QString withScheme(const QString &text, const QList<QUrl> &hubs)
{
    const QString host = text.section(u'/', 0, 0).toLower();
    if (core::isHuggingFace(host))
        return u"https://"_s + text;
    const auto known = std::ranges::find(hubs, host, [](const QUrl &hub) { return hub.authority(); });
    return known == hubs.end() ? text : known->scheme() + u"://"_s + text;
}

}  // namespace

Result<SourceLink> gui::readSourceLink(const QString &text, const QList<QUrl> &hubs)
{
    const QString whole = withScheme(text.trimmed(), hubs);
    const QUrl url(whole, QUrl::TolerantMode);
    QUrl hub;
    if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) {
        const auto known = std::ranges::find_if(hubs, [&url](const QUrl &hub) { return hub::isSameOrigin(url, hub); });
        const QString origin = core::isHuggingFace(url.host()) ? u"https://huggingface.co"_s : hub::originOf(url);
        hub = known == hubs.end() ? Source::endpointOf(origin) : *known;
    }
    const Result<Location> location = core::parseLocation(whole, hub);
    if (!location)
        return location.error();
    return SourceLink{*location, hub};
}
