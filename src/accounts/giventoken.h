// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/credentials.h"

/// A token that nobody keeps yet, or none: for a client that asks one Hub about it, and nobody else.
class GivenToken final : public Credentials
{
public:
    explicit GivenToken(QByteArray token = {}) : m_token(std::move(token)) {}

    QByteArray token(const QUrl &, const QString &) const override { return m_token; }

private:
    QByteArray m_token;
};
