// SPDX-License-Identifier: Apache-2.0
#include "gui/focusareas.h"

#include "gui/locationbar.h"
#include "gui/placespane.h"
#include "gui/windowpage.h"

#include <QStackedWidget>

FocusAreas::FocusAreas(LocationBar *location, PlacesPane *places, QStackedWidget *pages)
    : m_location(location),
      m_places(places),
      m_pages(pages)
{
}

QWidget *FocusAreas::side() const
{
    return static_cast<WindowPage *>(m_pages->currentWidget())->sideArea();
}

FocusAreas::Area FocusAreas::current() const
{
    const QWidget *focused = m_pages->window()->focusWidget();
    const auto has
        = [focused](const QWidget *area) { return area && (area == focused || area->isAncestorOf(focused)); };
    if (has(side()))  // First: it lies within the content.
        return Side;
    return has(m_pages) ? Content : has(m_places) ? Places : Location;
}

void FocusAreas::move(bool forward) const
{
    const int count = side() ? 4 : 3;
    m_pages->window()->setAttribute(Qt::WA_KeyboardFocusChange);  // Qt sets it for Tab alone: the rings are shown.
    enter(Area((current() + (forward ? 1 : count - 1)) % count), forward);
}

void FocusAreas::enter(Area area, bool forward) const
{
    if (area == Side)
        side()->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    else if (area == Content)
        static_cast<WindowPage *>(m_pages->currentWidget())->focusContent();
    else if (area == Places && m_places->isVisible())
        m_places->takeFocus(Qt::TabFocusReason);
    else
        m_location->focusNext();
}
