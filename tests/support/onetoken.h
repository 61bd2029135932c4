// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/credentials.h"

/// The same token for whoever asks.
class OneToken final : public Credentials
{
public:
    explicit OneToken(QByteArray token = "hf_secret") : m_token(std::move(token)) {}

    QByteArray token(const QUrl &, const QString &) const override { return m_token; }

private:
    QByteArray m_token;
};
