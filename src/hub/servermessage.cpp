// SPDX-License-Identifier: Apache-2.0
#include "hub/servermessage.h"

#include "core/plaintext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The messages in \a value: a text, an object with a message, or a list of either.
QStringList textsOf(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    if (value.isObject())
        return {value.toObject().value("message"_L1).toString()};
    QStringList texts;
    for (const QJsonValue item : value.toArray())
        texts << (item.isObject() ? item.toObject().value("message"_L1).toString() : item.toString());
    return texts;
}

QStringList bodyTexts(const hub::Reply &reply)
{
    constexpr int kLongestBody = 64 << 10;
    if (reply.body.size() > kLongestBody)
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    if (document.isObject()) {
        const QJsonObject json = document.object();
        return textsOf(json.value("error"_L1)) + textsOf(json.value("error_description"_L1))
            + textsOf(json.value("errors"_L1)) + textsOf(json.value("message"_L1));
    }
    const bool isText = reply.header("Content-Type").toLower().startsWith("text/plain");
    return isText ? QStringList{QString::fromUtf8(reply.body)} : QStringList();
}

}  // namespace

QString hub::quoted(const QByteArray &text, const Reply &reply, qsizetype longest)
{
    constexpr auto caseless = QRegularExpression::CaseInsensitiveOption;
    static const QRegularExpression address(u"(\\bhttps?://[^\\s?#\"'<>]*)[?#][^\\s\"'<>]*"_s, caseless);
    static const QRegularExpression query(u"(?<=[^\\s\"'<>])\\?[^\\s\"'<>]*=[^\\s\"'<>]*"_s);  // Of any other address.
    static const QRegularExpression part(
        u"\\b((?:X-Amz-\\w[\\w-]*|\\w*Signature|Policy|Key-Pair-Id|sig))(?:=|%3D)[^\\s\"'<>]*"_s, caseless);
    static const QRegularExpression bearer(u"\\b(Bearer|Basic)\\s+\\S+"_s, caseless);
    static const QRegularExpression token(u"\\b(hf_|api_org_)\\w+"_s);
    QByteArray bytes = text;
    if (!reply.token.isEmpty())  // Before anything is cut: half of it would not be known any more.
        bytes.replace(reply.token, "…").replace(reply.token.toPercentEncoding(), "…");
    QString clean = QString::fromUtf8(bytes.left(8 * longest));
    clean.replace(address, u"\\1"_s).remove(query).replace(part, u"\\1 …"_s);
    clean.replace(bearer, u"\\1 …"_s).replace(token, u"\\1…"_s);
    clean = core::visible(clean.simplified());
    return clean.size() > longest ? clean.left(longest) + u'…' : clean;
}

QStringList hub::serverMessages(const Reply &reply)
{
    constexpr qsizetype kMost = 5;
    QStringList messages;
    for (const QString &text : QStringList{QString::fromUtf8(reply.header("X-Error-Message"))} + bodyTexts(reply)) {
        const QString message = quoted(text.toUtf8(), reply);
        if (!message.isEmpty() && !messages.contains(message) && messages.size() < kMost)
            messages << message;
    }
    return messages;
}
