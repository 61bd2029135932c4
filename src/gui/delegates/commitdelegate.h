// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/delegates/celldelegate.h"
#include "gui/delegates/line.h"

namespace look {

/// A commit in two lines: what it did over who did it and when; its short hash at the end.
class CommitDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    QStringList cutTexts(const QStyleOptionViewItem &cell, const QModelIndex &index) const override;

private:
    /// Takes icon, hash and mark from \a line: the rest is for the two texts. Paints them where there is a painter.
    static void takeEnds(Line &line, const QFont &font, const QModelIndex &index, QPainter *painter);
};

}
