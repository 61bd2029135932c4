// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/viewpalette.h"

#include "gui/theme/colormath.h"
#include "gui/theme/roles.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>

namespace look {

ViewPalette::ViewPalette(QAbstractItemView *view, QPalette::ColorRole ground)
    : QObject(view),
      m_view(view),
      m_ground(ground)
{
    view->installEventFilter(this);
    update();
}

void ViewPalette::apply(QAbstractItemView *view, QPalette::ColorRole ground)
{
    delete view->findChild<ViewPalette *>({}, Qt::FindDirectChildrenOnly);
    new ViewPalette(view, ground);
    view->viewport()->setAutoFillBackground(ground == QPalette::Base);
    view->setFrameShape(QFrame::NoFrame);
    view->setMouseTracking(true);
    view->viewport()->setAttribute(Qt::WA_Hover);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
}

bool ViewPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && !m_updating)  // ApplicationPaletteChange reaches windows only.
        update();
    return QObject::eventFilter(watched, event);
}

void ViewPalette::update()
{
    const QScopedValueRollback<bool> guard(m_updating, true);
    const Roles &roles = currentRoles();
    QPalette own;  // Only what is set here is ours; the rest goes on following the application.
    own.setColor(QPalette::Active, QPalette::Highlight, roles.selection);
    const QColor ground = m_ground == QPalette::Base ? roles.content : roles.chrome;
    own.setColor(QPalette::Inactive, QPalette::Highlight, mix(ground, roles.text, roles.dark ? 0.13 : 0.08));
    own.setColor(QPalette::HighlightedText, roles.text);
    m_view->setPalette(own);
}

}
