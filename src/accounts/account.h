// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/whoami.h"

#include <QJsonObject>

/// Somebody who signed in to a Hub here, as settings keep it and windows show it. The token is in the keychain alone.
struct Account {
    enum class Way { Token, Browser };

    QUrl endpoint;
    Identity identity;
    Way way = Way::Token;
    bool isKept = true;     ///< In the keychain; else gone with this run.
    bool isListed = false;  ///< AccountList's: the keychain has a token of theirs, if not the one of this run.

    const QString &name() const { return identity.name; }
    /// What its entry in the keychain is called, alike for all that isSame(): "alice@https://huggingface.co".
    QString key() const;
    bool isAt(const QUrl &hub) const;  ///< By origin.
    bool isSame(const Account &other) const { return name() == other.name() && isAt(other.endpoint); }

    QJsonObject toJson() const;
    /// Nothing where \a json is no account.
    static std::optional<Account> of(const QJsonObject &json);
};
