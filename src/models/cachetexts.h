// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/cacheremover.h"
#include "models/tone.h"

/// How the cache is told to people.
namespace models {

QString cacheIconOf(CacheKind kind);
QString cacheHeadOf(const CacheContents &contents);  ///< "48.2 GB in 37 repositories"

QString problemNoteOf(CacheProblem problem);  ///< A word or two, for a column.
Tone problemToneOf(CacheProblem problem);
QString problemTextOf(const CachedRepo &repo);  ///< A sentence that says where.

QString commitNameOf(const CachedCommit &commit);  ///< "main · 5617a9f", "detached · babcf60"

QString removalHeadOf(const CacheRemoval &plan);  ///< "Deleting 2 revisions frees 5.05 GB"
QString removalNoteOf(const CacheRemoval &plan);  ///< Why the rest stays; empty where nothing does.
/// What is asked before: names the one thing, or counts them.
QString removalQuestionOf(const CacheRemoval &plan, const CacheContents &contents);
QString removedTextOf(const RemovalOutcome &outcome);
QString heldTextOf(const RemovalOutcome &outcome, const CacheContents &contents);  ///< What was left, and why.

}  // namespace models
