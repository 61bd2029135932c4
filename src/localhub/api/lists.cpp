// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/access.h"
#include "localhub/api/paging.h"
#include "localhub/api/refusals.h"
#include "localhub/api/repojson.h"
#include "localhub/api/routes.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

constexpr qint64 kPage = 100;
constexpr qint64 kLargestPage = 1000;

struct Item {
    std::shared_ptr<Repository> repo;
    RepoState state;
    double key;  ///< What it is sorted by.
};

bool isWanted(const Request &request, const RepoState &state)
{
    const QByteArray search = request.value("search").toLower();
    const QByteArray author = request.value("author");
    const QByteArray task = request.value("pipeline_tag");
    const QByteArray gated = request.value("gated");
    if (!state.name.id().toLower().contains(search) || (!author.isEmpty() && author != state.name.owner)
        || (!task.isEmpty() && task != pipelineTagOf(state).toUtf8())
        || (!gated.isEmpty() && request.isTrue("gated") != (state.info.gate != Gate::None)))
        return false;
    QByteArrayList filters;
    for (const QByteArray &filter : request.values("filter"))
        filters += filter.split(',');
    const QStringList tags = filters.isEmpty() ? QStringList() : tagsOf(state);
    return std::ranges::all_of(filters,
                               [&](const QByteArray &filter) { return tags.contains(QString::fromUtf8(filter)); });
}

/// Nothing where \a sort is no name that the Hub sorts by. By id: all keys are the same, and the id decides.
std::optional<double> keyOf(const RepoState &state, const QByteArray &sort)
{
    if (sort.isEmpty() || sort == "trendingScore")
        return state.info.trendingScore;
    if (sort == "createdAt")
        return double(state.info.createdAt.toMSecsSinceEpoch());
    if (sort == "lastModified")
        return double(state.lastModified.toMSecsSinceEpoch());
    if (sort == "downloads")
        return double(state.info.downloads);
    if (sort == "likes" || sort == "likes30d")
        return double(state.info.likes);
    if (sort == "id")
        return 0;
    return {};
}

/// In the order asked for; ends of equal keys are told apart by their ids, so that each place in a list is definite.
bool comesBefore(double keyA, const QByteArray &idA, double keyB, const QByteArray &idB, bool ascending)
{
    if (keyA != keyB)
        return ascending ? keyA < keyB : keyA > keyB;
    return idA < idB;
}

QStringList fieldsOf(const Request &request, RepoType type)
{
    QStringList fields = request.isTrue("full") ? fullListFields(type) : listFields(type);
    if (request.isTrue("full") && type != RepoType::Model)
        fields += u"cardData"_s;
    for (const char *adder : {"cardData", "config"}) {
        if (request.isTrue(adder))
            fields += QString::fromLatin1(adder);
    }
    if (const QByteArrayList wanted = request.values("expand"); !wanted.isEmpty()) {
        fields.clear();
        for (const QByteArray &field : wanted)
            fields += QString::fromUtf8(field);
    }
    return fields;
}

std::vector<Item> wantedItems(const Hub &hub, const Request &request, const Caller &caller, RepoType type)
{
    std::vector<Item> items;
    for (const auto &repo : hub.store->repositories(type)) {
        RepoState state = repo->state();
        if (!caller.mayRead(state) || !isWanted(request, state))
            continue;
        const double key = keyOf(state, request.value("sort")).value_or(0);
        items.push_back({repo, std::move(state), key});
    }
    return items;
}

Response list(const Hub &hub, const Request &request, RepoType type)
{
    const Caller caller = callerOf(hub, request);
    if (caller.isInvalid)
        return refusal::invalidCredentials();
    if (!keyOf({}, request.value("sort")))
        return refusal::badRequest("Invalid sort parameter");
    const QStringList fields = fieldsOf(request, type);
    const QStringList known = expandableFields(type);
    if (request.hasValue("expand")
        && !std::ranges::all_of(fields, [&](const QString &field) { return known.contains(field); }))
        return refusal::badRequest("\"expand\" must be one of: " + known.join(", "_L1).toUtf8());

    std::vector<Item> items = wantedItems(hub, request, caller, type);
    const bool ascending = request.value("direction") == "1";
    std::ranges::sort(items, [&](const Item &a, const Item &b) {
        return comesBefore(a.key, a.state.name.id(), b.key, b.state.name.id(), ascending);
    });
    auto next = items.cbegin();
    if (const QJsonObject cursor = cursorOf(request); !cursor.isEmpty()) {
        const QByteArray id = cursor["id"_L1].toString().toUtf8();
        next = std::ranges::find_if(items, [&](const Item &item) {
            return comesBefore(cursor["key"_L1].toDouble(), id, item.key, item.state.name.id(), ascending);
        });
    }
    const qint64 limit = std::clamp<qint64>(request.number("limit", kPage), 1, kLargestPage);
    QJsonArray page;
    for (; next != items.cend() && page.size() < limit; ++next)
        page += RepoJson(*next->repo, next->state, next->state.head).object(fields);
    Response response = jsonResponse(QJsonDocument(page));
    if (next != items.cend()) {
        const Item &last = *std::prev(next);
        addNextPage(response, request, {{u"key"_s, last.key}, {u"id"_s, QString::fromUtf8(last.state.name.id())}});
    }
    return response;
}

}  // namespace

void addListRoutes(Router &router, const Hub &hub)
{
    for (const RepoType type : {RepoType::Model, RepoType::Dataset, RepoType::Space}) {
        router.add("GET", "api/" + plural(type),
                   [&hub, type](const Request &request, const RouteValues &) { return list(hub, request, type); });
    }
}

}  // namespace localhub
