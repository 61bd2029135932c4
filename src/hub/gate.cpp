// SPDX-License-Identifier: Apache-2.0
#include "hub/gate.h"

#include "core/plaintext.h"
#include "hub/form.h"
#include "hub/json.h"
#include "hub/repofields.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using Field = Gate::Field;

namespace {

constexpr qsizetype kMostFields = 50;
constexpr qsizetype kLongestText = 4000;

QString lineOf(const QJsonValue &value)
{
    return core::visible(value.toString().left(300));
}

Field::Kind kindOf(const QString &word)
{
    static const std::pair<QLatin1StringView, Field::Kind> kinds[] = {
        {"text"_L1, Field::Kind::Text},        {"checkbox"_L1, Field::Kind::Checkbox},
        {"date_picker"_L1, Field::Kind::Date}, {"country"_L1, Field::Kind::Country},
        {"select"_L1, Field::Kind::Choice},
    };
    const auto found = std::ranges::find(kinds, word, &std::pair<QLatin1StringView, Field::Kind>::first);
    return found == std::end(kinds) ? Field::Kind::Unknown : found->second;
}

/// "text", or {"type": "select", "options": ["a", {"label": "Other", "value": "other"}]}
Field fieldOf(const QString &name, const QJsonValue &asked)
{
    Field field{name, kindOf(asked.isObject() ? asked["type"_L1].toString() : asked.toString())};
    for (const QJsonValue option : asked["options"_L1].toArray())
        field.options << (option.isObject() ? option["value"_L1].toString() : option.toString());
    if (field.kind == Field::Kind::Choice && field.options.isEmpty())
        field.kind = Field::Kind::Unknown;
    return field;
}

/// The names of \a fields as they stand in \a json, the answer: the authors' order, which QJsonObject does not keep.
QStringList namesOf(const QJsonObject &fields, const QByteArray &json)
{
    const QStringList names = fields.keys().mid(0, kMostFields);
    const qsizetype begin = json.indexOf("\"extra_gated_fields\"");
    QList<std::pair<qsizetype, QString>> placed;
    for (const QString &name : names) {
        const QByteArray list = QJsonDocument(QJsonArray({name})).toJson(QJsonDocument::Compact);
        placed.append({json.indexOf(list.sliced(1).chopped(1) + ':', begin), name});
    }
    std::ranges::stable_sort(placed, {}, &std::pair<qsizetype, QString>::first);
    QStringList sorted;
    for (const auto &[place, name] : std::as_const(placed))
        sorted << name;
    return sorted;
}

/// The page of a repository on the Hub's web site, a segment each.
QStringList pageSegments(const RepoId &id)
{
    const QStringList api = hub::apiSegments(id);  // api/models/owner/name
    return api.sliced(id.type == RepoType::Model ? 2 : 1);
}

Result<bool> accepted(const hub::Reply &reply)
{
    if (reply.status < 300)
        return true;
    // The page of the web site is where its form leads to afterwards.
    const auto error = hub::errorOf(reply);
    return error ? Result<bool>(*error) : Result<bool>(true);
}

}  // namespace

bool Gate::isKnown() const
{
    return std::ranges::none_of(fields, [](const Field &field) { return field.kind == Field::Kind::Unknown; });
}

ApiCall<Gate> hub::gate(const RepoId &id)
{
    return {"GET", apiSegments(id), {}, {}, &parseGate};
}

ApiCall<bool> hub::askAccess(const RepoId &id, const Query &answers)
{
    return {.verb = "POST",
            .segments = pageSegments(id) + QStringList{u"ask-access"_s},
            .query = {},
            .body = formOf(answers),
            .parse = &accepted,
            .contentType = kFormType,
            .readsRefusals = true};
}

ApiCall<bool> hub::readCheck(const RepoId &id)
{
    return {"GET", apiSegments(id) + QStringList{u"auth-check"_s}, {}, {}, [](const Reply &) -> Result<bool> {
                return true;
            }};
}

Result<Gate> hub::parseGate(const Reply &reply)
{
    const auto json = json::objectOf(reply);
    if (!json)
        return json.error();
    const QJsonObject card = json->value("cardData"_L1).toObject();
    Gate gate{gateOf(json->value("gated"_L1)),
              lineOf(card["extra_gated_heading"_L1]),
              core::visibleLines(card["extra_gated_prompt"_L1].toString().left(kLongestText)),
              lineOf(card["extra_gated_button_content"_L1]),
              {}};
    if (const QString more = card["extra_gated_description"_L1].toString(); !more.isEmpty() && gate.prompt.isEmpty())
        gate.prompt = core::visibleLines(more.left(kLongestText));
    const QJsonObject fields = card["extra_gated_fields"_L1].toObject();
    for (const QString &name : namesOf(fields, reply.body))
        gate.fields << fieldOf(name, fields[name]);
    return gate;
}
