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
    return !repo.info.isPrivate || (user && user->owns(repo.name.owner));
}

bool Caller::mayReadFiles(const RepoState &repo) const
{
    return repo.info.gate == Gate::None
        || (user && (user->owns(repo.name.owner) || repo.info.admitted.contains(QString::fromUtf8(user->name))));
}

Caller callerOf(const Hub &hub, const Request &request)
{
    const QByteArray authorization = request.header("Authorization");
    if (authorization.isEmpty())
        return {};
    const User *user = hub.users.byToken(tokenOf(authorization));
    return {user, user == nullptr};
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
    else if (!opened.repo || !opened.caller.mayRead(opened.state))
        opened.refusal = refusal::repoNotFound(opened.caller.user);
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
    if (!opened.caller.mayReadFiles(opened.state))
        opened.refusal = refusal::gated(opened.state.name.id(), opened.caller.user);
    if (!opened.refusal)
        resolveRevision(opened, values);
    return opened;
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
