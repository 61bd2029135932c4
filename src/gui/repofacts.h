// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/widgets/badge.h"
#include "hub/repoinfo.h"

namespace gui {

/// What stands below a repository's name, the most telling first: kind and task, licence, downloads, likes, and whether
/// it is gated, private or shown from the cache alone. \a asker: who asks which Hub, where that is not what it is for
/// all others.
QList<look::Badge> factsOf(const RepoInfo &info, RepoType type, bool isOffline, const QString &asker = {});

}  // namespace gui
