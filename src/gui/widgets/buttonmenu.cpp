// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/buttonmenu.h"

#include <QMenu>
#include <QPushButton>

namespace look {

QMenu *menuOf(const QList<QPushButton *> &buttons, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QPushButton *button : buttons) {
        if (button->isHidden())
            continue;
        QAction *action
            = menu->addAction(button->icon(), button->text().isEmpty() ? button->accessibleName() : button->text());
        action->setEnabled(button->isEnabled());
        QObject::connect(action, &QAction::triggered, button, &QPushButton::click);
    }
    return menu;
}

}
