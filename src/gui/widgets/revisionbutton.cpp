// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/revisionbutton.h"

#include "gui/delegates/line.h"
#include "gui/theme/deckpaint.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/plaintip.h"
#include "gui/theme/type.h"

#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace look {

namespace {

constexpr int kMaximumName = 200;
constexpr qsizetype kShownDigits = 7;

}

RevisionButton::RevisionButton(QWidget *parent) : QAbstractButton(parent)
{
    setAccessibleName(tr("Revision"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

void RevisionButton::setRevision(const QString &icon, const QString &name, const QString &commit)
{
    m_icon = icon;
    m_commit = commit.first(qMin(kShownDigits, commit.size()));
    setText(name);
    setToolTip(plainTip(name + u'\n' + commit));
    setAccessibleDescription(m_commit.isEmpty() ? name : u"%1, %2"_s.arg(name, m_commit));
    updateGeometry();
    update();
}

QSize RevisionButton::sizeHint() const
{
    const int name = qMin(kMaximumName, fontMetrics().horizontalAdvance(text()) + 1);
    const int commit = QFontMetrics(fontOf(Type::Small, font())).horizontalAdvance(m_commit) + 1;
    return {kSmall + kIcon + 6 + name + kSmall + commit + kTight + kIcon + kTight, controlHeight(fontMetrics()) - 4};
}

void RevisionButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Roles &roles = currentRoles();
    const bool lit = isDown() || (isEnabled() && underMouse());
    fillRounded(&painter, rect(), kRadius - 1, lit ? roles.pressed : roles.sunken);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(&painter, rect(), kRadius - 1, roles);

    Line line(rect().adjusted(kSmall, 0, -kTight, 0), layoutDirection());
    drawLineIcon(&painter, m_icon, line.leading(kIcon, 6), roles.subtle);
    drawLineIcon(&painter, u"chevron-down"_s, line.trailing(kIcon, kTight), roles.subtle);
    painter.setFont(fontOf(Type::Small, font()));
    painter.setPen(roles.subtle);
    painter.drawText(line.trailing(painter.fontMetrics().horizontalAdvance(m_commit) + 1, kSmall), Qt::AlignVCenter,
                     m_commit);
    painter.setFont(font());
    painter.setPen(roles.text);
    const QString name = fontMetrics().elidedText(text(), Qt::ElideMiddle, line.width() + 1);
    painter.drawText(line.rest(), Qt::AlignVCenter | Qt::AlignLeading, name);
}

}
