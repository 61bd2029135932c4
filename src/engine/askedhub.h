// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hubid.h"
#include "engine/hubwatch.h"
#include "engine/seencommits.h"
#include "hub/hubclient.h"

/// One Hub as it is asked for one account: its client, whether it can be reached, and the commits that were seen there.
/// Another account may see others.
class AskedHub final
{
public:
    /// What \a network and \a credentials are for outlives it. \a isOffline: no request leaves.
    AskedHub(HubId id, QNetworkAccessManager *network, const QUrl &endpoint, const Credentials *credentials,
             bool isOffline)
        : m_id(std::move(id)),
          m_client(network, endpoint, m_id.account, credentials),
          m_watch(isOffline ? nullptr : &m_client)
    {
        if (isOffline)
            m_client.setOffline();
    }

    const HubId &id() const { return m_id; }
    HubClient &client() { return m_client; }
    HubWatch &watch() { return m_watch; }
    SeenCommits &seenCommits() { return m_seenCommits; }

private:
    HubId m_id;
    HubClient m_client;
    HubWatch m_watch;
    SeenCommits m_seenCommits;
};
