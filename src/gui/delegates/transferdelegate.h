// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/delegates/celldelegate.h"

namespace look {

/// Jobs in two lines, their files in one; progress, speed and time left in columns of figures.
class TransferDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    QStringList cutTexts(const QStyleOptionViewItem &cell, const QModelIndex &index) const override;

private:
    void paintName(QPainter *painter, const QRect &cell, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
    void paintProgress(QPainter *painter, const QRect &cell, const QStyleOptionViewItem &option,
                       const QModelIndex &index) const;
};

}
