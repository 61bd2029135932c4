// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "localhub/server.h"

#include <QStringList>

namespace localhub {

/// What the command line asks for.
struct Options {
    struct Folder {
        RepoName name;
        QString path;
    };

    QString directory;
    Server::Options server;
    QString seed;  ///< Empty or "demo".
    QList<Folder> folders;
    bool endsWithStdin = false;  ///< When whoever started it is gone, however that happened.
};

/// \a arguments begin with the program's name. Ends the process for --help and --version.
Result<Options> parsedOptions(const QStringList &arguments);

}  // namespace localhub
