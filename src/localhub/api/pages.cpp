// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/access.h"
#include "localhub/api/htmlpage.h"
#include "localhub/api/refusals.h"
#include "localhub/api/routes.h"

using namespace Qt::Literals::StringLiterals;

namespace localhub {

static QString sentenceOf(const RepoState &state)
{
    switch (state.info.gate) {
    case Gate::None: return u"A repository of this hub."_s;
    case Gate::Auto: return u"A repository of this hub. Whoever asks for its files gets them."_s;
    case Gate::Manual: return u"A repository of this hub. Its owner decides who gets its files."_s;
    }
    return {};
}

/// Where forms lead back to; there is more to see in a client.
static Response repository(const Hub &hub, const Request &request, const RouteValues &values)
{
    const Opened opened = openedRepo(hub, request, values);
    if (opened.refusal)
        return opened.caller.isInvalid ? *opened.refusal : refusal::notFound();
    return htmlPage(QString::fromLatin1(opened.state.name.id()), htmlParagraph(sentenceOf(opened.state)));
}

void addPageRoutes(Router &router, const Hub &hub)
{
    addWebRoute(router, "GET", ":owner/:name",
                [&hub](const Request &request, const RouteValues &values) { return repository(hub, request, values); });
}

}  // namespace localhub
