// SPDX-License-Identifier: Apache-2.0
#include "accounts/hflogin.h"

#include "accounts/storedtokens.h"
#include "accounts/tokenfile.h"
#include "core/partfile.h"
#include "local/filelock.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

#include <unistd.h>

#include <algorithm>
#include <cerrno>

using namespace Qt::Literals::StringLiterals;

static QString storedPath(const Environment &environment)
{
    return QFileInfo(environment.tokenPath).path() + "/stored_tokens"_L1;
}

static StoredTokens storedTokens(const Environment &environment)
{
    return StoredTokens::of(tokenfile::bytesIn(storedPath(environment), 1 << 20));
}

static HfLogin loginOf(const StoredTokens::Section &section)
{
    const auto token = [&](const QString &key) { return tokenfile::cleaned(section.fields.value(key).toUtf8()); };
    HfLogin login{section.name, token(u"hf_token"_s), token(u"refresh_token"_s)};
    bool isNumber = false;
    const qint64 seconds = section.fields.value(u"expires_at"_s).toLongLong(&isNumber);
    if (isNumber)
        login.expires = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    return login;
}

QList<HfLogin> hfLogins(const Environment &environment)
{
    QList<HfLogin> logins;
    for (const StoredTokens::Section &section : storedTokens(environment).sections()) {
        HfLogin login = loginOf(section);
        if (!login.token.isEmpty())
            logins << login;
    }
    const QByteArray active = tokenfile::tokenIn(environment.tokenPath);
    if (active.isEmpty())
        return logins;
    auto found = std::ranges::find(logins, active, &HfLogin::token);
    if (found == logins.end())
        found = logins.insert(logins.cend(), {{}, active});
    found->isActive = true;
    std::rotate(logins.begin(), found, std::next(found));
    return logins;
}

static std::optional<Error> forgetUnderLock(const Environment &environment, const QByteArray &token)
{
    const QString path = storedPath(environment);
    const StoredTokens stored = storedTokens(environment);
    if (stored.has(token)) {
        if (auto error = tokenfile::replace(path, stored.without(token)))
            return error;
    }
    if (tokenfile::tokenIn(environment.tokenPath) != token)
        return {};
    const bool isGone = ::unlink(QFile::encodeName(environment.tokenPath).constData()) == 0 || errno == ENOENT;
    return isGone ? std::nullopt : std::optional(core::diskError(errno));
}

std::optional<Error> forgetHfLogin(const Environment &environment, const QByteArray &token)
{
    if (token.isEmpty())
        return {};
    const bool isThere = storedTokens(environment).has(token) || tokenfile::tokenIn(environment.tokenPath) == token;
    if (!isThere)
        return {};
    FileLock lock(storedPath(environment) + ".lock"_L1);
    const auto taken = lock.tryLock();
    if (!taken)
        return taken.error();
    if (*taken == FileLock::Outcome::Busy) {
        return Error{
            Error::Kind::Conflict,
            QCoreApplication::translate("HfLogin", "Another program is changing the tokens of “hf” at the moment.")};
    }
    return forgetUnderLock(environment, token);
}
