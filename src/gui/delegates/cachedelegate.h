// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/delegates/celldelegate.h"

namespace look {

/// What eats the disk, as rows: a bar of each one's share in its kind's colour, figures, a note.
class CacheDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    /// The colour of a kind, as Roles::series() counts.
    static int seriesOf(int kind) { return kind; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

}
