// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QByteArray>

#include <optional>

/// What the keychain said, or why it said nothing: \a outcome is for code to branch on, error() for people.
struct KeychainAnswer {
    enum class Outcome {
        Done,     ///< It was read, written or removed.
        NoEntry,  ///< Of reading alone: the keychain is open, and there is no such entry.
        Absent,   ///< There is no keychain here, or none that was set up.
        Locked,   ///< Nobody knows what is in it.
        Denied,   ///< The user, or a rule, does not want us to.
        Silent,   ///< Nobody answered in time: neither the keychain nor whom it asked.
        Failed
    };

    Outcome outcome;
    QByteArray secret = {};  ///< Of reading, where it is Done.
    QString detail = {};     ///< What the system said; never the secret.

    /// Of kind Keychain; nothing where it is Done or NoEntry.
    std::optional<Error> error() const;
};
