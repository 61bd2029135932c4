// SPDX-License-Identifier: Apache-2.0
#include "localhub/faults/faultkeys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace localhub {

namespace {

const char *const kCount = "a whole number, 0 or more";
const char *const kPlace = "a whole number, -1 or more";
const char *const kYesOrNo = "true or false";
const char *const kHeaders = "an object of header names and their values, each one line of text";
const char *const kNames = "a list of names";
const char *const kLine = "one line of text";
constexpr qint64 kHour = 3600'000;

bool isHeaderValue(const QJsonValue &value)
{
    const QByteArray text = value.toString().toUtf8();
    return value.isString() && !text.contains('\r') && !text.contains('\n') && !text.contains('\0');
}

bool isLine(const QJsonValue &value)
{
    return isHeaderValue(value) && !value.toString().isEmpty();
}

bool isHeaderName(const QByteArray &name)
{
    const auto isPlain = [](char c) { return uchar(c) > 0x20 && uchar(c) < 0x7f && c != ':'; };
    return !name.isEmpty() && std::ranges::all_of(name, isPlain);
}

template<typename T>
bool readNumber(const QJsonValue &value, qint64 least, qint64 most, T &to)
{
    const auto number = wholeNumber(value, least, most);
    if (number)
        to = T(*number);
    return number.has_value();
}

template<typename T>
bool readNumber(const QJsonValue &value, qint64 least, T &to)
{
    return readNumber(value, least, 1LL << 53, to);
}

template<typename T>
bool readFlag(const QJsonValue &value, T &to)
{
    if (value.isBool())
        to = value.toBool();
    return value.isBool();
}

bool readInstead(const QJsonValue &value, Fault::Instead instead, FaultRule &rule)
{
    if (value.isBool() && value.toBool())
        rule.fault.instead = instead;
    return value.isBool();
}

bool readLine(const QJsonValue &value, QByteArray &to)
{
    to = value.toString().toUtf8();
    return isLine(value);
}

bool readHeaders(const QJsonValue &value, NamedValues &to)
{
    const QJsonObject headers = value.toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        const QByteArray name = header.key().toUtf8();
        if (!isHeaderName(name) || !isHeaderValue(*header))
            return false;
        to.emplaceBack(name, header->toString().toUtf8());
    }
    return value.isObject();
}

bool readNames(const QJsonValue &value, QStringList &to)
{
    for (const QJsonValue name : value.toArray()) {
        if (name.toString().isEmpty())
            return false;
        to += name.toString();
    }
    return value.isArray();
}

bool readStatus(const QJsonValue &value, FaultRule &rule)
{
    rule.fault.instead = Fault::Instead::Answer;
    return readNumber(value, 200, 599, rule.fault.status);
}

bool readBody(const QJsonValue &value, FaultRule &rule)
{
    rule.fault.instead = Fault::Instead::Answer;
    if (value.isObject())
        rule.fault.body = QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    else if (value.isArray())
        rule.fault.body = QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    else
        rule.fault.body = value.toString().toUtf8();
    return value.isObject() || value.isArray() || value.isString();
}

bool readRedirect(const QJsonValue &value, FaultRule &rule)
{
    rule.fault.instead = Fault::Instead::Redirect;
    return readLine(value, rule.fault.redirect);
}

bool readEtag(const QJsonValue &value, FaultRule &rule)
{
    QByteArray &etag = rule.fault.etag;
    const bool isRead = readLine(value, etag);
    if (!etag.startsWith('"') && !etag.startsWith("W/"))
        etag = '"' + etag + '"';
    return isRead;
}

bool readOrigin(const QJsonValue &value, FaultRule &rule)
{
    const QString name = value.toString();
    rule.origin = name == QLatin1String("hub") ? Origin::Hub : Origin::Cdn;
    return name == QLatin1String("hub") || name == QLatin1String("cdn");
}

bool readDropHeaders(const QJsonValue &value, FaultRule &rule)
{
    QStringList names;
    const bool isRead = readNames(value, names);
    for (const QString &name : names)
        rule.fault.dropHeaders += name.toUtf8();
    return isRead;
}

using Value = const QJsonValue &;
using Rule = FaultRule &;

const FaultKey kKeys[] = {
    // Which requests.
    {"method", "the name of a method", [](Value v, Rule r) { return readLine(v, r.method); }},
    {"server", "\"hub\" or \"cdn\"", readOrigin},
    {"path", kLine, [](Value v, Rule r) { return r.path = v.toString(), isLine(v); }},
    {"ranged", kYesOrNo, [](Value v, Rule r) { return readFlag(v, r.isRanged); }},
    {"skip", kCount, [](Value v, Rule r) { return readNumber(v, 0, r.skip); }},
    {"times", kCount, [](Value v, Rule r) { return readNumber(v, 0, r.times); }},
    // What happens.
    {"latencyMs", "a whole number from 0 to 3600000",
     [](Value v, Rule r) { return readNumber(v, 0, kHour, r.fault.latencyMs); }},
    {"status", "a number from 200 to 599", readStatus},
    {"headers", kHeaders, [](Value v, Rule r) { return readHeaders(v, r.fault.headers); }},
    {"body", "text, or JSON", readBody},
    {"missing", kYesOrNo, [](Value v, Rule r) { return readInstead(v, Fault::Instead::Missing, r); }},
    {"expired", kYesOrNo, [](Value v, Rule r) { return readInstead(v, Fault::Instead::Expired, r); }},
    {"redirect", "an address or \"self\"", readRedirect},
    {"stallAfter", kPlace, [](Value v, Rule r) { return readNumber(v, -1, r.fault.stallAfter); }},
    {"cutAfter", kPlace, [](Value v, Rule r) { return readNumber(v, -1, r.fault.cutAfter); }},
    {"bytesPerSecond", "a whole number, 1 or more",
     [](Value v, Rule r) { return readNumber(v, 1, r.fault.bytesPerSecond); }},
    {"ignoreRange", kYesOrNo, [](Value v, Rule r) { return readFlag(v, r.fault.ignoreRange); }},
    {"unpaged", kYesOrNo, [](Value v, Rule r) { return readFlag(v, r.fault.unpaged); }},
    {"etag", kLine, readEtag},
    {"wrongByteAt", kCount, [](Value v, Rule r) { return readNumber(v, 0, r.fault.wrongByteAt); }},
    {"dropHeaders", kNames, readDropHeaders},
    {"setHeaders", kHeaders, [](Value v, Rule r) { return readHeaders(v, r.fault.setHeaders); }},
    {"dropKeys", kNames, [](Value v, Rule r) { return readNames(v, r.fault.dropKeys); }},
};

}  // namespace

std::span<const FaultKey> faultKeys()
{
    return kKeys;
}

std::optional<qint64> wholeNumber(const QJsonValue &value, qint64 least, qint64 most)
{
    const double number = value.toDouble(NAN);
    const bool isWhole = number >= double(least) && number <= double(most) && std::trunc(number) == number;
    return isWhole ? std::optional(qint64(number)) : std::nullopt;
}

}  // namespace localhub
