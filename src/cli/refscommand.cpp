// SPDX-License-Identifier: Apache-2.0
#include "cli/refscommand.h"

#include "engine/cachedrevision.h"
#include "engine/hubwatch.h"
#include "hub/hubclient.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonArray jsonOf(const QList<Ref> &refs)
{
    QJsonArray array;
    for (const Ref &ref : refs)
        array.append(QJsonObject{{u"name"_s, ref.name}, {u"revision"_s, ref.revision}, {u"commit"_s, ref.commit}});
    return array;
}

}  // namespace

void RefsCommand::describe(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(u"repo"_s, tr("A repository."), u"REPO"_s);
    parser.addOption({u"json"_s, tr("Print one JSON document.")});
}

QString RefsCommand::take(const QCommandLineParser &parser)
{
    if (parser.positionalArguments().size() != 1)
        return tr("Name one repository.");
    const Result<Location> location = locationOf(parser, parser.positionalArguments().constFirst());
    if (!location)
        return location.error().message;
    m_repo = location->repo;
    m_json = parser.isSet(u"json"_s);
    return {};
}

void RefsCommand::start()
{
    if (engine()->watch().isOffline())
        return printCached(
            {Error::Kind::Offline, tr("Hubdeck is set to work offline, and no revision of this is in the cache.")});
    engine()->hub()->send(hub::refs(m_repo), this, [this](const Result<Refs> &refs) {
        if (!refs)
            return refs.error().isUnreachable() ? printCached(refs.error()) : fail(refs.error());
        print(*refs);
        Q_EMIT finished(cli::Done);
    });
}

void RefsCommand::printCached(const Error &why)
{
    const Refs refs = engine::cachedRefs(engine()->cache(m_repo));
    if (refs.branches.isEmpty() && refs.pullRequests.isEmpty() && refs.converts.isEmpty())
        return fail(why);
    terminal()->note(tr("Offline: only what is in the cache."));
    print(refs);
    Q_EMIT finished(cli::Done);
}

void RefsCommand::print(const Refs &refs)
{
    if (m_json) {
        return terminal()->json(QJsonDocument(QJsonObject{{u"branches"_s, jsonOf(refs.branches)},
                                                          {u"tags"_s, jsonOf(refs.tags)},
                                                          {u"converts"_s, jsonOf(refs.converts)},
                                                          {u"pullRequests"_s, jsonOf(refs.pullRequests)}}));
    }
    const auto list = [this](const QString &kind, const QList<Ref> &all) {
        for (const Ref &ref : all)
            terminal()->line(u"%1  %2  %3"_s.arg(ref.commit, kind.leftJustified(8), ref.revision));
    };
    list(u"branch"_s, refs.branches);
    list(u"tag"_s, refs.tags);
    list(u"convert"_s, refs.converts);
    list(u"pull"_s, refs.pullRequests);
}
