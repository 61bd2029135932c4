// SPDX-License-Identifier: Apache-2.0
#include "gui/questions.h"

#include "core/texts.h"
#include "gui/widgets/button.h"

#include <QCoreApplication>
#include <QMessageBox>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The translation context of this file.
struct Questions {
    Q_DECLARE_TR_FUNCTIONS(gui::Questions)
};

/// Asks nothing before it is open()ed.
QMessageBox *makeBox(QWidget *parent, const QString &question, const QString &detail)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(question);
    box->setInformativeText(detail);
    return box;
}

}  // namespace

void gui::askDeletion(QWidget *parent, const QString &question, const QString &detail, const QString &button,
                      std::function<void()> act)
{
    QMessageBox *box = makeBox(parent, question, detail);
    auto *remove = new look::Button(button, u"trash"_s, look::Button::Kind::Danger, box);
    remove->setAutoDefault(true);  // Else Return on it would be the answer of the default button.
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

void gui::askClosing(QWidget *parent, const Unfinished &unfinished, std::function<void(ClosingAnswer)> act)
{
    QStringList texts;
    QStringList details;
    if (unfinished.downloads > 0) {
        texts << (unfinished.bytesLeft > 0
                      ? Questions::tr("%Ln downloads are under way (%1 left).", nullptr, unfinished.downloads)
                            .arg(core::sizeText(unfinished.bytesLeft))
                      : Questions::tr("%Ln downloads are under way.", nullptr, unfinished.downloads));
        details << Questions::tr("What is here stays here: after a stop, the next start goes on from it.");
    }
    if (unfinished.isExporting) {
        texts << Questions::tr("An export is running.");
        details << Questions::tr("An export that is stopped leaves nothing behind.");
    }
    QMessageBox *box = makeBox(parent, texts.join(u' '), details.join(u' '));
    QPushButton *goOn = box->addButton(Questions::tr("Go on in the background"), QMessageBox::AcceptRole);
    QPushButton *stop = box->addButton(Questions::tr("Stop and quit"), QMessageBox::DestructiveRole);
    QPushButton *stay = box->addButton(Questions::tr("Stay"), QMessageBox::RejectRole);
    box->setDefaultButton(goOn);
    box->setEscapeButton(stay);
    QObject::connect(box, &QMessageBox::buttonClicked, parent,
                     [goOn, stop, act = std::move(act)](const QAbstractButton *chosen) {
                         act(chosen == goOn       ? ClosingAnswer::GoOnInBackground
                                 : chosen == stop ? ClosingAnswer::StopAndQuit
                                                  : ClosingAnswer::Stay);
                     });
    box->open();
}
