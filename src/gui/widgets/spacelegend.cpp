// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/spacelegend.h"

#include "gui/theme/icons.h"
#include "gui/theme/isolated.h"
#include "gui/theme/metrics.h"
#include "gui/theme/roles.h"
#include "gui/theme/type.h"

#include <QPainter>
#include <QStyle>

namespace look {

SpaceLegend::SpaceLegend(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SpaceLegend::setParts(const QList<Part> &parts)
{
    m_parts = parts;
    QStringList words;
    for (const Part &part : parts)
        words << part.text;
    setAccessibleName(words.join(QStringLiteral(", ")));
    update();
}

QSize SpaceLegend::sizeHint() const
{
    return {0, qMax(kIcon, QFontMetrics(fontOf(Type::Small, font())).height())};
}

void SpaceLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(fontOf(Type::Small, font()));
    const Roles &roles = currentRoles();
    const auto place = [this](int x, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height()));
    };
    int x = 0;
    for (const Part &part : std::as_const(m_parts)) {
        const int text = painter.fontMetrics().horizontalAdvance(part.text) + 1;
        const int needed = kIcon + kTight + text;
        if (x + needed > width())
            return;
        QRect icon(0, 0, kIcon, kIcon);
        icon.moveCenter(place(x, kIcon).center());
        drawLineIcon(&painter, part.icon, icon, roles.series(part.kind));
        painter.setPen(roles.subtle);
        painter.drawText(place(x + kIcon + kTight, text), Qt::AlignLeading | Qt::AlignVCenter,
                         isolated(part.text, layoutDirection()));
        x += needed + kLarge;
    }
}

}
