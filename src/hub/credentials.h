// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

class QUrl;

/// Knows which token goes to which origin. The real one, over the keychain, lives in accounts/.
class Credentials
{
public:
    virtual ~Credentials() = default;

    /// Empty where \a account has none for \a endpoint. Asked anew for each request: signing out takes effect at once.
    /// Asked from several threads at a time.
    virtual QByteArray token(const QUrl &endpoint, const QString &account) const = 0;
};
