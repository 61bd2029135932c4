// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/token.h"

#include <algorithm>

namespace localhub {

namespace {

bool isOwnerName(const QByteArray &name)
{
    return RepoName{RepoType::Model, name, "x"}.isValid();
}

std::optional<Token::Role> roleOf(const QByteArray &text)
{
    if (text == "read")
        return Token::Role::Read;
    if (text == "write")
        return Token::Role::Write;
    if (text == "fine-grained")
        return Token::Role::FineGrained;
    return {};
}

/// An ISO date, in UTC where it does not say, or "+SECONDS" from now. Not valid where it is neither.
QDateTime momentOf(const QByteArray &text)
{
    if (text.startsWith('+')) {
        bool isNumber = false;
        const qint64 milliseconds = qRound64(text.sliced(1).toDouble(&isNumber) * 1000);
        return isNumber ? QDateTime::currentDateTimeUtc().addMSecs(milliseconds) : QDateTime();
    }
    QDateTime moment = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs);
    if (moment.timeSpec() == Qt::LocalTime)
        moment.setTimeSpec(Qt::UTC);
    return moment.toUTC();
}

/// Of "OWNER" or "TYPE/OWNER/NAME".
std::optional<TokenScope> scopeOf(const QByteArray &place, const QByteArrayList &permissions)
{
    const QByteArrayList parts = place.split('/');
    if (parts.size() == 1)
        return isOwnerName(place) ? std::optional(TokenScope{place, {}, permissions}) : std::nullopt;
    const auto type = repoTypeOf(parts.first());
    if (!type || parts.size() != 3)
        return {};
    const RepoName repo{*type, parts[1], parts[2]};
    return repo.isValid() ? std::optional(TokenScope{repo.owner, repo, permissions}) : std::nullopt;
}

bool hasAny(const QByteArrayList &list, std::initializer_list<const char *> wanted)
{
    return std::ranges::any_of(wanted, [&](const char *scope) { return list.contains(scope); });
}

}  // namespace

bool Token::isScopedFor(const char *permission, const RepoName &repo) const
{
    return std::ranges::any_of(
        scopes, [&](const TokenScope &scope) { return scope.covers(repo) && scope.permissions.contains(permission); });
}

bool Token::allows(const char *permission, const RepoName &repo) const
{
    const bool writes = qstrcmp(permission, kWriteRepo) == 0;
    if (!oauthScopes.isEmpty()
        && !(writes ? hasAny(oauthScopes, {"write-repos", "manage-repos"})
                    : hasAny(oauthScopes, {"read-repos", "write-repos", "manage-repos"})))
        return false;
    switch (role) {
    case Role::Read: return !writes;
    case Role::Write: return true;
    case Role::FineGrained:
        // Who may write may read what is there.
        return isScopedFor(permission, repo) || (!writes && isScopedFor(kWriteRepo, repo));
    }
    return false;
}

bool Token::allowsGated(const RepoName &repo) const
{
    if (!oauthScopes.isEmpty() && !hasAny(oauthScopes, {"gated-repos", "read-repos", "write-repos", "manage-repos"}))
        return false;
    return role != Role::FineGrained || readsGated || isScopedFor(kReadContent, repo);
}

bool Token::parseField(const QByteArray &field)
{
    const qsizetype equals = field.indexOf('=');
    const QByteArray key = equals < 0 ? field : field.first(equals);
    const QByteArray value = equals < 0 ? QByteArray() : field.sliced(equals + 1);
    if (field == "gated") {
        readsGated = true;
        return role == Role::FineGrained;
    }
    if (value.isEmpty())
        return false;
    if (key == "name") {
        displayName = QString::fromUtf8(value);
        return true;
    }
    if (key == "expires") {
        expiresAt = momentOf(value);
        return expiresAt.isValid();
    }
    if (role != Role::FineGrained)
        return false;
    if (key == "global") {
        global = value.split(',');
        return true;
    }
    const auto scope = scopeOf(key, value.split(','));
    if (scope)
        scopes += *scope;
    return scope.has_value();
}

std::optional<Token> Token::parse(const QByteArray &text)
{
    const QByteArrayList fields = text.split(';');
    const QByteArrayList parts = fields.first().split(':');
    if (parts.size() != 3 || !isOwnerName(parts[0]) || parts[1].isEmpty())
        return {};
    const auto role = roleOf(parts[2]);
    if (!role)
        return {};
    Token token{parts[1], parts[0], *role};
    const bool isUnderstood = std::all_of(fields.begin() + 1, fields.end(),
                                          [&](const QByteArray &field) { return token.parseField(field); });
    return isUnderstood ? std::optional(token) : std::nullopt;
}

}  // namespace localhub
