// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/http/request.h"

namespace localhub {

/// Makes addresses that may be used for a while by whoever has them, as those of a content delivery network.
class AddressSigner
{
public:
    enum class Verdict { Valid, Expired, Forged };

    AddressSigner();

    /// \a address (encoded, from its path on) with the time when it expires, and a signature over both.
    QByteArray signedAddress(const QByteArray &address, qint64 expires) const;
    Verdict verdict(const Request &request, qint64 now) const;

private:
    QByteArray signature(const QByteArray &address) const;

    QByteArray m_key;
};

}  // namespace localhub
