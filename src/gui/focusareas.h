// SPDX-License-Identifier: Apache-2.0
#pragma once

class LocationBar;
class PlacesPane;
class QStackedWidget;
class QWidget;

/// The parts of the window that F6 leads through: location, places, content, what stands beside it, and round again.
class FocusAreas
{
public:
    /// All of them outlive it. \a pages are WindowPage's.
    FocusAreas(LocationBar *location, PlacesPane *places, QStackedWidget *pages);

    void move(bool forward) const;

private:
    enum Area { Location, Places, Content, Side };

    Area current() const;
    void enter(Area area, bool forward) const;
    QWidget *side() const;  ///< Null where nothing stands beside the content.

    LocationBar *m_location;
    PlacesPane *m_places;
    QStackedWidget *m_pages;
};
