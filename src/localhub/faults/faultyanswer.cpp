// SPDX-License-Identifier: Apache-2.0
#include "localhub/faults/faultyanswer.h"

#include "localhub/api/commonheaders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace localhub {

namespace {

const QByteArray kExpired = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                            "<Error><Code>AccessDenied</Code><Message>Request has expired</Message>"
                            "<RequestId>0A1B2C3D4E5F6071</RequestId></Error>";
const QByteArray kMissing = "<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head>"
                            "<body><h1>Not Found</h1></body></html>\n";

void replaceHeaders(Response &response, const NamedValues &headers)
{
    for (const auto &[name, value] : headers) {
        response.remove(name);
        response.with(name, value);
    }
}

Response bodied(int status, const QByteArray &type, const QByteArray &body)
{
    Response response{status};
    response.body = body;
    return response.with("Content-Type", type);
}

Response cannedAnswer(const Fault &fault, const Request &request)
{
    const bool isJson = fault.body.startsWith('{') || fault.body.startsWith('[');
    Response response = bodied(fault.status, isJson ? "application/json" : "text/plain; charset=utf-8", fault.body);
    addCommonHeaders(response, request);
    return response;
}

Response redirection(const Fault &fault, const Request &request)
{
    const QByteArray self = request.path + (request.rawQuery.isEmpty() ? QByteArray() : '?' + request.rawQuery);
    Response response = textResponse("Found.", 302);
    addCommonHeaders(response, request);
    return response.with("Location", fault.redirect == "self" ? self : fault.redirect);
}

/// The address in the "Link" to the next page, from its path on.
std::optional<Request> nextPage(const Response &page, const Request &request)
{
    const QByteArray link = page.header("Link");
    const qsizetype path = link.indexOf('/', link.indexOf("://") + 3);
    const qsizetype end = link.indexOf('>');
    auto next
        = link.startsWith('<') && path > 0 && path < end ? parsedTarget(link.sliced(path, end - path)) : std::nullopt;
    if (next) {
        next->method = request.method;
        next->headers = request.headers;
    }
    return next;
}

QJsonArray itemsOf(const Response &page)
{
    const auto *bytes = std::get_if<QByteArray>(&page.body);
    return QJsonDocument::fromJson(bytes ? *bytes : QByteArray()).array();
}

/// All pages of a list as one, as a server answers that never heard of pages.
Response unpagedAnswer(const Request &request, const TrueAnswer &truth)
{
    Response first = truth(request);
    auto next = nextPage(first, request);
    if (!next)
        return first;
    QJsonArray items = itemsOf(first);
    while (next) {
        Response page = truth(*next);
        if (page.status != 200)
            return page;
        for (const QJsonValue item : itemsOf(page))
            items += item;
        next = nextPage(page, request);
    }
    first.body = QJsonDocument(items).toJson(QJsonDocument::Compact);
    first.remove("Link");
    return first;
}

void dropKey(QJsonValueRef value, const QStringList &keys);

template<typename Container>
Container without(Container container, const QStringList &keys)
{
    for (auto item = container.begin(); item != container.end(); ++item)
        dropKey(*item, keys);
    return container;
}

QJsonObject lighter(QJsonObject object, const QStringList &keys)
{
    for (const QString &key : keys)
        object.remove(key);
    return without(object, keys);
}

void dropKey(QJsonValueRef value, const QStringList &keys)
{
    if (value.isObject())
        value = lighter(value.toObject(), keys);
    else if (value.isArray())
        value = without(value.toArray(), keys);
}

void dropKeys(Response &response, const QStringList &keys)
{
    auto *bytes = std::get_if<QByteArray>(&response.body);
    if (!bytes || !response.header("Content-Type").contains("json"))
        return;
    const QJsonDocument json = QJsonDocument::fromJson(*bytes);
    if (json.isObject())
        *bytes = QJsonDocument(lighter(json.object(), keys)).toJson(QJsonDocument::Compact);
    else if (json.isArray())
        *bytes = QJsonDocument(without(json.array(), keys)).toJson(QJsonDocument::Compact);
}

/// What a server is asked that does not know ranges, or has another file.
Request changedRequest(const Fault &fault, Request request)
{
    const auto remove = [&request](QByteArrayView name) {
        request.headers.removeIf(
            [&](const auto &header) { return name.compare(header.first, Qt::CaseInsensitive) == 0; });
    };
    if (fault.ignoreRange)
        remove("Range");
    if (!fault.etag.isEmpty() && request.hasHeader("If-Range"))
        remove(request.header("If-Range") == fault.etag ? "If-Range" : "Range");
    return request;
}

Response answered(const Fault &fault, const Request &request, const TrueAnswer &truth)
{
    switch (fault.instead) {
    case Fault::Instead::Answer: return cannedAnswer(fault, request);
    case Fault::Instead::Missing: return bodied(404, "text/html; charset=utf-8", kMissing);
    case Fault::Instead::Redirect: return redirection(fault, request);
    case Fault::Instead::Expired: return bodied(403, "application/xml", kExpired);
    case Fault::Instead::Nothing: break;
    }
    const Request asked = changedRequest(fault, request);
    return fault.unpaged ? unpagedAnswer(asked, truth) : truth(asked);
}

/// Nothing where only whoever makes the body knows.
std::optional<qint64> lengthOf(const Response &response)
{
    if (const auto *bytes = std::get_if<QByteArray>(&response.body))
        return bytes->size();
    if (const auto *file = std::get_if<FileBody>(&response.body))
        return file->length;
    return {};
}

bool names(const QByteArrayList &list, QByteArrayView name)
{
    return std::ranges::any_of(list,
                               [&](const QByteArray &one) { return name.compare(one, Qt::CaseInsensitive) == 0; });
}

}  // namespace

Response faultyAnswer(const Fault &fault, const Request &request, const TrueAnswer &truth)
{
    Response response = answered(fault, request, truth);
    for (const char *name : {"ETag", "X-Linked-Etag"}) {
        if (!fault.etag.isEmpty() && !response.header(name).isEmpty())
            replaceHeaders(response, {{name, fault.etag}});
    }
    if (!fault.dropKeys.isEmpty())
        dropKeys(response, fault.dropKeys);
    return response;
}

void changeHeaders(Response &response, const Fault &fault, bool isHead)
{
    const auto length = lengthOf(response);
    const bool mayHaveBody = response.status != 204 && response.status != 304;
    const bool hasLength = length && !names(fault.dropHeaders, "Content-Length");
    if (mayHaveBody && hasLength)
        response.with("Content-Length", QByteArray::number(*length));
    else if (mayHaveBody && !isHead)
        response.with("Transfer-Encoding", "chunked");
    for (const QByteArray &name : fault.dropHeaders)
        response.remove(name);
    replaceHeaders(response, fault.headers);
    replaceHeaders(response, fault.setHeaders);
}

}  // namespace localhub
