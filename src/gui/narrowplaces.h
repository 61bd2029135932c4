// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QSplitter;
class QTreeView;

namespace look {
class PlacesDelegate;
}

/// Shrinks the places at the start of a splitter to their icons while the window is narrow, and gives them their width
/// back after it.
class NarrowPlaces final : public QObject
{
    Q_OBJECT

public:
    /// \a list is painted by \a delegate and lies in the first part of \a splitter.
    NarrowPlaces(QSplitter *splitter, QTreeView *list, look::PlacesDelegate *delegate);

    QByteArray state() const;  ///< The splitter's, as it is in a wide window.

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setNarrow(bool narrow);

    QSplitter *m_splitter;
    QTreeView *m_list;
    look::PlacesDelegate *m_delegate;
    int m_least;  // Widths of the part in a wide window.
    int m_most;
    bool m_narrow = false;
    QByteArray m_wideState;
};
