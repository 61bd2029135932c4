// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/users.h"

#include "localhub/store/reponame.h"

#include <algorithm>

namespace localhub {

static bool isName(const QByteArray &name)
{
    return RepoName{RepoType::Model, name, "x"}.isValid();
}

std::optional<User> User::parse(const QByteArray &text)
{
    const QByteArrayList parts = text.split(':');
    if (parts.size() < 2 || parts.size() > 4 || !isName(parts[0]) || parts[1].isEmpty())
        return {};
    User user{parts[0], parts[1]};
    if (parts.size() > 2) {
        if (parts[2] != "write" && parts[2] != "read")
            return {};
        user.mayWrite = parts[2] == "write";
    }
    if (parts.size() > 3)
        user.organizations = parts[3].split(',');
    return std::ranges::all_of(user.organizations, isName) ? std::optional(user) : std::nullopt;
}

}  // namespace localhub
