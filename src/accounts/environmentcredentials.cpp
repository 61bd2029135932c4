// SPDX-License-Identifier: Apache-2.0
#include "accounts/environmentcredentials.h"

#include "accounts/tokenfile.h"
#include "hub/url.h"

using namespace Qt::Literals::StringLiterals;

EnvironmentCredentials::EnvironmentCredentials(const QProcessEnvironment &variables, const Environment &environment)
    : m_environment(environment)
{
    for (const char *name : kVariables) {
        const QString token = variables.value(QLatin1StringView(name));
        if (token.isEmpty())
            continue;
        m_token = tokenfile::cleaned(token.toUtf8());
        return;
    }
}

QByteArray EnvironmentCredentials::token(const QUrl &endpoint, const QString &) const
{
    const QByteArray token = variable(endpoint);
    return token.isEmpty() ? file(endpoint) : token;
}

QByteArray EnvironmentCredentials::variable(const QUrl &endpoint) const
{
    return mayHave(endpoint) && isOurs(endpoint) ? m_token : QByteArray();
}

QByteArray EnvironmentCredentials::file(const QUrl &endpoint) const
{
    return mayHave(endpoint) && (isOurs(endpoint) || hub::isTheHub(endpoint)) ? tokenfile::tokenIn(m_environment.tokenPath)
                                                               : QByteArray();
}

bool EnvironmentCredentials::mayHave(const QUrl &endpoint) const
{
    return !m_environment.noImplicitToken && !endpoint.host().isEmpty() && hub::isConfidential(endpoint);
}

bool EnvironmentCredentials::isOurs(const QUrl &endpoint) const
{
    return hub::isSameOrigin(endpoint, m_environment.endpoint);
}
