// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/place.h"

#include <QList>

/// Where one was: a line of places with a current one, as a browser keeps it.
class History
{
public:
    const Place &current() const { return m_places[m_at]; }
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_places.size(); }

    /// Goes to \a place and forgets what lay ahead. The current place again changes nothing.
    void visit(const Place &place);
    /// Says the current place better, without a new step: a redirected name, a revision that was left open.
    void correct(const Place &place);
    const Place &back();
    const Place &forward();

private:
    static constexpr qsizetype kLongest = 200;

    QList<Place> m_places{Place{}};
    qsizetype m_at = 0;
};
