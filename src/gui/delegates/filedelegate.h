// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/delegates/detaildelegate.h"
#include "gui/widgets/badge.h"
#include "models/filestate.h"

namespace look {

/// A folder of the Hub: name with kind icon, size in figures, state as a badge, the rest in quiet text.
class FileDelegate final : public DetailDelegate
{
    Q_OBJECT

public:
    using DetailDelegate::DetailDelegate;

    /// Colour never says it alone: every state has its own icon and word.
    static Badge badgeOf(models::FileState state, const QString &note = {});

protected:
    void paintDetail(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &cell,
                     const QModelIndex &index) const override;

private:
    static void paintSize(QPainter *painter, const QRect &cell, const QModelIndex &index);
    void paintState(QPainter *painter, const QRect &cell, const QStyleOptionViewItem &option,
                    const QModelIndex &index) const;
};

}
