// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/delegates/celldelegate.h"
#include "gui/delegates/line.h"
#include "gui/widgets/badge.h"

namespace look {

/// A search result as a card: who and what, what it is for, how much it is used, and whether everybody may have it. Or
/// as one line: who and what, and its figures below each other's.
class ResultDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    static int cardHeight(const QFontMetrics &metrics);  ///< With half of the gap to the next one above and below.
    void setLines(bool isLines) { m_isLines = isLines; }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    QStringList cutTexts(const QStyleOptionViewItem &cell, const QModelIndex &index) const override;

private:
    QRect placeOf(const QRect &cell) const;  ///< Of the card, or of the line's ground.
    void paintCard(QPainter *painter, const QStyleOptionViewItem &item, const QModelIndex &index) const;
    void paintLine(QPainter *painter, const QStyleOptionViewItem &item, const QModelIndex &index) const;
    static QList<Badge> badgesOf(const QModelIndex &index);
    static QList<Badge> factsOf(const QModelIndex &index);
    void paintGround(QPainter *painter, const QStyleOptionViewItem &item, bool hasFocus) const;
    static void paintTile(QPainter *painter, const QRect &tile, const QModelIndex &index);
    static void paintHead(QPainter *painter, Line line, const QFont &font, const QModelIndex &index);
    static void paintFacts(QPainter *painter, Line line, const QFont &font, const QModelIndex &index);
    static void paintFigures(QPainter *painter, Line &line, const QFont &font, const QModelIndex &index);

    bool m_isLines = false;
};

}
