// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/searchfield.h"

#include "gui/theme/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace look {

void makeSearchField(QLineEdit *edit, const QString &icon)
{
    QAction *enter = edit->addAction(lineIcon(icon, Tone::Neutral), QLineEdit::LeadingPosition);
    enter->setText(edit->accessibleName());
    enter->setToolTip({});
    QObject::connect(enter, &QAction::triggered, edit,
                     [edit] {  // It is a button: a press that does nothing is a riddle.
                         edit->setFocus(Qt::OtherFocusReason);
                         edit->selectAll();
                     });
    edit->setClearButtonEnabled(true);
    if (auto *clear = edit->findChild<QAction *>(u"_q_qlineeditclearaction"_s))  // Qt leaves it without a name.
        clear->setText(QCoreApplication::translate("gui", "Clear"));
}

}
