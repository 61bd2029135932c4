// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/access.h"

#include "localhub/api/refusals.h"

namespace localhub {

namespace {

QByteArray tokenOf(const QByteArray &authorization)
{
    if (authorization.toLower().startsWith("bearer "))
        return authorization.sliced(7).trimmed();
    if (authorization.toLower().startsWith("basic ")) {
        const QByteArray pair = QByteArray::fromBase64(authorization.sliced(6).trimmed());
        return pair.sliced(pair.indexOf(':') + 1);
    }
    return authorization;
}

}  // namespace

bool Caller::mayRead(const RepoState &repo) const
{
    return !repo.info.isPrivate || (owns(repo) && token->allows(kReadContent, repo.name));
}

Caller callerOf(const Hub &hub, const Request &request)
{
    const QByteArray authorization = request.header("Authorization");
    if (authorization.isEmpty())
        return {};
    const Accounts::SignIn signIn = hub.accounts->byToken(tokenOf(authorization));
    return {signIn.user, signIn.token, signIn.user == nullptr};
}

Opened openedRepo(const Hub &hub, const Request &request, const RouteValues &values)
{
    Opened opened{callerOf(hub, request)};
    const auto type = repoTypeOf(values["type"]);
    if (!type) {
        opened.refusal = refusal::notFound();
        return opened;
    }
    opened.repo = hub.store->repository({*type, values["owner"], values["name"]});
    if (opened.repo)
        opened.state = opened.repo->state();
    if (opened.caller.isInvalid)
        opened.refusal = refusal::invalidCredentials();
    else if (!opened.repo || !opened.caller.maySee(opened.state))
        opened.refusal = refusal::repoNotFound(request, opened.caller.user);
    else if (!opened.caller.mayRead(opened.state))
        opened.refusal = refusal::missingPermission(opened.state.name, kReadContent);
    return opened;
}

static void resolveRevision(Opened &opened, const RouteValues &values)
{
    const QByteArray revision = values.value("revision", "HEAD");
    const auto commit = opened.repo->with([&](const GitRepo &repo) { return repo.resolve(revision); });
    if (commit)
        opened.commit = *commit;
    else
        opened.refusal = refusal::revisionNotFound(revision);
}

Opened openedRevision(const Hub &hub, const Request &request, const RouteValues &values)
{
    Opened opened = openedRepo(hub, request, values);
    if (!opened.refusal)
        resolveRevision(opened, values);
    return opened;
}

Opened openedFiles(const Hub &hub, const Request &request, const RouteValues &values)
{
    Opened opened = openedRepo(hub, request, values);
    const bool isPublic = opened.repo && !opened.state.info.isPrivate;
    if (opened.refusal && !(isPublic && opened.caller.isInvalid))
        return opened;
    // For the files of a gated repository a token that is nobody's counts as none.
    opened.refusal = gateRefusal(request, opened);
    if (!opened.refusal)
        resolveRevision(opened, values);
    return opened;
}

std::optional<Response> gateRefusal(const Request &request, const Opened &opened)
{
    const RepoName &name = opened.state.name;
    const RepoInfo &info = opened.state.info;
    if (info.gate == Gate::None)
        return {};
    if (!opened.caller.user)
        return refusal::gatedFromAll(name);
    const auto asked = info.requests.of(QString::fromUtf8(opened.caller.user->name));
    if (!opened.caller.owns(opened.state) && (!asked || asked->status != AccessRequest::Status::Accepted))
        return refusal::gated(request, name, asked);
    if (!opened.caller.token->allowsGated(name))
        return refusal::forbidden("Please enable access to public gated repositories in your fine-grained token "
                                  "settings to view this repository.");
    return {};
}

void addWebRoute(Router &router, const QByteArray &method, const QByteArray &pattern, const Router::Handler &handler)
{
    for (const RepoType type : {RepoType::Dataset, RepoType::Space, RepoType::Model}) {
        const QByteArray name = plural(type);
        const QByteArray prefix = type == RepoType::Model ? QByteArray() : name + '/';
        router.add(method, prefix + pattern, [handler, name](const Request &request, RouteValues values) {
            values.insert("type", name);
            return handler(request, values);
        });
    }
}

}  // namespace localhub
