// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/factline.h"

#include "gui/theme/metrics.h"
#include "gui/theme/type.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::Literals::StringLiterals;

namespace look {

FactLine::FactLine(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FactLine::setFacts(const QList<Badge> &facts)
{
    m_facts = facts;
    QStringList words;
    for (const Badge &fact : facts)
        words << (fact.spoken.isEmpty() ? fact.text : fact.spoken);
    setAccessibleName(words.join(u", "_s));
    update();
}

QSize FactLine::sizeHint() const
{
    return {200, badgeHeight(fontMetrics()) + kSmall};
}

void FactLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont small = fontOf(Type::Small, font());
    int x = kLarge;
    for (const Badge &fact : std::as_const(m_facts)) {
        const int needed = badgeSize(small, fact).width();
        if (x + needed > width() - kMedium)
            return;
        const QRect box(x, 0, needed, height());
        drawBadge(&painter, QStyle::visualRect(layoutDirection(), rect(), box), small, fact, currentRoles(),
                  layoutDirection());
        x += needed + kLarge;
    }
}

}
