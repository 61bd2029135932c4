// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

class QMenu;
class QPushButton;
class QWidget;

namespace look {

/// A context menu that repeats \a buttons, and never says more than they do. It goes when it is closed; more may be
/// put in front before it is shown by popup().
QMenu *menuOf(const QList<QPushButton *> &buttons, QWidget *parent);

}
