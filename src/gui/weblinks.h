// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/location.h"

#include <QUrl>

/// The pages of a Hub's web site that the window sends people to, and the one door to the browser.
namespace gui {

QUrl repoUrl(const QUrl &endpoint, const Location &location);  ///< The page of a repository at a revision.
QUrl commitUrl(const QUrl &endpoint, const RepoId &repo, const QString &commit);
/// The page of a file or folder of it; a file's own page shows what is in it.
QUrl fileUrl(const QUrl &endpoint, const Location &location, bool isFile);
QUrl uploadUrl(const QUrl &endpoint, const Location &location);  ///< Its page for adding files.
QUrl newRepoUrl(const QUrl &endpoint, RepoType type);
QUrl tokensUrl(const QUrl &endpoint);  ///< Its page for making access tokens.

/// Whether \a url may be handed to the browser: https alone.
bool mayOpen(const QUrl &url);

/// Hands \a url to the browser; false where it must not be or cannot be. Its host must have been on screen.
bool openInBrowser(const QUrl &url);

/// Shows \a path, a file or folder of ours, in the desktop's file manager; never opens the file itself.
void showInFolder(const QString &path);

}  // namespace gui
