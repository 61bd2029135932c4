// SPDX-License-Identifier: Apache-2.0
#include "gui/accounts/accounttexts.h"

#include "core/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The translation context of this file.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(AccountTexts)
};

constexpr qsizetype kMostNamed = 3;

QString kindOf(const QString &role)
{
    if (role == "write"_L1)
        return Texts::tr("Write token");
    if (role == "read"_L1)
        return Texts::tr("Read token");
    return role == "fineGrained"_L1 ? Texts::tr("Fine-grained token") : Texts::tr("Token");
}

}  // namespace

QString gui::tokenText(const Identity &identity)
{
    if (identity.tokenRole.isEmpty())
        return Texts::tr("Signed in with the browser");
    const QString kind = kindOf(identity.tokenRole);
    return identity.tokenName.isEmpty() ? kind : Texts::tr("%1 “%2”").arg(kind, core::visible(identity.tokenName));
}

QString gui::memberText(const Identity &identity)
{
    const QString named = core::visible(identity.organisations.mid(0, kMostNamed).join(u", "_s));
    const int more = int(qMax<qsizetype>(0, identity.organisations.size() - kMostNamed));
    return more > 0 ? Texts::tr("%1 and %n more", nullptr, more).arg(named) : named;
}

QString gui::expiryText(const Identity &identity)
{
    if (!identity.tokenExpires.isValid())
        return {};
    return Texts::tr("Expires on %1")
        .arg(QLocale().toString(identity.tokenExpires.toLocalTime().date(), QLocale::LongFormat));
}

QStringList gui::scopeTexts(const Identity &identity)
{
    QStringList texts;
    for (const TokenScope &scope : identity.scopes)
        texts << u"%1: %2"_s.arg(core::visible(scope.entity), core::visible(scope.permissions.join(u", "_s)));
    return texts;
}
