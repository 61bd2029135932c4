// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/gitaccess.h"

namespace localhub {

Opened openedForGit(const Hub &hub, const Request &request, RouteValues values)
{
    if (values["name"].endsWith(".git"))
        values["name"].chop(4);
    // The whole repository is asked for: there may be no commit in it yet.
    Opened opened = openedRepo(hub, request, values);
    if (!opened.refusal)
        opened.refusal = gateRefusal(request, opened);
    if (opened.refusal && opened.refusal->status == 401) {
        NamedValues &headers = opened.refusal->headers;
        headers.removeIf([](const auto &header) { return header.first == "WWW-Authenticate"; });
        headers.emplaceBack("WWW-Authenticate", "Basic realm=\"Authentication required\", charset=\"UTF-8\"");
    }
    return opened;
}

}  // namespace localhub
