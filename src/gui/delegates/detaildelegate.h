// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/delegates/celldelegate.h"

namespace look {

/// A row that begins with a name and its icon, which the style paints; what follows are details of our own.
class DetailDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// \a rect is the cell without its padding, its ground is painted, and the painter has its font.
    virtual void paintDetail(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &cell,
                             const QModelIndex &index) const = 0;

    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

}
