// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hubid.h"
#include "core/remotefile.h"
#include "core/repoid.h"

#include <QStringList>

#include <optional>

/// What somebody wants to have on this computer: files of one repository at one revision.
struct DownloadWish {
    RepoId repo;
    QString revision = QStringLiteral("main");
    QString commit = {};       ///< What \a revision stands for, where the asker knows; else the Hub is asked.
    QStringList paths = {};    ///< Files and folders; empty: everything.
    QStringList include = {};  ///< Patterns (core/glob.h) on top of \a paths.
    QStringList exclude = {};
    QString folder = {};  ///< A plain folder to fill; empty: the shared cache.
    std::optional<RemoteFiles> tree
        = {};                   ///< The complete list of \a commit, where the asker has it: saves a question.
    bool isSingleFile = false;  ///< \a paths is one file, asked for alone: its headers are enough, as in
                                ///< huggingface_hub's hf_hub_download; no list of the commit is kept.
    HubId hub = {};             ///< Whom to ask.
    bool wasPlanned = false;    ///< By an earlier run, which wrote what \a revision stood for: that may have moved
                                ///< since, and is left alone.
};
