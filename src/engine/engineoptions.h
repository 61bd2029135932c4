// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/environment.h"
#include "transfer/transferoptions.h"

#include <QStringList>
#include <QUrl>

#include <memory>

class Credentials;
class QProcessEnvironment;
class Settings;
class TokenStore;

/// What an engine is made for.
struct EngineOptions {
    static constexpr int kMostAtOnce = TransferOptions::kMostAtOnce;  ///< More transfers cannot run at once.

    QUrl endpoint;
    QString cacheRoot = {};
    QString caFile = {};
    QUrl proxy = {};  ///< Where the environment names none.
    bool isOffline = false;
    bool noSymlinks = false;
    std::shared_ptr<const Credentials> credentials = {};
    std::shared_ptr<TokenStore> tokens = {};  ///< The same, where accounts may sign in.
    Environment environment = {};             ///< What it was made of: also where `hf` keeps its logins.
    QString clientId = {};                    ///< As what a browser signs this program in; empty: it cannot.
    bool isDemo = false;                      ///< Hub and cache are the demo's own: nobody chooses them.
    QUrl defaultEndpoint = {};                ///< What counts where nothing was chosen.
    QString defaultCacheRoot = {};
    QStringList overriding = {};   ///< Variables of the environment that decide one of these.
    int mostAtOnce = kMostAtOnce;  ///< Transfers.
    QString journal = {};          ///< Keeps the transfers from one run to the next; empty: they are forgotten.

    /// For the Hub, the cache and the token that the environment names.
    static EngineOptions of(const QProcessEnvironment &variables);

    /// Client ids are given out by each Hub for itself: ours is that of the Hub that is set.
    QString clientIdAt(const QUrl &hub) const;

    /// What was chosen in the window, where the environment says nothing of it. The environment's token stays that of
    /// the environment's Hub.
    void adopt(const Settings &settings, const Environment &environment);
};
