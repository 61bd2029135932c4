// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/repoid.h"

#include <QStringList>

/// What searches are commonly narrowed to, as the Hub's tags name it, the commonest first. The Hub has no short list.
namespace gui {

QStringList commonTasks(RepoType type);      ///< None for Spaces.
QStringList commonLibraries(RepoType type);  ///< Of Spaces their SDKs.
QStringList commonLicenses();

}  // namespace gui
