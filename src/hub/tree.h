// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remotefile.h"
#include "core/repoid.h"
#include "hub/apicall.h"
#include "hub/page.h"

/// A row of a folder on the Hub.
struct TreeEntry {
    bool isFolder = false;
    RemoteFile file;  ///< Of a folder only \a path counts.
};

namespace hub {

/// GET /api/{T}/{id}/tree/{revision}[/{path}], up to 1 000 entries a page. \a path empty: the root.
/// With \a recursive all that lies below. Errors: NotFound, NoRevision, NoEntry (also where \a path is a file),
/// BadReply.
ApiCall<Page<TreeEntry>> tree(const RepoId &id, const QString &revision, const QString &path, bool recursive);

/// An entry with no path, or a size below 0, spoils the page: BadReply.
Result<Page<TreeEntry>> parseTree(const Reply &reply);

}  // namespace hub
