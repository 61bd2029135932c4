// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/store/reponame.h"

#include <QString>

/// What the Hub's JSON says of users and organizations everywhere in the same way: their id for ever, their address.
namespace localhub {

QString accountId(const QByteArray &name);
QString emailOf(const QByteArray &user);
QString repoObjectId(const RepoName &name);

}  // namespace localhub
