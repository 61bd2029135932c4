// SPDX-License-Identifier: Apache-2.0
#pragma once

class QMenuBar;
struct WindowActions;

namespace gui {

/// Puts each of \a actions into the menu where people look for it.
void fillMenus(QMenuBar *bar, const WindowActions &actions);

}  // namespace gui
