// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

#include <memory>

class Credentials;
class QProcessEnvironment;

/// What an engine is made for.
struct EngineOptions {
    QUrl endpoint;
    QString account = {};  ///< Empty: nobody signed in.
    QString cacheRoot = {};
    QString caFile = {};
    bool isOffline = false;
    bool noSymlinks = false;
    std::shared_ptr<const Credentials> credentials = {};
    QString journal = {};  ///< Keeps the transfers from one run to the next; empty: they are forgotten.

    /// For the Hub, the cache and the token that the environment names.
    static EngineOptions of(const QProcessEnvironment &variables);
};
