// SPDX-License-Identifier: Apache-2.0
#include "localhub/http/request.h"

#include <QStringDecoder>

#include <algorithm>

namespace localhub {

namespace {

bool isSameName(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

}  // namespace

QByteArray Request::header(QByteArrayView name) const
{
    const auto found
        = std::ranges::find_if(headers, [&](const auto &header) { return isSameName(header.first, name); });
    return found == headers.end() ? QByteArray() : found->second;
}

bool Request::hasHeader(QByteArrayView name) const
{
    return std::ranges::any_of(headers, [&](const auto &header) { return isSameName(header.first, name); });
}

QByteArray Request::value(QByteArrayView name) const
{
    const QByteArrayList all = values(name);
    return all.isEmpty() ? QByteArray() : all.first();
}

QByteArrayList Request::values(QByteArrayView name) const
{
    QByteArrayList values;
    for (const auto &[key, value] : query) {
        if (key == name || (key.endsWith("[]") && key.chopped(2) == name))
            values += value;
    }
    return values;
}

bool Request::isTrue(QByteArrayView name) const
{
    const QByteArray text = value(name).toLower();
    return text == "true" || text == "1";
}

qint64 Request::number(QByteArrayView name, qint64 otherwise) const
{
    bool isNumber = false;
    const qint64 number = value(name).toLongLong(&isNumber);
    return isNumber ? number : otherwise;
}

std::optional<QByteArray> Request::body(qsizetype limit) const
{
    QByteArray bytes;
    const bool arrived = !readBody || readBody([&](QByteArrayView part) {
        bytes += part;
        return bytes.size() <= limit;
    });
    return arrived && bytes.size() <= limit ? std::optional(bytes) : std::nullopt;
}

std::optional<Request> parsedTarget(const QByteArray &target)
{
    if (!target.startsWith('/'))
        return {};
    Request request;
    const qsizetype end = target.indexOf('#');
    const QByteArray address = end < 0 ? target : target.first(end);
    const qsizetype question = address.indexOf('?');
    request.path = question < 0 ? address : address.first(question);
    request.rawQuery = question < 0 ? QByteArray() : address.sliced(question + 1);
    request.segments = request.path.sliced(1).split('/');
    request.query = parsedForm(request.rawQuery);
    return request;
}

NamedValues parsedForm(const QByteArray &form)
{
    NamedValues values;
    const auto decoded = [](QByteArray text) { return QByteArray::fromPercentEncoding(text.replace('+', ' ')); };
    for (const QByteArray &pair : form.split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        values.emplaceBack(decoded(equals < 0 ? pair : pair.first(equals)),
                           equals < 0 ? QByteArray() : decoded(pair.sliced(equals + 1)));
    }
    return values;
}

std::optional<QByteArray> decodedSegment(const QByteArray &segment)
{
    for (qsizetype i = segment.indexOf('%'); i >= 0; i = segment.indexOf('%', i + 1)) {
        if (i + 2 >= segment.size() || !isHexDigit(segment[i + 1]) || !isHexDigit(segment[i + 2]))
            return {};
    }
    const QByteArray decoded = QByteArray::fromPercentEncoding(segment);
    QStringDecoder utf8(QStringDecoder::Utf8);
    [[maybe_unused]] const QString text = utf8(decoded);
    if (decoded.contains('\0') || utf8.hasError())
        return {};
    return decoded;
}

}  // namespace localhub
