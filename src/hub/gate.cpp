// SPDX-License-Identifier: Apache-2.0
#include "hub/gate.h"

#include "core/plaintext.h"
#include "hub/form.h"
#include "hub/json.h"
#include "hub/repofields.h"

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
    for (auto field = fields.begin(); field != fields.end() && gate.fields.size() < kMostFields; ++field)
        gate.fields << fieldOf(field.key(), field.value());
    return gate;
}
