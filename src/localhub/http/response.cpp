// SPDX-License-Identifier: Apache-2.0
#include "localhub/http/response.h"

#include <algorithm>
#include <optional>

namespace localhub {

namespace {

enum class RangeKind { None, Some, Unsatisfiable };

bool isNumber(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= 18
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

RangeKind parsedRange(const QByteArray &header, qint64 size, ByteRange &range)
{
    if (!header.toLower().startsWith("bytes=") || header.contains(','))
        return RangeKind::None;
    const QByteArray spec = header.sliced(6).trimmed();
    const qsizetype dash = spec.indexOf('-');
    if (dash < 0)
        return RangeKind::None;
    const QByteArray from = spec.first(dash);
    const QByteArray to = spec.sliced(dash + 1);
    if (from.isEmpty()) {
        if (!isNumber(to))
            return RangeKind::None;
        range = {qMax<qint64>(0, size - to.toLongLong()), size - 1};
        return to.toLongLong() > 0 && size > 0 ? RangeKind::Some : RangeKind::Unsatisfiable;
    }
    if (!isNumber(from) || (!to.isEmpty() && !isNumber(to)))
        return RangeKind::None;
    range = {from.toLongLong(), to.isEmpty() ? size - 1 : qMin(size - 1, to.toLongLong())};
    if (!to.isEmpty() && to.toLongLong() < range.first)
        return RangeKind::None;
    return range.first < size ? RangeKind::Some : RangeKind::Unsatisfiable;
}

qint64 sizeOf(const std::variant<QByteArray, FileBody> &body)
{
    const auto *file = std::get_if<FileBody>(&body);
    return file ? file->length : std::get<QByteArray>(body).size();
}

bool hasName(const std::pair<QByteArray, QByteArray> &header, QByteArrayView name)
{
    return name.compare(header.first, Qt::CaseInsensitive) == 0;
}

}  // namespace

QByteArray Response::header(QByteArrayView name) const
{
    const auto found = std::ranges::find_if(headers, [&](const auto &header) { return hasName(header, name); });
    return found == headers.end() ? QByteArray() : found->second;
}

void Response::remove(QByteArrayView name)
{
    headers.removeIf([&](const auto &header) { return hasName(header, name); });
}

Response jsonResponse(const QJsonDocument &json, int status)
{
    Response response{status};
    response.with("Content-Type", "application/json; charset=utf-8");
    response.body = json.toJson(QJsonDocument::Compact);
    return response;
}

Response textResponse(const QByteArray &text, int status)
{
    Response response{status};
    response.with("Content-Type", "text/plain; charset=utf-8");
    response.body = text;
    return response;
}

Response rangedResponse(const Request &request, std::variant<QByteArray, FileBody> body, const QByteArray &etag)
{
    const qint64 size = sizeOf(body);
    Response response;
    response.with("ETag", etag).with("Accept-Ranges", "bytes");
    ByteRange range{0, size - 1};
    const QByteArray condition = request.header("If-Range");
    const bool mayRange = condition.isEmpty() || condition == etag;
    const RangeKind kind = mayRange ? parsedRange(request.header("Range"), size, range) : RangeKind::None;
    if (kind == RangeKind::Unsatisfiable) {
        response.status = 416;
        return response.with("Content-Range", "bytes */" + QByteArray::number(size));
    }
    if (kind == RangeKind::None)
        range = {0, size - 1};
    if (kind == RangeKind::Some) {
        response.status = 206;
        response.with("Content-Range",
                      "bytes " + QByteArray::number(range.first) + '-' + QByteArray::number(range.last) + '/'
                          + QByteArray::number(size));
    }
    const qint64 length = range.last - range.first + 1;
    if (auto *file = std::get_if<FileBody>(&body))
        response.body = FileBody{file->path, file->offset + range.first, length};
    else
        response.body = std::get<QByteArray>(body).sliced(range.first, length);
    return response;
}

}  // namespace localhub
