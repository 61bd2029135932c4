// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

class QString;
class QWidget;

namespace gui {

/// Asks before something is destroyed: the button that does it says what ("Delete 5.05 GB"), and the one that has the
/// keyboard is Cancel. \a act is not called once \a parent died.
void askDeletion(QWidget *parent, const QString &question, const QString &detail, const QString &button,
                 std::function<void()> act);

}  // namespace gui
