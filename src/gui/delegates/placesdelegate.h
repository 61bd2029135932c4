// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/delegates/celldelegate.h"

namespace look {

/// The sidebar: headings in small quiet type, places with an icon and, at the far end, one figure.
class PlacesDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    void setCompact(bool compact) { m_compact = compact; }  ///< Icons alone; the names are their tool tips.

protected:
    QStringList cutTexts(const QStyleOptionViewItem &cell, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter *painter, const QStyleOptionViewItem &item, const QModelIndex &index) const;

    bool m_compact = false;
};

}
