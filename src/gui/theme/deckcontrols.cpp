// SPDX-License-Identifier: Apache-2.0
#include "gui/theme/colormath.h"
#include "gui/theme/deckpaint.h"
#include "gui/theme/deckstyle.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/type.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::Literals::StringLiterals;

namespace look {

namespace {

constexpr int kSortArrow = 12;

/// The colour of a button's text and icon.
QColor inkOf(const QStyleOptionButton &button, const QWidget *widget)
{
    const Roles &roles = currentRoles();
    if (!button.state.testFlag(QStyle::State_Enabled))
        return button.palette.color(QPalette::Disabled, QPalette::ButtonText);
    const bool flat = button.features.testFlag(QStyleOptionButton::Flat);
    if (!flat && button.features.testFlag(QStyleOptionButton::DefaultButton))
        return roles.onAccent;
    if (widget && widget->property("danger").toBool())
        return roles.danger;
    if (flat && widget && widget->property("link").toBool())
        return roles.accent;
    return button.palette.color(QPalette::Active, QPalette::ButtonText);
}

/// The same icon in the colour of the text beside it: a dark one would vanish on the accent.
QPixmap inked(const QIcon &icon, const QColor &color, qreal ratio)
{
    QPixmap pixmap = icon.pixmap(QSize(kIcon, kIcon), ratio);
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    return pixmap;
}

/// Beside the letters of \a header, which are \a width wide, on the side where the column has room.
void drawSortArrow(QPainter *painter, const QStyleOptionHeader &header, int width)
{
    const bool atRight = QStyle::visualAlignment(header.direction, header.textAlignment).testFlag(Qt::AlignRight);
    const int left = atRight ? header.rect.right() - width - kSortArrow : header.rect.left() + width + 2;
    const QRect at(left, header.rect.center().y() - kSortArrow / 2, kSortArrow, kSortArrow);
    if (header.sortIndicator == QStyleOptionHeader::SortUp) {  // The same drawing, upside down.
        painter->translate(0, 2 * at.center().y() + 1);
        painter->scale(1, -1);
    }
    drawLineIcon(painter, u"chevron-down"_s, at, currentRoles().text);
}

}

void DeckStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    switch (element) {
    case CE_PushButton:
        QProxyStyle::drawControl(element, option, painter, widget);
        // Here, since Fusion has no ring around flat buttons.
        if (option->state.testFlag(State_HasFocus) && option->state.testFlag(State_KeyboardFocusChange))
            drawFocusRing(painter, option->rect, kRadius, currentRoles());
        return;
    case CE_PushButtonBevel:  // Without the menu arrow: the label has its own.
        proxy()->drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        return;
    case CE_PushButtonLabel: drawButtonLabel(option, painter, widget); return;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawHeader(painter, *header);
        return;
    case CE_HeaderEmptyArea: {
        const Roles &roles = currentRoles();
        painter->fillRect(option->rect, roles.content);
        painter->fillRect(QRect(option->rect.bottomLeft(), QSize(option->rect.width(), 1)), roles.hairline);
        return;
    }
    case CE_HeaderLabel: drawHeaderLabel(option, painter, widget); return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            drawTab(painter, *tab);
        return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            drawTabLabel(painter, *tab);
        return;
    case CE_ProgressBarGroove: return;
    case CE_ProgressBarContents: drawProgress(option, painter); return;
    case CE_Splitter: painter->fillRect(option->rect, currentRoles().hairline); return;
    case CE_MenuItem: drawMenuItem(option, painter, widget); return;
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void DeckStyle::drawProgress(const QStyleOption *option, QPainter *painter)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (!bar)
        return;
    const Roles &roles = currentRoles();
    const bool busy = bar->maximum <= bar->minimum;
    QRectF rect(0, 0, bar->rect.width(), 4);
    rect.moveCenter(QRectF(bar->rect).center());
    const double share = busy ? -1.0 : double(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
    drawBar(painter, rect, share, roles.pressed, roles.accent);
}

void DeckStyle::drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *entry = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!entry)
        return;
    const Roles &roles = currentRoles();
    QStyleOptionMenuItem item = *entry;
    if (item.menuItemType == QStyleOptionMenuItem::Separator && item.text.isEmpty()) {
        const int middle = item.rect.center().y();
        painter->fillRect(item.rect.left() + kTight, middle, item.rect.width() - 2 * kTight, 1, roles.hairline);
        return;
    }
    if (item.state.testFlag(State_Selected) && item.state.testFlag(State_Enabled))
        fillRounded(painter, item.rect, kTight, roles.selection);
    item.state.setFlag(State_Selected, false);  // Fusion would fill the row with full Highlight.
    QProxyStyle::drawControl(CE_MenuItem, &item, painter, widget);
}

void DeckStyle::drawButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (!button)
        return;
    const bool flat = button->features.testFlag(QStyleOptionButton::Flat);
    const QColor ink = inkOf(*button, widget);
    const int pad = flat ? kTight : kSmall;
    const QRect room = button->rect.adjusted(pad, 0, -pad, 0);
    const bool menu = button->features.testFlag(QStyleOptionButton::HasMenu);
    const int iconWidth = button->icon.isNull() ? 0 : kIcon + (button->text.isEmpty() ? 0 : 6);
    const int menuWidth = menu ? kIcon + 3 : 0;
    const QString text = button->fontMetrics.elidedText(button->text, Qt::ElideRight,
                                                        room.width() - iconWidth - menuWidth, Qt::TextShowMnemonic);
    const int textWidth = button->fontMetrics.size(Qt::TextShowMnemonic, text).width();
    const int left = room.left() + (room.width() - iconWidth - textWidth - menuWidth) / 2;
    const auto place = [&](int x, int width) {
        return visualRect(button->direction, button->rect, QRect(x, room.top(), width, room.height()));
    };
    if (iconWidth > 0) {
        const QRect cell = place(left, kIcon);
        const QPixmap icon = inked(button->icon, ink, painter->device()->devicePixelRatioF());
        painter->drawPixmap(cell.x(), cell.y() + (cell.height() - kIcon) / 2, icon);
    }
    painter->setPen(ink);
    painter->drawText(place(left + iconWidth, textWidth + 1), Qt::AlignVCenter | Qt::TextShowMnemonic, text);
    if (menu) {
        const QRect cell = place(left + iconWidth + textWidth + 3, kIcon);
        drawLineIcon(painter, u"chevron-down"_s, cell, ink);
    }
}

void DeckStyle::drawHeaderLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    Q_UNUSED(widget)
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header)
        return;
    const Roles &roles = currentRoles();
    painter->save();
    painter->setFont(fontOf(Type::Small, painter->font()));
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    painter->setPen(sorted ? roles.text : roles.subtle);
    const int arrow = sorted ? kSortArrow : 0;
    const QString text = painter->fontMetrics().elidedText(header->text, Qt::ElideRight, header->rect.width() - arrow);
    // Not clipped: the label's rectangle was measured before our section height.
    painter->drawText(header->rect, int(header->textAlignment | Qt::AlignVCenter) | Qt::TextDontClip, text);
    if (sorted)
        drawSortArrow(painter, *header, painter->fontMetrics().horizontalAdvance(text));
    painter->restore();
}

void DeckStyle::drawCombo(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (combo && combo->editable) {
        drawField(painter, *option);
    } else if (!combo || combo->frame || option->state & (State_MouseOver | State_Sunken)) {
        QStyleOptionButton button;
        button.QStyleOption::operator=(*option);
        button.features = combo && !combo->frame ? QStyleOptionButton::Flat : QStyleOptionButton::None;
        drawButton(painter, button, false);
    }
    if (option->state.testFlag(State_HasFocus) && option->state.testFlag(State_KeyboardFocusChange))
        drawFocusRing(painter, option->rect, kRadius, currentRoles());
    QStyleOption arrow = *option;
    arrow.rect = visualRect(option->direction, option->rect,
                            QRect(option->rect.right() - 24, option->rect.top(), kIcon, option->rect.height()));
    proxy()->drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
}

void DeckStyle::drawSpin(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    drawField(painter, *option);
    const Roles &roles = currentRoles();
    for (const auto part : {SC_SpinBoxUp, SC_SpinBoxDown}) {
        const QRect cell = proxy()->subControlRect(CC_SpinBox, option, part, widget);
        painter->save();
        painter->translate(cell.center() + QPoint(0, part == SC_SpinBoxUp ? 2 : -1));
        if (part == SC_SpinBoxUp)
            painter->rotate(180);
        drawLineIcon(painter, u"chevron-down"_s, QRect(-6, -6, 12, 12), roles.subtle);
        painter->restore();
    }
}

void DeckStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                   const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            const QRect handle = proxy()->subControlRect(control, slider, SC_ScrollBarSlider, widget);
            if (slider->maximum > slider->minimum)
                drawScrollHandle(painter, *slider, handle);
        }
        return;
    case CC_ComboBox: drawCombo(option, painter, widget); return;
    case CC_SpinBox: drawSpin(option, painter, widget); return;
    default: QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

}
