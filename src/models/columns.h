// SPDX-License-Identifier: Apache-2.0
#pragma once

/// The columns of the model of one folder of a repository.
namespace models::FileColumn {

enum { Name, Size, State, Change, When, Count };

}

/// The columns of the model of jobs and their files.
namespace models::TransferColumn {

enum { Name, Progress, Size, Speed, Left, State, Count };

}
