// SPDX-License-Identifier: Apache-2.0
#include "gui/narrowplaces.h"

#include "gui/delegates/placesdelegate.h"

#include <QEvent>
#include <QSplitter>
#include <QTreeView>

namespace {

constexpr int kNarrowBelow = 760;  // Width of the window.
constexpr int kNarrowWidth = 44;

}  // namespace

NarrowPlaces::NarrowPlaces(QSplitter *splitter, QTreeView *list, look::PlacesDelegate *delegate)
    : QObject(splitter),
      m_splitter(splitter),
      m_list(list),
      m_delegate(delegate),
      m_least(splitter->widget(0)->minimumWidth()),
      m_most(splitter->widget(0)->maximumWidth())
{
    splitter->window()->installEventFilter(this);
}

QByteArray NarrowPlaces::state() const
{
    return m_narrow ? m_wideState : m_splitter->saveState();
}

bool NarrowPlaces::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setNarrow(m_splitter->window()->width() < kNarrowBelow);
    return QObject::eventFilter(watched, event);
}

void NarrowPlaces::setNarrow(bool narrow)
{
    if (narrow == m_narrow)
        return;
    if (narrow)
        m_wideState = m_splitter->saveState();
    m_narrow = narrow;
    m_delegate->setCompact(narrow);
    QWidget *part = m_splitter->widget(0);
    part->setMinimumWidth(narrow ? kNarrowWidth : m_least);
    part->setMaximumWidth(narrow ? kNarrowWidth : m_most);
    if (narrow)
        m_splitter->setSizes({kNarrowWidth, m_splitter->width() - kNarrowWidth});
    else
        m_splitter->restoreState(m_wideState);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->doItemsLayout();
}
