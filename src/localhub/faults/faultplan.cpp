// SPDX-License-Identifier: Apache-2.0
#include "localhub/faults/faultplan.h"

#include "localhub/faults/faultkeys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

Error refused(const QString &sentence)
{
    return {Error::Kind::Refused, sentence};
}

Error unknownKey(const QString &place, const QString &key)
{
    return refused(u"%1: \"%2\" is not known."_s.arg(place, key));
}

Error wrongValue(const QString &place, const QString &key, const QString &form)
{
    return refused(u"%1: \"%2\" must be %3."_s.arg(place, key, form));
}

/// What the keys of \a json mean together.
std::optional<Error> contradiction(const QString &place, const QJsonObject &json)
{
    const bool isAnswer = json.contains("status"_L1) || json.contains("body"_L1);
    if (json.contains("headers"_L1) && !isAnswer)
        return refused(
            u"%1: \"headers\" needs \"status\" or \"body\"; \"setHeaders\" changes the real answer."_s.arg(place));
    if (isAnswer + json.contains("redirect"_L1) + json["missing"_L1].toBool() + json["expired"_L1].toBool() > 1)
        return refused(
            u"%1: only one of \"status\", \"missing\", \"redirect\" and \"expired\" can be answered."_s.arg(place));
    return {};
}

Result<FaultRule> ruleOf(const QJsonValue &value, const QString &place)
{
    if (!value.isObject())
        return refused(u"%1 is no object."_s.arg(place));
    const QJsonObject json = value.toObject();
    FaultRule rule;
    for (auto member = json.begin(); member != json.end(); ++member) {
        const auto keys = faultKeys();
        const auto key = std::ranges::find_if(
            keys, [&](const FaultKey &known) { return member.key() == QLatin1String(known.name); });
        if (key == keys.end())
            return unknownKey(place, member.key());
        if (!key->read(*member, rule))
            return wrongValue(place, member.key(), QString::fromLatin1(key->form));
    }
    if (auto error = contradiction(place, json))
        return *error;
    return rule;
}

Result<RateLimit> limitOf(const QJsonValue &value, const QString &place)
{
    if (!value.isObject())
        return refused(u"%1 is no object."_s.arg(place));
    const QJsonObject json = value.toObject();
    for (const QString &key : json.keys()) {
        if (!QStringList{u"bucket"_s, u"quota"_s, u"window"_s}.contains(key))
            return unknownKey(place, key);
    }
    const QString bucket = json["bucket"_L1].toString();
    if (bucket != "api"_L1 && bucket != "resolvers"_L1)
        return wrongValue(place, u"bucket"_s, u"\"api\" or \"resolvers\""_s);
    const auto quota = wholeNumber(json["quota"_L1], 0);
    if (!quota)
        return wrongValue(place, u"quota"_s, u"a whole number, 0 or more"_s);
    const auto window = wholeNumber(json["window"_L1], 1, 86400);
    if (!window)
        return wrongValue(place, u"window"_s, u"a whole number of seconds, from 1 to 86400"_s);
    return RateLimit{bucket.toLatin1(), *quota, *window};
}

/// Reads each item of \a list into \a to.
template<typename T>
std::optional<Error> readList(const QJsonValue &list, const QString &item,
                              Result<T> (*read)(const QJsonValue &, const QString &), std::vector<T> &to)
{
    if (!list.isUndefined() && !list.isArray())
        return refused(u"The %1s are no list."_s.arg(item.toLower()));
    for (const QJsonValue value : list.toArray()) {
        const Result<T> one = read(value, u"%1 %2"_s.arg(item).arg(to.size() + 1));
        if (!one)
            return one.error();
        to.push_back(*one);
    }
    return {};
}

}  // namespace

Result<FaultPlan> FaultPlan::parse(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return refused(u"The faults are no JSON object."_s);
    for (const QString &key : document.object().keys()) {
        if (key != "rules"_L1 && key != "rateLimits"_L1)
            return unknownKey(u"The faults"_s, key);
    }
    FaultPlan plan;
    if (auto error = readList(document["rules"_L1], u"Rule"_s, ruleOf, plan.rules))
        return *error;
    if (auto error = readList(document["rateLimits"_L1], u"Rate limit"_s, limitOf, plan.limits))
        return *error;
    if (plan.limits.size() > 2 || (plan.limits.size() == 2 && plan.limits[0].bucket == plan.limits[1].bucket))
        return refused(u"A bucket can have one rate limit."_s);
    return plan;
}

}  // namespace localhub
