// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/http/response.h"

/// The Hub's ways to say no: status, X-Error-Code, X-Error-Message, and the message as JSON.
namespace localhub::refusal {

Response make(int status, const QByteArray &code, const QByteArray &message);

Response badRequest(const QByteArray &message);
Response forbidden(const QByteArray &message);
Response notFound();                     ///< No such address.
Response repoNotFound(bool isSignedIn);  ///< Missing, or private to others: nobody can tell which.
Response revisionNotFound(const QByteArray &revision);
Response entryNotFound(const QByteArray &path, const QByteArray &commit);
Response gated(const QByteArray &id, bool isSignedIn);
Response signInFirst();
Response invalidCredentials();

}  // namespace localhub::refusal
