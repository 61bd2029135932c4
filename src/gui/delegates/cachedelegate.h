// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/delegates/detaildelegate.h"

namespace look {

/// What eats the disk, as rows: a bar of each one's share in its kind's colour, figures, a note.
class CacheDelegate final : public DetailDelegate
{
    Q_OBJECT

public:
    using DetailDelegate::DetailDelegate;

    /// The colour of a kind, as Roles::series() counts.
    static int seriesOf(int kind) { return kind; }

protected:
    void paintDetail(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &cell,
                     const QModelIndex &index) const override;
};

}
