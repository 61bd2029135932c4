// SPDX-License-Identifier: Apache-2.0
#include "hub/redirect.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

Result<QNetworkRequest> hub::redirected(const QNetworkRequest &from, const QUrl &location)
{
    QUrl to = from.url().resolved(location);
    to.setUserInfo({});  // Qt would sign in with it.
    const bool downgrades = from.url().scheme() == "https"_L1 && to.scheme() != "https"_L1;
    const bool isWeb = to.scheme() == "https"_L1 || to.scheme() == "http"_L1;
    const int hopsLeft = from.maximumRedirectsAllowed();
    if (hopsLeft == 0 || !to.isValid() || !isWeb || downgrades)
        return Error{Error::Kind::Refused, QCoreApplication::translate("hub", "The Hub sent us to an unsafe address."),
                     to.host()};

    QNetworkRequest next(from);
    next.setUrl(to);
    next.setMaximumRedirectsAllowed(hopsLeft - 1);
    if (to.scheme() != from.url().scheme() || to.authority() != from.url().authority())
        next.setRawHeader("Authorization", QByteArray());  // A null value takes the header out.
    return next;
}
