// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/apicall.h"

#include <QDateTime>

/// What a fine-grained token may do with what one account, organisation or repository owns.
struct TokenScope {
    QString entity;           ///< "acme-lab", or "acme-lab/model".
    QStringList permissions;  ///< "repo.content.read", "repo.write"; others come.
};

/// Whose token it is, and what it may do.
struct Identity {
    QString name;
    QString fullName;
    QStringList organisations;
    QString tokenName;         ///< As its owner called it; empty where the Hub does not say, as for browser sign-ins.
    QString tokenRole;         ///< "read", "write", "fineGrained"; others may come. Empty for browser sign-ins.
    QDateTime tokenExpires;    ///< Not valid where it does not, or the Hub does not say.
    QList<TokenScope> scopes;  ///< Of a fine-grained token.
    bool readsGated = true;    ///< Whether the token opens the gates that its owner may pass.
};

namespace hub {

/// GET /api/whoami-v2. The Hub limits it hard: ask once a token. Errors: Unauthorized.
ApiCall<Identity> whoami();

Result<Identity> parseIdentity(const Reply &reply);

}  // namespace hub
