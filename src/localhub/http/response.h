// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/http/request.h"
#include "localhub/http/wire.h"

#include <QJsonDocument>
#include <QString>

#include <variant>

namespace localhub {

/// A part of a file on disk, sent as it is read.
struct FileBody {
    QString path;
    qint64 offset = 0;
    qint64 length = 0;
};

/// A body of unknown length: called once, gives its parts to its parameter; false where it went wrong on the way.
using StreamBody = std::function<bool(const TakeBytes &)>;

/// An answer that writes itself, head and all, and in any shape. False where nothing can follow it on its connection.
using WrittenAnswer = std::function<bool(Wire &)>;

/// One HTTP answer.
struct Response {
    int status = 200;
    NamedValues headers = {};
    std::variant<QByteArray, FileBody, StreamBody, WrittenAnswer> body = QByteArray();

    QByteArray header(QByteArrayView name) const;
    void remove(QByteArrayView name);

    /// Adds one, and gives back the response, so that it can be built in one expression.
    Response &with(const QByteArray &name, const QByteArray &value) &
    {
        headers.emplaceBack(name, value);
        return *this;
    }
    Response with(const QByteArray &name, const QByteArray &value) && { return std::move(this->with(name, value)); }
};

Response jsonResponse(const QJsonDocument &json, int status = 200);
Response textResponse(const QByteArray &text, int status = 200);

/// The bytes of a range header that has one range, cut to \a size: from, to (inclusive).
struct ByteRange {
    qint64 first = 0;
    qint64 last = 0;
};

/// Answers with all of \a body (bytes, or a file of which offset and length are the whole), or with the part that \a
/// request asks for: 206, or 416 where there is none. More ranges than one, and forms that are not known, give the
/// whole.
Response rangedResponse(const Request &request, std::variant<QByteArray, FileBody> body, const QByteArray &etag);

}  // namespace localhub
