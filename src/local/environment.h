// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcessEnvironment>
#include <QString>
#include <QUrl>

/// What the environment says of the Hub, by the names and rules of huggingface_hub (HF_HOME, HF_ENDPOINT, ...), as a
/// value. Tokens are not in it: accounts/ reads those itself.
struct Environment {
    /// HF_ENDPOINT without a slash at its end, else https://huggingface.co. Not valid where HF_ENDPOINT is set to what
    /// is no http or https address: no other Hub may get what was meant for that one.
    QUrl endpoint;
    bool endpointIsSet = false;
    QString home;                  ///< HF_HOME, else $XDG_CACHE_HOME/huggingface, else ~/.cache/huggingface.
    QString cache;                 ///< HF_HUB_CACHE, HUGGINGFACE_HUB_CACHE, else <home>/hub.
    QString tokenPath;             ///< HF_TOKEN_PATH, else <home>/token.
    QString caFile;                ///< REQUESTS_CA_BUNDLE, CURL_CA_BUNDLE, SSL_CERT_FILE.
    QString clientId;              ///< HF_DEVICE_CODE_OAUTH_CLIENT_ID: as what a browser signs this program in.
    bool isOffline = false;        ///< HF_HUB_OFFLINE where it is not empty, else TRANSFORMERS_OFFLINE.
    bool noSymlinks = false;       ///< HF_HUB_DISABLE_SYMLINKS.
    bool noImplicitToken = false;  ///< HF_HUB_DISABLE_IMPLICIT_TOKEN.
    QStringList overriding;        ///< Names of the variables that were set and count, to be shown in the settings.

    /// "~" and "$NAME" are expanded where huggingface_hub expands them. A variable that is set but empty counts as not
    /// set. Paths are absolute and have no slash at their end. Booleans are true for 1, ON, YES, TRUE in any case.
    static Environment of(const QProcessEnvironment &variables);

    /// \a text as an address of a Hub; not valid where it is no http or https address.
    static QUrl endpointOf(QString text);

    bool setsCache() const;  ///< By HF_HUB_CACHE, HUGGINGFACE_HUB_CACHE or HF_HOME.
};
