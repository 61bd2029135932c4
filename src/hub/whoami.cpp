// SPDX-License-Identifier: Apache-2.0
#include "hub/whoami.h"

#include "hub/json.h"

using namespace Qt::Literals::StringLiterals;

ApiCall<Identity> hub::whoami()
{
    return {"GET", {u"api"_s, u"whoami-v2"_s}, {}, {}, &parseIdentity};
}

Result<Identity> hub::parseIdentity(const Reply &reply)
{
    const auto json = json::objectOf(reply);
    if (!json)
        return json.error();

    const QJsonValue token = json->value("auth"_L1)["accessToken"_L1];
    Identity identity{json->value("name"_L1).toString(),
                      json->value("fullname"_L1).toString(),
                      {},
                      token["displayName"_L1].toString(),
                      token["role"_L1].toString()};
    if (identity.name.isEmpty())
        return json::badReply(u"the account has no name"_s);
    for (const QJsonValue organisation : json->value("orgs"_L1).toArray()) {
        if (organisation["name"_L1].isString())
            identity.organisations << organisation["name"_L1].toString();
    }
    return identity;
}
