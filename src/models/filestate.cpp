// SPDX-License-Identifier: Apache-2.0
#include "models/filestate.h"

#include <QCoreApplication>

namespace models {

namespace {

/// The translation context of this file.
struct States {
    Q_DECLARE_TR_FUNCTIONS(models::FileState)
};

}

QString textOf(FileState state)
{
    switch (state) {
    case FileState::Remote: return States::tr("Remote");
    case FileState::Queued: return States::tr("Queued");
    case FileState::Cached: return States::tr("Cached");
    case FileState::OtherRevision: return States::tr("Other revision");
    case FileState::Damaged: return States::tr("Damaged");
    case FileState::Running:
    case FileState::Partly: break;
    }
    return {};
}

}
