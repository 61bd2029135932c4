// SPDX-License-Identifier: Apache-2.0
#include "accounts/environmentcredentials.h"

#include <QFile>
#include <QRegularExpression>

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

static bool haveSameOrigin(const QUrl &one, const QUrl &other)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return !one.host().isEmpty() && one.scheme() == other.scheme() && one.host() == other.host()
        && port(one) == port(other);
}

static bool isLoopback(const QString &host)
{
    static const QRegularExpression ipv4(u"^127(\\.\\d{1,3}){3}$"_s);
    return host == "localhost"_L1 || host == "::1"_L1 || ipv4.match(host).hasMatch();
}

/// Whether what goes to \a endpoint cannot be read on the way.
static bool isPrivateWay(const QUrl &endpoint)
{
    return endpoint.scheme() == "https"_L1 || (endpoint.scheme() == "http"_L1 && isLoopback(endpoint.host()));
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
    if (m_environment.noImplicitToken || !isPrivateWay(endpoint))
        return {};
    const bool isOurs = haveSameOrigin(endpoint, m_environment.endpoint);
    if (isOurs && !m_token.isEmpty())
        return m_token;
    const bool mayHaveFile = isOurs || haveSameOrigin(endpoint, QUrl(u"https://huggingface.co"_s));
    return mayHaveFile ? tokenIn(m_environment.tokenPath) : QByteArray();
}
