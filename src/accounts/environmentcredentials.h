// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/credentials.h"
#include "local/environment.h"

/// The tokens that are there without signing in: HF_TOKEN (for the endpoint of HF_ENDPOINT alone) and the file that
/// `hf auth login` left (for huggingface.co and HF_ENDPOINT). Over plain http to loopback addresses only.
///
/// What cannot stand in a header, and a file of over 8 KiB, is no token. With HF_HUB_DISABLE_IMPLICIT_TOKEN there is
/// none at all.
class EnvironmentCredentials final : public Credentials
{
public:
    /// The variables that hold a token, the first that is set before the other.
    static constexpr const char *kVariables[] = {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"};

    /// Takes the token of \a variables; the file is read anew for each request.
    EnvironmentCredentials(const QProcessEnvironment &variables, const Environment &environment);

    /// The same for every \a account: these tokens belong to whoever started the program.
    QByteArray token(const QUrl &endpoint, const QString &account) const override;

    /// Each by itself, for \a endpoint; empty where there is none for it.
    QByteArray variable(const QUrl &endpoint) const;
    QByteArray file(const QUrl &endpoint) const;
    bool forbidsImplicit() const { return m_environment.noImplicitToken; }

private:
    bool mayHave(const QUrl &endpoint) const;
    bool isOurs(const QUrl &endpoint) const;

    QByteArray m_token;
    Environment m_environment;
};
