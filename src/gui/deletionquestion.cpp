// SPDX-License-Identifier: Apache-2.0
#include "gui/deletionquestion.h"

#include "gui/widgets/button.h"

#include <QMessageBox>

using namespace Qt::Literals::StringLiterals;

void gui::askDeletion(QWidget *parent, const QString &question, const QString &detail, const QString &button,
                      std::function<void()> act)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(question);
    box->setInformativeText(detail);
    auto *remove = new look::Button(button, u"trash"_s, look::Button::Kind::Danger, box);
    box->addButton(remove, QMessageBox::DestructiveRole);
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    QObject::connect(box, &QMessageBox::buttonClicked, parent, [remove, act = std::move(act)](QAbstractButton *chosen) {
        if (chosen == remove)
            act();
    });
    box->open();
}
