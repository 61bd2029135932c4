// SPDX-License-Identifier: Apache-2.0
#include "accounts/environmentcredentials.h"

#include "hub/url.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

/// As huggingface_hub cleans it; empty where what is left cannot stand in a header.
static QByteArray cleaned(QByteArray token)
{
    token = token.replace('\r', "").replace('\n', "").trimmed();
    const bool fits = std::ranges::all_of(token, [](char c) { return c > ' ' && c < 0x7f; });
    return fits ? token : QByteArray();
}

static QByteArray tokenIn(const QString &path)
{
    constexpr qint64 limit = 8 << 10;
    // O_NONBLOCK: a named pipe in the file's place must not hold the request that asks.
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return {};
    struct stat found = {};
    QFile file;
    const bool opened = file.open(fd, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle);
    if (!opened || ::fstat(fd, &found) != 0 || !S_ISREG(found.st_mode))
        return {};
    const QByteArray bytes = file.read(limit + 1);
    return bytes.size() > limit ? QByteArray() : cleaned(bytes);
}

EnvironmentCredentials::EnvironmentCredentials(const QProcessEnvironment &variables, const Environment &environment)
    : m_environment(environment)
{
    for (const char *name : kVariables) {
        const QString token = variables.value(QLatin1StringView(name));
        if (token.isEmpty())
            continue;
        m_token = cleaned(token.toUtf8());
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
    const bool isTheHub = hub::isSameOrigin(endpoint, QUrl(u"https://huggingface.co"_s));
    return mayHave(endpoint) && (isOurs(endpoint) || isTheHub) ? tokenIn(m_environment.tokenPath) : QByteArray();
}

bool EnvironmentCredentials::mayHave(const QUrl &endpoint) const
{
    return !m_environment.noImplicitToken && !endpoint.host().isEmpty() && hub::isConfidential(endpoint);
}

bool EnvironmentCredentials::isOurs(const QUrl &endpoint) const
{
    return hub::isSameOrigin(endpoint, m_environment.endpoint);
}
