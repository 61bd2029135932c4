// SPDX-License-Identifier: Apache-2.0
#include "gui/theme/deckstyle.h"

#include "gui/theme/deckpaint.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/palettes.h"
#include "gui/theme/type.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QStyleOption>

using namespace Qt::Literals::StringLiterals;

namespace look {

namespace {

void drawChevron(QPainter *painter, const QStyleOption &option, const QString &icon)
{
    const Roles &roles = currentRoles();
    QRect rect(0, 0, kIcon, kIcon);
    rect.moveCenter(option.rect.center());
    drawLineIcon(painter, icon, rect, option.state.testFlag(QStyle::State_Enabled) ? roles.subtle : roles.faint);
}

constexpr int kItemMargin = 5;

bool isTextArea(const QWidget *widget)
{
    const auto *frame = qobject_cast<const QFrame *>(widget);
    return frame && frame->frameShape() != QFrame::NoFrame
        && (qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget));
}

void drawBranch(QPainter *painter, const QStyleOption &option)
{
    if (!option.state.testFlag(QStyle::State_Children))
        return;
    const bool mirrored = option.direction == Qt::RightToLeft;
    if (option.state.testFlag(QStyle::State_Open))
        drawChevron(painter, option, u"chevron-down"_s);
    else
        drawChevron(painter, option, mirrored ? u"back"_s : u"chevron-right"_s);
}

}

DeckStyle::DeckStyle() : QProxyStyle(QStyleFactory::create(u"fusion"_s)) {}

void DeckStyle::apply(bool dark)
{
    if (qApp->style()->name() != "fusion"_L1)
        return;
    const bool painted = desktopHasPalette();
    qApp->setStyle(new DeckStyle);
    if (!painted)
        QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

int DeckStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SplitterWidth: return 1;  // Qt widens the part that can be grabbed by itself when it is 1.
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 32;
    case PM_TabBarTabHSpace: return 24;
    case PM_TabBarTabVSpace: return 18;
    case PM_TabBarTabShiftVertical: return 0;
    case PM_TabBarBaseOverlap: return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return kSmall;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize: return kIcon;
    case PM_TreeViewIndentation: return 20;
    case PM_HeaderMargin: return kSmall;
    case PM_HeaderMarkSize: return 12;
    case PM_MenuVMargin:
    case PM_MenuHMargin: return kTight;
    case PM_FocusFrameHMargin: return kItemMargin - 1;  // Item views add one.
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return kSmall;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int DeckStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_ComboBox_Popup: return 0;  // A list below the box, not a menu over it.
    case SH_EtchDisabledText: return 0;
    case SH_Widget_Animation_Duration: return 0;
    case SH_ToolTipLabel_Opacity: return 255;
    case SH_TabBar_Alignment: return Qt::AlignLeft;
    case SH_FormLayoutLabelAlignment: return Qt::AlignLeft | Qt::AlignVCenter;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize DeckStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (!option)
        return result;
    const int control = controlHeight(option->fontMetrics);
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool flat = button && button->features.testFlag(QStyleOptionButton::Flat);
        const bool menu = button && button->features.testFlag(QStyleOptionButton::HasMenu);
        const int width = size.width() + (flat ? 2 * kSmall : 2 * kMedium) + (menu ? kTight : 0);
        const bool textual = button && !button->text.isEmpty();
        const bool quiet = widget && widget->property("quiet").toBool();  // It stands in a line of small text.
        const int height = quiet ? qMax(kIcon, option->fontMetrics.height()) : control;
        return {textual ? (flat ? width : qMax(width, 72)) : qMax(height, result.width()), height};
    }
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox: result.setHeight(control); return result;
    case CT_TabBarTab:
        if (const auto *tab
            = qstyleoption_cast<const QStyleOptionTab *>(option)) {  // Room for the text when it is strong.
            const QFontMetrics strong(fontOf(Type::Strong, widget ? widget->font() : QApplication::font()));
            const int icon = tab->icon.isNull() ? 0 : kIcon + kSmall;
            result.setWidth(strong.size(Qt::TextShowMnemonic, tab->text).width() + icon + 2 * kMedium);
        }
        return result;
    case CT_ToolButton: return {qMax(result.width(), control), control};
    case CT_HeaderSection: result.setHeight(rowHeight(option->fontMetrics)); return result;
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        const bool line = item && item->menuItemType == QStyleOptionMenuItem::Separator;
        result.setHeight(line ? 9 : rowHeight(option->fontMetrics));
        return result;
    }
    case CT_ItemViewItem: result.setHeight(qMax(result.height(), rowHeight(option->fontMetrics))); return result;
    default: return result;
    }
}

QIcon DeckStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (icon == SP_LineEditClearButton)
        return lineIcon(u"close"_s, Tone::Neutral);
    return QProxyStyle::standardIcon(icon, option, widget);
}

QRect DeckStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return frame && frame->lineWidth > 0 ? option->rect.adjusted(6, 1, -6, -1) : rect;
    }
    if (element == SE_HeaderLabel) {  // A head stays over its column, sorted or not: its arrow is beside its letters.
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader plain = *header;
            plain.sortIndicator = QStyleOptionHeader::None;
            return QProxyStyle::subElementRect(element, &plain, widget);
        }
    }
    // Check box, icon and text stand ten apart, but the first of them where the header's text stands.
    const int shift = option->direction == Qt::RightToLeft ? kItemMargin - kSmall : kSmall - kItemMargin;
    if (element == SE_ItemViewItemCheckIndicator || element == SE_ItemViewItemDecoration)
        return rect.translated(shift, 0);
    if (element == SE_ItemViewItemText)
        return rect.adjusted(kSmall - kItemMargin, 0, kItemMargin - kSmall, 0);
    if (element == SE_CheckBoxFocusRect || element == SE_RadioButtonFocusRect)
        return rect.adjusted(-kTight, -1, kTight, 1);
    if (element == SE_PushButtonFocusRect)
        return option->rect;
    if (element == SE_PushButtonLayoutItem && widget && widget->property("flush").toBool())
        return option->rect.adjusted(kSmall, 0, -kSmall, 0);
    return rect;
}

QRect DeckStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                const QWidget *widget) const
{
    if (control == CC_ScrollBar) {  // No arrows: the groove is all of the bar.
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
            return {};
        if (part == SC_ScrollBarGroove)
            return option->rect;
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visualRect(option->direction, option->rect, option->rect.adjusted(kSmall, 1, -28, -1));
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_SpinBox && part == SC_SpinBoxEditField)
        return rect.adjusted(3, 0, -3, 0);
    return rect;
}

void DeckStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (isTextArea(widget))  // Its square ground would cover the round corners of the field.
        static_cast<QAbstractScrollArea *>(widget)->viewport()->setAutoFillBackground(false);
}

bool DeckStyle::drawIndicator(PrimitiveElement element, const QStyleOption &option, QPainter *painter)
{
    const bool mirrored = option.direction == Qt::RightToLeft;
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawCheck(painter, option); return true;
    case PE_IndicatorRadioButton: drawRadio(painter, option); return true;
    case PE_IndicatorBranch: drawBranch(painter, option); return true;
    case PE_IndicatorHeaderArrow: return true;  // Drawn with the label.
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown: drawChevron(painter, option, u"chevron-down"_s); return true;
    case PE_IndicatorArrowRight: drawChevron(painter, option, mirrored ? u"back"_s : u"chevron-right"_s); return true;
    default: return false;
    }
}

bool DeckStyle::drawFrame(PrimitiveElement element, const QStyleOption &option, QPainter *painter,
                          const QWidget *widget)
{
    const Roles &roles = currentRoles();
    switch (element) {
    case PE_FrameFocusRect:
        if (option.state.testFlag(State_Selected) && qobject_cast<const QAbstractItemView *>(widget))
            return true;  // The row's ground says it: no frame inside it.
        if (option.state.testFlag(State_KeyboardFocusChange))
            drawFocusRing(painter, option.rect, kRadius, roles);
        return true;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&option); frame && frame->lineWidth > 0)
            drawField(painter, option);
        return true;
    case PE_Frame:
        if (isTextArea(widget))
            drawField(painter, option);
        else
            strokeRounded(painter, option.rect, kRadius, roles.hairline);
        return true;
    case PE_PanelMenu:
    case PE_PanelTipLabel: painter->fillRect(option.rect, option.palette.color(QPalette::Base)); [[fallthrough]];
    case PE_FrameMenu: strokeRounded(painter, option.rect, 0.5, roles.hairline); return true;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), roles.hairline);
        return true;
    case PE_FrameDefaultButton:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_FrameGroupBox:
    case PE_PanelItemViewRow: return true;  // Nothing: space and weight do it.
    default: return false;
    }
}

void DeckStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            drawButton(painter, *button, widget && widget->property("danger").toBool());
        return;
    case PE_PanelButtonTool: {
        const Roles &roles = currentRoles();
        const bool down = option->state & (State_Sunken | State_On);
        if (down || (option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled)))
            fillRounded(painter, option->rect, kRadius, down ? roles.pressed : roles.hover);
        return;
    }
    case PE_PanelItemViewItem:
        if (widget && widget->property("paintsRows").toBool())
            return;  // RowTree has painted the row whole, the ground of its branches too.
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            drawRow(painter, *item);
        return;
    default:
        if (!drawIndicator(element, *option, painter) && !drawFrame(element, *option, painter, widget))
            QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

}
