// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/widgets/breadcrumbbar.h"
#include "gui/widgets/elidedlabel.h"

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

/// Whether widgets show all that they have to say.
namespace fit {

inline QByteArray describe(const QWidget *widget)
{
    const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
    return QByteArray(widget->metaObject()->className()) + " \"" + widget->objectName().toUtf8() + "\" named \""
        + (face ? face->text(QAccessible::Name).toUtf8() : QByteArray()) + '"';
}

/// What a widget has to say does not fit into it.
inline bool isCut(const QWidget *widget)
{
    if (qobject_cast<const look::BreadcrumbBar *>(widget->parentWidget()))
        return false;  // It gives each crumb what it has room for.
    if (qobject_cast<const look::ElidedLabel *>(widget))
        return widget->height() < widget->sizeHint().height();  // Made to give way in its width.
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->wordWrap())
            return label->height() < label->heightForWidth(label->width());
        return label->width() < label->sizeHint().width() || label->height() < label->sizeHint().height();
    }
    const bool isFixed = widget->minimumHeight() == widget->maximumHeight();
    if (qobject_cast<const QPushButton *>(widget) && isFixed)  // Made as low as the line that it stands in.
        return widget->width() < widget->sizeHint().width() || widget->height() < widget->fontMetrics().height();
    if (qobject_cast<const QPushButton *>(widget) || qobject_cast<const QTabBar *>(widget))
        return widget->width() < widget->sizeHint().width() || widget->height() < widget->sizeHint().height();
    if (qobject_cast<const QAbstractSpinBox *>(widget))
        return widget->width() < widget->sizeHint().width() || widget->height() < widget->sizeHint().height();
    if (qobject_cast<const QAbstractSpinBox *>(widget->parentWidget())
        || qobject_cast<const QComboBox *>(widget->parentWidget()))
        return false;  // Its field has no frame of its own, and is as large as the box has it.
    if (const auto *field = qobject_cast<const QLineEdit *>(widget))
        return field->height() < field->sizeHint().height();
    return false;
}

/// The first widget of \a window that is cut, or a button that lies outside of it; empty where all is well.
inline QByteArray firstFault(const QWidget *window)
{
    QCoreApplication::processEvents();
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != window)
            continue;
        // A text that changed just now has its room when the layout had its turn.
        if (!QTest::qWaitFor([widget] { return !isCut(widget); }, 1000))
            return describe(widget) + " is cut: " + QByteArray::number(widget->width()) + " of "
                + QByteArray::number(widget->sizeHint().width());
        const QRect place(widget->mapTo(window, QPoint()), widget->size());
        if (qobject_cast<QAbstractButton *>(widget) && !window->rect().contains(place))
            return describe(widget) + " lies outside of the window";
    }
    return {};
}

}  // namespace fit
