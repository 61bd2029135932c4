// SPDX-License-Identifier: Apache-2.0
#include "transfer/journalrow.h"

#include "core/safename.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlQuery>
#include <QUrl>
#include <QVariant>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using State = TransferRow::State;

namespace {

struct Column {
    QLatin1StringView name;
    QLatin1StringView type;
};

constexpr Column kColumns[] = {{"id"_L1, "INTEGER PRIMARY KEY"_L1},
                               {"endpoint"_L1, "TEXT"_L1},
                               {"repo_type"_L1, "TEXT"_L1},
                               {"repo"_L1, "TEXT"_L1},
                               {"revision"_L1, "TEXT"_L1},
                               {"commit_id"_L1, "TEXT"_L1},
                               {"was_planned"_L1, "INTEGER"_L1},
                               {"paths"_L1, "TEXT"_L1},  // JSON, as the patterns.
                               {"include"_L1, "TEXT"_L1},
                               {"exclude"_L1, "TEXT"_L1},
                               {"folder"_L1, "TEXT"_L1},
                               {"is_single_file"_L1, "INTEGER"_L1},
                               {"state"_L1, "TEXT"_L1},
                               {"target"_L1, "TEXT"_L1},
                               {"files"_L1, "INTEGER"_L1},
                               {"files_done"_L1, "INTEGER"_L1},
                               {"done"_L1, "INTEGER"_L1},
                               {"total"_L1, "INTEGER"_L1},
                               {"error_kind"_L1, "TEXT"_L1},
                               {"error"_L1, "TEXT"_L1},
                               {"finished_at"_L1, "INTEGER"_L1},  // Milliseconds since 1970.
                               {"turn"_L1, "INTEGER"_L1},
                               {"asked_endpoint"_L1, "TEXT"_L1},  // Empty: the one above.
                               {"account"_L1, "TEXT"_L1}};

/// Words, since the order of an enumeration may change from one version to the next.
constexpr std::pair<State, QLatin1StringView> kStates[] = {{State::Waiting, "waiting"_L1},
                                                           {State::Paused, "paused"_L1},
                                                           {State::Succeeded, "succeeded"_L1},
                                                           {State::Failed, "failed"_L1},
                                                           {State::Cancelled, "cancelled"_L1}};

constexpr RepoType kTypes[] = {RepoType::Model, RepoType::Dataset, RepoType::Space};

/// In the order of Error::Kind.
constexpr QLatin1StringView kErrors[] = {
    "cancelled"_L1,    "refused"_L1,   "offline"_L1,  "timeout"_L1,  "tls"_L1,        "proxy"_L1,    "unauthorized"_L1,
    "missingScope"_L1, "forbidden"_L1, "gated"_L1,    "notFound"_L1, "noRevision"_L1, "noEntry"_L1,  "conflict"_L1,
    "rateLimited"_L1,  "server"_L1,    "badReply"_L1, "checksum"_L1, "disk"_L1,       "diskFull"_L1, "keychain"_L1};
static_assert(std::size(kErrors) == size_t(Error::Kind::Keychain) + 1);

/// Each column as \a part writes it, with commas between.
template<typename Part>
QString joined(Part part)
{
    QStringList parts;
    for (const Column &column : kColumns)
        parts << part(column);
    return parts.join(u", "_s);
}

QString wordOf(State state)
{
    const auto known = std::ranges::find(kStates, state, [](const auto &pair) { return pair.first; });
    return known == std::end(kStates) ? QString(kStates[0].second) : QString(known->second);
}

std::optional<State> stateOf(const QString &word)
{
    const auto known = std::ranges::find_if(kStates, [&](const auto &pair) { return word == pair.second; });
    return known == std::end(kStates) ? std::nullopt : std::optional(known->first);
}

std::optional<RepoType> typeOf(const QString &word)
{
    const auto known = std::ranges::find(kTypes, word, core::pluralOf);
    return known == std::end(kTypes) ? std::nullopt : std::optional(*known);
}

std::optional<Error> errorOf(const QString &kind, const QString &message)
{
    if (kind.isEmpty())
        return {};
    const auto known = std::ranges::find_if(kErrors, [&](QLatin1StringView word) { return kind == word; });
    const bool isKnown = known != std::end(kErrors);
    return Error{isKnown ? Error::Kind(known - std::begin(kErrors)) : Error::Kind::Server, message};
}

QString jsonOf(const QStringList &texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

QStringList textsOf(const QString &json)
{
    QStringList texts;
    for (const QJsonValue text : QJsonDocument::fromJson(json.toUtf8()).array())
        texts << text.toString();
    return texts;
}

DownloadWish wishOf(const QSqlQuery &query, RepoType type)
{
    const auto text = [&query](const char *name) { return query.value(QLatin1StringView(name)).toString(); };
    return {.repo = {type, text("repo")},
            .revision = text("revision"),
            .commit = text("commit_id"),
            .paths = textsOf(text("paths")),
            .include = textsOf(text("include")),
            .exclude = textsOf(text("exclude")),
            .folder = text("folder"),
            .isSingleFile = query.value("is_single_file"_L1).toBool(),
            .hub = {QUrl(text("asked_endpoint")), text("account")},
            .wasPlanned = query.value("was_planned"_L1).toBool()};
}

}  // namespace

QString journal::columns()
{
    return joined([](const Column &column) { return u"%1 %2"_s.arg(column.name, column.type); });
}

QString journal::columnNames()
{
    return joined([](const Column &column) { return QString(column.name); });
}

QString journal::placeholders()
{
    return joined([](const Column &column) { return u":%1"_s.arg(column.name); });
}

QString journal::overStates()
{
    QStringList words;
    for (const auto &[state, word] : kStates) {
        if (state >= State::Succeeded)
            words << u"'%1'"_s.arg(word);
    }
    return words.join(u", "_s);
}

QString journal::endpointText(const QUrl &endpoint)
{
    return endpoint.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash
                             | QUrl::FullyEncoded);
}

void journal::bind(QSqlQuery &query, const QString &endpoint, const JournalEntry &entry)
{
    const DownloadWish &wish = entry.wish;
    const auto set
        = [&query](const char *name, const QVariant &value) { query.bindValue(u':' + QLatin1StringView(name), value); };
    set("id", qint64(entry.id));
    set("endpoint", endpoint);
    set("repo_type", core::pluralOf(wish.repo.type));
    set("repo", wish.repo.name);
    set("revision", wish.revision);
    set("commit_id", wish.commit);
    set("was_planned", wish.wasPlanned);
    set("paths", jsonOf(wish.paths));
    set("include", jsonOf(wish.include));
    set("exclude", jsonOf(wish.exclude));
    set("folder", wish.folder);
    set("is_single_file", wish.isSingleFile);
    set("state", wordOf(entry.state));
    set("target", entry.target);
    set("files", entry.files);
    set("files_done", entry.filesDone);
    set("done", entry.done);
    set("total", entry.total);
    set("error_kind", entry.error ? QString(kErrors[size_t(entry.error->kind)]) : QString());
    set("error", entry.error ? entry.error->message : QString());
    set("finished_at", entry.finishedAt.isValid() ? QVariant(entry.finishedAt.toMSecsSinceEpoch()) : QVariant());
    set("turn", qint64(entry.turn));
    set("asked_endpoint", journal::endpointText(wish.hub.endpoint));
    set("account", wish.hub.account);
}

std::optional<JournalEntry> journal::entryOf(const QSqlQuery &query)
{
    const auto text = [&query](const char *name) { return query.value(QLatin1StringView(name)).toString(); };
    const auto type = typeOf(text("repo_type"));
    const auto state = stateOf(text("state"));
    if (!type || !state || !core::isRepoName(text("repo")))
        return {};
    const QVariant finishedAt = query.value("finished_at"_L1);
    return JournalEntry{.id = quint64(query.value("id"_L1).toLongLong()),
                        .turn = quint64(query.value("turn"_L1).toLongLong()),
                        .wish = wishOf(query, *type),
                        .state = *state,
                        .target = text("target"),
                        .files = query.value("files"_L1).toInt(),
                        .filesDone = query.value("files_done"_L1).toInt(),
                        .done = query.value("done"_L1).toLongLong(),
                        .total = query.value("total"_L1).toLongLong(),
                        .error = errorOf(text("error_kind"), text("error")),
                        .finishedAt = finishedAt.isNull()
                            ? QDateTime()
                            : QDateTime::fromMSecsSinceEpoch(finishedAt.toLongLong()).toUTC()};
}
