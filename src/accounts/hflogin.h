// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "local/environment.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>

/// What one `hf auth login` left on this computer.
struct HfLogin {
    QString name;  ///< By which `hf auth list` calls it; empty where it has none.
    QByteArray token;
    QByteArray refreshToken = {};  ///< Of a sign-in in the browser.
    QDateTime expires = {};        ///< In UTC; not valid where the file does not say.
    bool isActive = false;         ///< The one that `hf` uses.
};

/// Those in the token's file and in stored_tokens beside it: the active one first, the others as the file has them.
/// What cannot be read, or stand in a header, is none.
QList<HfLogin> hfLogins(const Environment &environment);

/// Takes \a token out of both files, under the lock that huggingface_hub takes for it; the other logins stay as they
/// are. Where there is no such token nothing is touched. Waits for the disk, never for the lock.
/// Errors: Conflict (it is locked), Disk, DiskFull, Refused.
std::optional<Error> forgetHfLogin(const Environment &environment, const QByteArray &token);
