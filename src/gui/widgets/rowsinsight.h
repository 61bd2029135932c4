// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

class QTreeView;

namespace look {

/// Which rows of a flat list can be seen, told a moment after that may have changed.
class RowsInSight final : public QObject
{
    Q_OBJECT

public:
    explicit RowsInSight(QTreeView *view);  ///< Which has its model.

    int first() const;
    int last() const;  ///< Below first() where there is none, or the list cannot be seen.

Q_SIGNALS:
    void changed(bool hasMoved);  ///< By somebody's scrolling, not by rows that came, went or were sorted.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTreeView *m_view;
    QTimer m_timer;
    bool m_hasMoved = false;
};

}
