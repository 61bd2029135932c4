// SPDX-License-Identifier: Apache-2.0
// hflogins [forget]: writes what `hf auth login` left as a list in JSON; or forgets the token that it reads from stdin.
#include "accounts/hflogin.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>

#include <cstdio>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

static int forget(const Environment &environment)
{
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return 2;
    const auto error = forgetHfLogin(environment, in.readAll());
    if (error)
        std::fputs(qPrintable(error->message), stderr);
    return error ? 1 : 0;
}

int main(int argc, char *argv[])
{
    const auto environment = Environment::of(QProcessEnvironment::systemEnvironment());
    if (argc == 2 && std::strcmp(argv[1], "forget") == 0)
        return forget(environment);
    QJsonArray all;
    for (const HfLogin &login : hfLogins(environment)) {
        QJsonObject one{{u"name"_s, login.name},
                        {u"token"_s, QString::fromUtf8(login.token)},
                        {u"refresh_token"_s, QString::fromUtf8(login.refreshToken)},
                        {u"active"_s, login.isActive}};
        if (login.expires.isValid())
            one.insert(u"expires_at"_s, login.expires.toSecsSinceEpoch());
        all.append(one);
    }
    std::puts(QJsonDocument(all).toJson(QJsonDocument::Compact).constData());
    return 0;
}
