// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/theme/roles.h"

#include <QStyledItemDelegate>

namespace look {

/// What all our delegates share: the row's ground from the style, our row height, no frame around one cell.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The tool tip of a cell whose text is elided is that text; a tip of the model's comes first.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    /// The texts of a cell of which not all is seen.
    virtual QStringList cutTexts(const QStyleOptionViewItem &cell, const QModelIndex &index) const;
    static bool isCut(const QString &text, const QFont &font, int room);

    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

    /// Paints ground and hover, answers the cell without its padding.
    QRect beginCell(QPainter *painter, const QStyleOptionViewItem &option) const;
    static void drawText(QPainter *painter, const QRect &rect, const QString &text, const QColor &color,
                         Qt::TextElideMode elide = Qt::ElideRight, Qt::Alignment alignment = Qt::AlignLeading);

    /// The number behind \a role, -1 (unknown) where the model does not answer.
    static qint64 figureOf(const QModelIndex &index, int role);
};

}
