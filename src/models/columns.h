// SPDX-License-Identifier: Apache-2.0
#pragma once

// Figures stand at the right in every language, so the heads of their columns answer Qt::TextAlignmentRole with
// Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter.

/// The columns of the model of one folder of a repository.
namespace models::FileColumn {

enum { Name, Size, State, Change, When, Count };

}

/// The columns of the model of jobs and their files.
namespace models::TransferColumn {

enum { Name, Progress, Size, Speed, Left, State, Count };

}

/// The columns of the model of the cache.
namespace models::CacheColumn {

enum { Name, Share, Size, Files, Used, Note, Count };

}
