// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <functional>

class QString;
class QWidget;

/// The few things that are worth a message box. None of them blocks; what it leads to is not called once its parent
/// died.
namespace gui {

/// Asks before something is destroyed: the button that does it says what ("Delete 5.05 GB"), and the one that has the
/// keyboard is Cancel.
void askDeletion(QWidget *parent, const QString &question, const QString &detail, const QString &button,
                 std::function<void()> act);

enum class ClosingAnswer { Stay, StopAndQuit, GoOnInBackground };

/// Asks what becomes of \a active downloads, of which \a bytesLeft are missing (0: not known), when the window closes.
void askClosing(QWidget *parent, int active, qint64 bytesLeft, std::function<void(ClosingAnswer)> act);

}  // namespace gui
