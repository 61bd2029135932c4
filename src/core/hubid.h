// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>

/// Which Hub is asked, and as whom.
struct HubId {
    QUrl endpoint = {};    ///< Empty: the one that Hubdeck is set to.
    QString account = {};  ///< Empty: whoever is chosen there.

    bool isOwn() const { return endpoint.isEmpty(); }

    friend bool operator==(const HubId &, const HubId &) = default;
};
