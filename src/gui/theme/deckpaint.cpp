// SPDX-License-Identifier: Apache-2.0
#include "gui/theme/deckpaint.h"

#include "gui/theme/colormath.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/type.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

using namespace Qt::Literals::StringLiterals;

namespace look {

namespace {

/// Restores the painter when it goes out of scope, with antialiasing on until then.
class Smooth
{
public:
    explicit Smooth(QPainter *painter) : m_painter(painter)
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Smooth() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(Smooth)

private:
    QPainter *m_painter;
};

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

QColor markFill(const QStyleOption &option, const Roles &roles)
{
    return has(option, QStyle::State_Enabled) ? roles.accentFill : roles.faint;
}

}

void fillRounded(QPainter *painter, const QRectF &rect, double radius, const QColor &fill)
{
    const Smooth smooth(painter);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    painter->drawRoundedRect(rect, radius, radius);
}

void strokeRounded(QPainter *painter, const QRectF &rect, double radius, const QColor &line, double width)
{
    const Smooth smooth(painter);
    painter->setPen(QPen(line, width));
    painter->setBrush(Qt::NoBrush);
    const double inset = width / 2;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
}

void drawFocusRing(QPainter *painter, const QRectF &rect, double radius, const Roles &roles)
{
    strokeRounded(painter, rect, radius, roles.accent, 2.0);
}

void drawBar(QPainter *painter, const QRectF &rect, double fraction, const QColor &track, const QColor &fill)
{
    const double radius = rect.height() / 2;
    fillRounded(painter, rect, radius, track);
    QRectF done = rect;
    if (fraction < 0)
        done.adjust(rect.width() * 0.35, 0, -rect.width() * 0.35, 0);
    else
        done.setWidth(fraction > 0 ? qMax(rect.height(), rect.width() * qMin(fraction, 1.0)) : 0.0);
    if (done.width() > 0)
        fillRounded(painter, done, radius, fill);
}

void drawButton(QPainter *painter, const QStyleOptionButton &option, bool danger)
{
    const Roles &roles = currentRoles();
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const bool hovered = enabled && has(option, QStyle::State_MouseOver);
    const bool primary = enabled && option.features.testFlag(QStyleOptionButton::DefaultButton);
    const QRectF rect(option.rect);
    if (option.features.testFlag(QStyleOptionButton::Flat)) {
        if (down || hovered)
            fillRounded(painter, rect, kRadius, down ? roles.pressed : roles.hover);
        return;
    }
    if (primary) {
        const QColor fill = danger ? readable(roles.danger, roles.onAccent, 4.6) : roles.accentFill;
        fillRounded(painter, rect, kRadius,
                    down          ? mix(fill, roles.text, 0.18)
                        : hovered ? mix(fill, roles.text, 0.08)
                                  : fill);
        return;
    }
    const QColor ground = option.palette.color(QPalette::Button);
    fillRounded(painter, rect, kRadius,
                down          ? mix(ground, roles.text, 0.10)
                    : hovered ? mix(ground, roles.text, 0.04)
                              : ground);
    strokeRounded(painter, rect, kRadius, mix(ground, roles.text, enabled ? (roles.dark ? 0.16 : 0.22) : 0.10));
}

void drawField(QPainter *painter, const QStyleOption &option)
{
    const Roles &roles = currentRoles();
    const bool enabled = has(option, QStyle::State_Enabled);
    fillRounded(painter, option.rect, kRadius, enabled ? roles.content : roles.chrome);
    if (enabled && has(option, QStyle::State_HasFocus))
        drawFocusRing(painter, option.rect, kRadius, roles);
    else
        strokeRounded(painter, option.rect, kRadius,
                      enabled ? mix(roles.hairline, roles.outline, 0.35) : roles.hairline);
}

void drawCheck(QPainter *painter, const QStyleOption &option)
{
    const Roles &roles = currentRoles();
    QRectF box(0, 0, 16, 16);
    box.moveCenter(QRectF(option.rect).center());
    const bool partial = has(option, QStyle::State_NoChange);
    if (!partial && !has(option, QStyle::State_On)) {
        fillRounded(painter, box, 4, has(option, QStyle::State_MouseOver) ? roles.hover : roles.content);
        strokeRounded(painter, box, 4, has(option, QStyle::State_Enabled) ? roles.outline : roles.hairline);
        return;
    }
    fillRounded(painter, box, 4, markFill(option, roles));
    drawLineIcon(painter, partial ? u"minus"_s : u"check"_s, box.toRect().adjusted(1, 1, -1, -1), roles.onAccent);
}

void drawRadio(QPainter *painter, const QStyleOption &option)
{
    const Roles &roles = currentRoles();
    QRectF box(0, 0, 16, 16);
    box.moveCenter(QRectF(option.rect).center());
    if (!has(option, QStyle::State_On)) {
        fillRounded(painter, box, 8, roles.content);
        strokeRounded(painter, box, 8, has(option, QStyle::State_Enabled) ? roles.outline : roles.hairline);
        return;
    }
    fillRounded(painter, box, 8, markFill(option, roles));
    fillRounded(painter, box.adjusted(5, 5, -5, -5), 3, roles.onAccent);
}

void drawRow(QPainter *painter, const QStyleOptionViewItem &option)
{
    const bool selected = has(option, QStyle::State_Selected);
    const bool hovered = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    if (!selected && !hovered && option.backgroundBrush.style() == Qt::NoBrush)
        return;
    const Roles &roles = currentRoles();
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option.rect, option.backgroundBrush);
    if (!selected && !hovered)
        return;
    // The cells of a row are painted one by one: only its two ends are round.
    const auto position = option.viewItemPosition;
    const bool alone = position == QStyleOptionViewItem::OnlyOne || position == QStyleOptionViewItem::Invalid;
    const bool mirrored = option.direction == Qt::RightToLeft;
    const bool roundLeft
        = alone || position == (mirrored ? QStyleOptionViewItem::End : QStyleOptionViewItem::Beginning);
    const bool roundRight
        = alone || position == (mirrored ? QStyleOptionViewItem::Beginning : QStyleOptionViewItem::End);
    const Smooth smooth(painter);
    painter->setClipRect(option.rect, Qt::IntersectClip);
    const QRectF rect = QRectF(option.rect).adjusted(roundLeft ? kTight : -kVast, 1, roundRight ? -kTight : kVast, -1);
    // The view's palette carries the tint as its Highlight (see viewpalette.h), so other styles paint the same colour.
    fillRounded(painter, rect, kRadius, selected ? option.palette.color(QPalette::Highlight) : roles.hover);
}

void drawHeader(QPainter *painter, const QStyleOptionHeader &option)
{
    const Roles &roles = currentRoles();
    const bool hovered = has(option, QStyle::State_MouseOver);
    painter->fillRect(option.rect, hovered ? roles.hover : roles.content);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), roles.hairline);
}

void drawTab(QPainter *painter, const QStyleOptionTab &option)
{
    const Roles &roles = currentRoles();
    const QRectF rect(option.rect);
    const bool selected = has(option, QStyle::State_Selected);
    if (!selected && has(option, QStyle::State_MouseOver))
        fillRounded(painter, rect.adjusted(2, 5, -2, -5), kRadius, roles.hover);
    if (selected)
        fillRounded(painter, QRectF(rect.left() + 10, rect.bottom() - 2, rect.width() - 20, 2), 1, roles.accent);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        drawFocusRing(painter, rect.adjusted(2, 4, -2, -5), kRadius, roles);
}

void drawTabLabel(QPainter *painter, const QStyleOptionTab &option)
{
    const Roles &roles = currentRoles();
    const bool selected = has(option, QStyle::State_Selected);
    painter->save();
    painter->setFont(fontOf(selected ? Type::Strong : Type::Body, painter->font()));
    painter->setPen(selected || has(option, QStyle::State_MouseOver) ? roles.text : roles.subtle);
    // From the leading edge, not centred: the text must not wander when it becomes strong.
    const auto mirrored
        = [&option](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    QRect rect = option.rect.adjusted(kMedium, 0, 0, 0);
    if (!option.icon.isNull()) {
        option.icon.paint(painter, mirrored(QRect(rect.left(), rect.top(), kIcon, rect.height())));
        rect.setLeft(rect.left() + kIcon + kSmall);
    }
    const Qt::Alignment leading = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    painter->drawText(mirrored(rect), int(leading | Qt::AlignVCenter) | Qt::TextShowMnemonic, option.text);
    painter->restore();
}

void drawScrollHandle(QPainter *painter, const QStyleOptionSlider &option, const QRect &handle)
{
    const Roles &roles = currentRoles();
    const bool hovered = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    QRectF thumb(handle);
    const double inset = hovered ? 2.0 : 3.0;
    if (option.orientation == Qt::Vertical)
        thumb.adjust(inset, 2, -inset, -2);
    else
        thumb.adjust(2, inset, -2, -inset);
    const double radius = qMin(thumb.width(), thumb.height()) / 2;
    fillRounded(painter, thumb, radius, mix(option.palette.color(QPalette::Base), roles.text, hovered ? 0.42 : 0.24));
}

}
