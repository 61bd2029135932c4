// SPDX-License-Identifier: Apache-2.0
#include "cli/whoamicommand.h"

#include "accounts/tokenstore.h"
#include "hub/hubclient.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {

/// For scripts: a word that stays as it is.
QString wordOf(TokenStore::Source source)
{
    switch (source) {
    case TokenStore::Source::Nobody: break;
    case TokenStore::Source::Variable: return u"variable"_s;
    case TokenStore::Source::Account: return u"keychain"_s;
    case TokenStore::Source::File: return u"file"_s;
    }
    return {};
}

QString textOf(TokenStore::Source source)
{
    switch (source) {
    case TokenStore::Source::Nobody: break;
    case TokenStore::Source::Variable: return WhoamiCommand::tr("HF_TOKEN of the environment");
    case TokenStore::Source::Account: return WhoamiCommand::tr("the keychain");
    case TokenStore::Source::File: return WhoamiCommand::tr("the file of hf");
    }
    return {};
}

QJsonArray jsonOf(const QList<TokenScope> &scopes)
{
    QJsonArray array;
    for (const TokenScope &scope : scopes)
        array.append(QJsonObject{{u"entity"_s, scope.entity},
                                 {u"permissions"_s, QJsonArray::fromStringList(scope.permissions)}});
    return array;
}

}  // namespace

void WhoamiCommand::describe(QCommandLineParser &parser) const
{
    parser.addOption({u"json"_s, tr("Print one JSON document.")});
}

QString WhoamiCommand::take(const QCommandLineParser &parser)
{
    m_json = parser.isSet(u"json"_s);
    return parser.positionalArguments().isEmpty() ? QString() : tr("This takes no names.");
}

void WhoamiCommand::start()
{
    const QUrl &endpoint = engine()->options().endpoint;
    if (accounts()->tokens().source(endpoint) == TokenStore::Source::Nobody)
        return fail(accounts()->trouble(endpoint).value_or(
            Error{Error::Kind::Unauthorized, tr("Nobody is signed in at %1.").arg(endpoint.host())}));
    engine()->hub()->send(hub::whoami(), this, [this](const Result<Identity> &identity) {
        if (!identity)
            return fail(identity.error());
        print(*identity);
        Q_EMIT finished(cli::Done);
    });
}

void WhoamiCommand::print(const Identity &identity) const
{
    const QUrl &endpoint = engine()->options().endpoint;
    const auto source = accounts()->tokens().source(endpoint);
    if (m_json)
        return terminal()->json(
            QJsonDocument(QJsonObject{{u"name"_s, identity.name},
                                      {u"fullName"_s, identity.fullName},
                                      {u"organisations"_s, QJsonArray::fromStringList(identity.organisations)},
                                      {u"endpoint"_s, endpoint.toString()},
                                      {u"source"_s, wordOf(source)},
                                      {u"token"_s,
                                       QJsonObject{{u"name"_s, identity.tokenName},
                                                   {u"role"_s, identity.tokenRole},
                                                   {u"expires"_s, identity.tokenExpires.toString(Qt::ISODate)},
                                                   {u"scopes"_s, jsonOf(identity.scopes)}}}}));
    terminal()->line(identity.name);
    if (!identity.organisations.isEmpty())
        terminal()->line(tr("Organisations: %1").arg(identity.organisations.join(u", "_s)));
    if (!identity.tokenRole.isEmpty())
        terminal()->line(tr("Token: %1 (%2)").arg(identity.tokenName, identity.tokenRole));
    for (const TokenScope &scope : identity.scopes)
        terminal()->line(u"  %1: %2"_s.arg(scope.entity, scope.permissions.join(u", "_s)));
    terminal()->line(tr("Source: %1, for %2").arg(textOf(source), endpoint.host()));
}
