// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>

/// What QtKeychain does not tell of the desktop's Secret Service, asked for over D-Bus.
namespace secretservice {

enum class State {
    Unlocked,  ///< Also where the system keeps secrets without a Secret Service: macOS and Windows.
    Locked,
    Absent,  ///< No bus, no such service on it, or one without a place for new entries.
    Silent   ///< It did not answer within five seconds.
};

/// The state of the place that new entries go to. \a done comes later, not after \a context died.
void askState(QObject *context, std::function<void(State)> done);

}  // namespace secretservice
