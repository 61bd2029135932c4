// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/repoinfo.h"

class QJsonValue;

/// What the answers about one repository and about many have in common.
namespace hub {

/// The Hub says false, "auto" or "manual"; a word that we do not know is a gate all the same.
RepoInfo::Gate gateOf(const QJsonValue &value);

/// What follows \a prefix in the first of \a tags that begins so: "mit" of "license:mit".
QString taggedValue(const QStringList &tags, QLatin1StringView prefix);

}  // namespace hub
