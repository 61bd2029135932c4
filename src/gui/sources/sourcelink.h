// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/location.h"

#include <QUrl>

/// What somebody pasted where a repository is to be named: what it names and, where it is a web address, on which Hub.
struct SourceLink {
    Location location;
    QUrl hub = {};  ///< Not valid where the text does not say it.
};

namespace gui {

/// Reads whatever core::parseLocation() reads, and web addresses of any Hub: of one of \a hubs first, since some have a
/// path of their own. Error::Kind::Refused with a sentence for people.
Result<SourceLink> readSourceLink(const QString &text, const QList<QUrl> &hubs);

}  // namespace gui
