// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/cachecontents.h"

/// The blob store of a cache, "blobs/" in its root, where huggingface_hub keeps one copy of a content for all
/// repositories: each has a link to it, and beside the copy stands a list of those links.
///
/// The list is a hint: a line counts only where that link is there and leads here. Without a list nothing is deleted.
namespace local {

/// Whether \a root has a store that is marked as one of the layout known here.
bool hasSharedStore(const QString &root);

/// All that is in it, by name; nothing where there is none. \a root without links in it.
QHash<QByteArray, SharedPayload> sharedPayloads(const QString &root);

/// The name of the content in the store of \a root that a link of this \a text in \a folder's blobs/ leads to; empty
/// where it leads elsewhere.
QByteArray payloadOfLink(const QByteArray &text, const QByteArray &folder, const QByteArray &root);

/// Deletes the content \a payload where no link needs it any more; else its list becomes right. Under its lock, for
/// which it waits half a second at the most. Answers the bytes that this freed.
qint64 sweepPayload(const QString &root, const QByteArray &payload);

}  // namespace local
