// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>
#include <QWidget>

namespace look {

/// Turns the margins of all layouts of \a page round where text runs from right to left: Qt mirrors what lies in a
/// layout, but not its margins.
inline void mirrorMargins(QWidget *page)
{
    if (page->layoutDirection() != Qt::RightToLeft)
        return;
    for (QLayout *layout : page->findChildren<QLayout *>()) {
        const QMargins margins = layout->contentsMargins();
        layout->setContentsMargins(margins.right(), margins.top(), margins.left(), margins.bottom());
    }
}

}
