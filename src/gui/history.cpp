// SPDX-License-Identifier: Apache-2.0
#include "gui/history.h"

void History::visit(const Place &place)
{
    if (place == current())
        return;
    m_places.resize(m_at + 1);
    m_places.append(place);
    if (m_places.size() > kLongest)
        m_places.removeFirst();
    m_at = m_places.size() - 1;
}

void History::correct(const Place &place)
{
    m_places[m_at] = place;
}

const Place &History::back()
{
    if (canGoBack())
        --m_at;
    return current();
}

const Place &History::forward()
{
    if (canGoForward())
        ++m_at;
    return current();
}
