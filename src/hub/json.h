// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "hub/reply.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

/// Reads what Hubs send: fields may be missing, null or of a surprising type, and none of that is an error by itself.
namespace hub::json {

Result<QJsonObject> objectOf(const Reply &reply);
Result<QJsonArray> arrayOf(const Reply &reply);

/// Error::Kind::BadReply; \a detail says what was wrong with the answer.
Error badReply(const QString &detail);

/// A whole number from 0 on; else -1.
qint64 countOf(const QJsonObject &json, QLatin1StringView key);

/// The texts in a list; what is no text is left out.
QStringList textsOf(const QJsonValue &list);

QDateTime timeOf(const QJsonValue &value);  ///< Not valid where there is none.

}  // namespace hub::json
