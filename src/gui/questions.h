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

/// What goes on when the window closes.
struct Unfinished {
    int downloads = 0;
    qint64 bytesLeft = 0;  ///< Of the downloads; 0: not known.
    bool isExporting = false;
};

/// Asks what becomes of it.
void askClosing(QWidget *parent, const Unfinished &unfinished, std::function<void(ClosingAnswer)> act);

}  // namespace gui
