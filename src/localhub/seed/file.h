// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace localhub::seed {

/// A file of a repository and its bytes.
struct File {
    QByteArray path;
    QByteArray bytes;
};

}  // namespace localhub::seed
