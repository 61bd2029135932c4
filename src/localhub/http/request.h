// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

#include <functional>
#include <optional>
#include <utility>

namespace localhub {

using NamedValues = QList<std::pair<QByteArray, QByteArray>>;

/// Takes a part of a body; answers whether to go on.
using TakeBytes = std::function<bool(QByteArrayView)>;

/// One HTTP request, as it was sent: its address is taken apart but still encoded, since "feat%2Fx" is one name.
struct Request {
    QByteArray method;
    QByteArray path;          ///< Encoded, without the query.
    QByteArrayList segments;  ///< Of the path, encoded.
    QByteArray rawQuery;
    NamedValues query;  ///< Decoded.
    NamedValues headers;
    /// Gives the body to its parameter part by part; false where it broke off or was not wanted further.
    std::function<bool(const TakeBytes &)> readBody = {};

    QByteArray header(QByteArrayView name) const;
    bool hasHeader(QByteArrayView name) const;

    QByteArray value(QByteArrayView name) const;       ///< Of the first such in the query.
    QByteArrayList values(QByteArrayView name) const;  ///< Of all such in the query, "name[]" among them.
    bool hasValue(QByteArrayView name) const { return !values(name).isEmpty(); }
    bool isTrue(QByteArrayView name) const;
    qint64 number(QByteArrayView name, qint64 otherwise) const;

    /// The whole body; nothing where it is larger than \a limit or broke off.
    std::optional<QByteArray> body(qsizetype limit) const;
};

/// Takes \a target apart, the middle of a request line; nothing where it is no absolute path.
std::optional<Request> parsedTarget(const QByteArray &target);

/// "a=1&b=2" as forms and queries have it.
NamedValues parsedForm(const QByteArray &form);

/// Undoes the encoding of one part of a path. Nothing where that leaves a NUL or no UTF-8, or a '%' stands alone.
std::optional<QByteArray> decodedSegment(const QByteArray &segment);

}  // namespace localhub
