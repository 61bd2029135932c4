// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>

/// What QtKeychain does not tell of the desktop's Secret Service, asked for over D-Bus.
namespace secretservice {

enum class State {
    Unlocked,
    Locked,
    Absent,   ///< No bus, no such service on it, or one without a place for new entries.
    Silent,   ///< It did not answer within five seconds.
    NotAsked  ///< QtKeychain asks something else: KWallet on Plasma, or the keychain of macOS or Windows.
};

/// The state of the place that new entries go to, after QtKeychain was asked in the name of \a application. \a done
/// comes later, not after \a context died.
void askState(const QString &application, QObject *context, std::function<void(State)> done);

}  // namespace secretservice
