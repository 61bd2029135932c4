// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/place.h"

#include <QList>
#include <QStringList>
#include <QWidget>

#include <optional>

/// What fills the window beside the places: says where it is and takes the commands that every page has.
class WindowPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void open(const Place &place) { Q_UNUSED(place) }  ///< It comes to the front, at one of its own places.
    virtual QString icon() const = 0;
    virtual QStringList crumbs() const = 0;                         ///< The way here, outermost first.
    virtual std::optional<Place> placeOf(int) const { return {}; }  ///< Where a crumb leads.
    virtual QList<NamedPlace> siblingsOf(int) const { return {}; }  ///< What stands beside a crumb.
    virtual QString filterHint() const { return {}; }               ///< Empty: this page has nothing to filter.
    virtual void setFilter(const QString &) {}
    virtual void reload() {}
    virtual void turnTab(int) {}  ///< To the next tab (1) or the one before (-1), and round again.
    virtual void focusContent() { setFocus(Qt::OtherFocusReason); }  ///< F6 and Return in the location lead here.
    virtual QWidget *sideArea() const { return nullptr; }  ///< Beside the content, where F6 leads next; null: none.

Q_SIGNALS:
    void crumbsChanged();
};
