// SPDX-License-Identifier: Apache-2.0
#include "hub/redirect.h"

#include "hub/url.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

Result<QNetworkRequest> hub::redirected(const QNetworkRequest &from, const QUrl &location)
{
    QUrl to = from.url().resolved(location);
    to.setUserInfo({});  // Qt would sign in with it.
    const bool downgrades = from.url().scheme() == "https"_L1 && to.scheme() != "https"_L1;
    const bool isWeb = to.scheme() == "https"_L1 || to.scheme() == "http"_L1;
    const bool entersThisComputer = isLoopback(to) && !isLoopback(from.url());  // Its services trust whoever asks.
    const int hopsLeft = from.maximumRedirectsAllowed();
    if (hopsLeft == 0 || !to.isValid() || to.host().isEmpty() || !isWeb || downgrades || entersThisComputer)
        return Error{Error::Kind::Refused, QCoreApplication::translate("hub", "The Hub sent us to an unsafe address."),
                     to.host()};

    QNetworkRequest next(from);
    next.setUrl(to);
    next.setMaximumRedirectsAllowed(hopsLeft - 1);
    if (!isSameOrigin(to, from.url()))
        next.setRawHeader("Authorization", QByteArray());  // A null value takes the header out.
    return next;
}
