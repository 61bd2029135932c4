// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/apicall.h"

/// Whose token it is.
struct Identity {
    QString name;
    QString fullName;
    QStringList organisations;
    QString tokenName;  ///< As its owner called it; empty where the Hub does not say.
    QString tokenRole;  ///< "read", "write", "fineGrained"; others may come.
};

namespace hub {

/// GET /api/whoami-v2. The Hub limits it hard: ask once a token. Errors: Unauthorized.
ApiCall<Identity> whoami();

Result<Identity> parseIdentity(const Reply &reply);

}  // namespace hub
