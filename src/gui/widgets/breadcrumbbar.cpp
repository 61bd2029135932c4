// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/breadcrumbbar.h"

#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/plaintip.h"
#include "gui/theme/type.h"
#include "gui/widgets/viewpalette.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStringListModel>
#include <QStyle>
#include <QStyleOptionFrame>

using namespace Qt::Literals::StringLiterals;

namespace look {

namespace {

constexpr int kLead = 32;     // Edge, kind icon, gap.
constexpr int kChevron = 14;  // Between two crumbs.
constexpr int kPad = 6;       // On either side of a crumb's text.
constexpr int kLeast = 24;    // Of a crumb for which there is no room.

int widthOf(const QPushButton *crumb, const QString &text)
{
    return crumb->fontMetrics().horizontalAdvance(text) + 2 * kPad + 1;
}

/// A name as a button shows it: no letter of it is a mnemonic, and a dot in front stays in front.
QString shown(const QString &name, Qt::LayoutDirection direction)
{
    const QString plain = QString(name).replace(u'&', u"&&"_s);
    return direction == Qt::RightToLeft ? u'\u2066' + plain + u'\u2069' : plain;
}

}

BreadcrumbBar::BreadcrumbBar(QWidget *parent)
    : QWidget(parent),
      m_edit(new QLineEdit(this)),
      m_completions(new QStringListModel(this)),
      m_fold(makeButton())
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::IBeamCursor);
    m_fold->setText(u"…"_s);
    m_fold->setAccessibleName(tr("Folders in between"));
    m_fold->hide();
    connect(m_fold, &QPushButton::clicked, this, &BreadcrumbBar::showFolded);
    connect(m_fold, &QWidget::customContextMenuRequested, this, &BreadcrumbBar::showFolded);

    m_edit->hide();
    m_edit->setFrame(false);
    m_edit->setAccessibleName(tr("Location"));
    m_edit->setLayoutDirection(Qt::LeftToRight);  // An address reads from the left in every language.
    m_edit->installEventFilter(this);
    auto *completer = new QCompleter(m_completions, m_edit);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    ViewPalette::apply(qobject_cast<QAbstractItemView *>(completer->popup()));
    completer->popup()->setFrameShape(QFrame::StyledPanel);
    m_edit->setCompleter(completer);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        leaveEdit(true);
        Q_EMIT textEntered(m_edit->text());
    });
}

QPushButton *BreadcrumbBar::makeButton()
{
    auto *button = new QPushButton(this);
    button->setFlat(true);
    button->setAutoDefault(false);
    button->setCursor(Qt::ArrowCursor);
    button->setContextMenuPolicy(Qt::CustomContextMenu);
    button->installEventFilter(this);
    return button;
}

QPushButton *BreadcrumbBar::makeCrumb(int index)
{
    QPushButton *crumb = makeButton();
    connect(crumb, &QPushButton::clicked, this, [this, index] { Q_EMIT crumbClicked(index); });
    connect(crumb, &QWidget::customContextMenuRequested, this,
            [this, crumb, index](const QPoint &at) { Q_EMIT siblingsAsked(index, crumb->mapToGlobal(at)); });
    return crumb;
}

void BreadcrumbBar::setPath(const QString &icon, const QStringList &parts)
{
    m_icon = icon;
    m_parts = parts;
    while (m_crumbs.size() > parts.size()) {
        m_crumbs.last()->hide();
        m_crumbs.takeLast()->deleteLater();  // Later: its own click may have led here.
    }
    while (m_crumbs.size() < parts.size())
        m_crumbs.append(makeCrumb(int(m_crumbs.size())));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        m_crumbs[i]->setAccessibleName(parts[i]);
        setPlainTip(m_crumbs[i], parts[i]);
        m_crumbs[i]->setFont(i + 1 == parts.size() ? fontOf(Type::Strong, font()) : QFont());
    }
    tieTabOrder();
    layOut();
}

void BreadcrumbBar::setEditText(const QString &text)
{
    m_editText = text;
}

void BreadcrumbBar::setCompletions(const QStringList &completions)
{
    m_completions->setStringList(completions);
}

void BreadcrumbBar::setTrailing(QWidget *widget)
{
    m_trailing = widget;
    widget->setParent(this);
    if (widget->cursor().shape() == Qt::IBeamCursor)
        widget->setCursor(Qt::ArrowCursor);
    widget->show();
    tieTabOrder();
    layOut();
}

/// Children stand in the tab order as they were made; a crumb made late would come after all the window.
void BreadcrumbBar::tieTabOrder(QWidget *before)
{
    if (before)
        setTabOrder(before, m_edit);
    QWidget *last = m_edit;
    const auto follow = [&last](QWidget *next) {
        setTabOrder(last, next);
        last = next;
    };
    for (qsizetype i = 0; i < m_crumbs.size(); ++i) {
        follow(m_crumbs[i]);
        if (i == 0)
            follow(m_fold);
    }
    if (m_trailing)
        follow(m_trailing);
}

void BreadcrumbBar::focusFirst()
{
    if (!m_crumbs.isEmpty())
        m_crumbs.first()->setFocus(Qt::TabFocusReason);
}

void BreadcrumbBar::edit()
{
    if (!m_editing)
        m_before = window()->focusWidget();
    m_editing = true;
    m_edit->setText(m_editText);
    m_edit->show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
    layOut();
}

void BreadcrumbBar::leaveEdit(bool focusBack)
{
    m_editing = false;
    layOut();
    // Before hiding it: what hides with the focus hands it to its neighbour.
    if (focusBack && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    m_edit->hide();
}

QSize BreadcrumbBar::sizeHint() const
{
    return {360, controlHeight(fontMetrics())};
}

QSize BreadcrumbBar::minimumSizeHint() const
{
    return {260, controlHeight(fontMetrics())};  // First, fold and last at their least, beside the trailing widget.
}

/// How many crumbs after the first go into "…" until the rest fits, or only first and last are left.
qsizetype BreadcrumbBar::foldedFor(int room) const
{
    int needed = 0;
    for (qsizetype i = 0; i < m_crumbs.size(); ++i)
        needed += widthOf(m_crumbs[i], m_parts[i]) + kChevron;
    qsizetype folded = 0;
    const int fold = widthOf(m_fold, m_fold->text()) + kChevron;
    while (needed + (folded > 0 ? fold : 0) > room && folded < m_crumbs.size() - 2) {
        ++folded;
        needed -= widthOf(m_crumbs[folded], m_parts[folded]) + kChevron;
    }
    return folded;
}

/// Puts \a crumb at \a x, no wider than \a room, and answers where it ends.
int BreadcrumbBar::placeCrumb(QPushButton *crumb, const QString &text, int x, int room)
{
    const int width = qMin(widthOf(crumb, text), qMax(kLeast, room));
    const QString fitting = crumb->fontMetrics().elidedText(text, Qt::ElideMiddle, width - 2 * kPad);
    crumb->setText(shown(fitting, layoutDirection()));
    crumb->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(x, 2, width, height() - 4)));
    crumb->setVisible(!m_editing);  // The field has no ground of its own to cover it with.
    return x + width;
}

void BreadcrumbBar::layOut()
{
    const int trailing
        = m_trailing && !m_trailing->isHidden() ? qMin(m_trailing->sizeHint().width(), width() * 2 / 5) + 2 : 0;
    m_folded = foldedFor(width() - kLead - trailing - kVast);  // The rest stays free: a click there edits.
    m_fold->setVisible(m_folded > 0 && !m_editing);
    m_chevrons.clear();
    int x = kLead;
    for (qsizetype i = 0; i < m_crumbs.size(); ++i) {
        if (i >= 1 && i <= m_folded) {
            m_crumbs[i]->hide();
            continue;
        }
        if (i > 0) {
            m_chevrons.append(x);
            x += kChevron;
        }
        if (i > 0 && i == m_folded + 1 && m_folded > 0) {
            x = placeCrumb(m_fold, u"…"_s, x, kLeast);
            m_chevrons.append(x);
            x += kChevron;
        }
        const int after = int(i == 0 ? qMin<qsizetype>(m_crumbs.size() - 1, 2) : m_crumbs.size() - 1 - i);
        const int room = width() - trailing - x - kSmall - after * (kChevron + kLeast);
        x = placeCrumb(m_crumbs[i], m_parts[i], x, room);
    }
    const auto mirrored = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    if (m_trailing)
        m_trailing->setGeometry(mirrored(QRect(width() - trailing, 2, trailing - 2, height() - 4)));
    m_edit->setGeometry(mirrored(rect().adjusted(kLead - 2, 2, -kSmall - trailing, -2)));
    m_edit->setAlignment((layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    update();
}

/// The folded crumbs as a menu: popup(), never exec(), so that an assistive tool's press returns.
void BreadcrumbBar::showFolded()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 1; i <= int(m_folded); ++i) {
        const QAction *action = menu->addAction(shown(m_parts[i], layoutDirection()));
        connect(action, &QAction::triggered, this, [this, i] { Q_EMIT crumbClicked(i); });
    }
    menu->popup(m_fold->mapToGlobal(QPoint(0, m_fold->height())));
}

bool BreadcrumbBar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)  // The revision button at the end got another name.
        layOut();
    return QWidget::event(event);
}

void BreadcrumbBar::changeEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::FontChange:
        if (!m_crumbs.isEmpty())
            m_crumbs.last()->setFont(fontOf(Type::Strong, font()));
        [[fallthrough]];
    case QEvent::StyleChange:
    case QEvent::LayoutDirectionChange: layOut(); break;
    default: break;
    }
    QWidget::changeEvent(event);
}

void BreadcrumbBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionFrame frame;
    frame.initFrom(this);
    frame.lineWidth = 1;
    frame.state |= QStyle::State_Sunken;
    frame.state.setFlag(QStyle::State_HasFocus, m_editing);
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &frame, &painter, this);  // Any style's field, not ours.
    const Roles &roles = currentRoles();
    const QRect icon(kMedium - 2, 0, kIcon, height());
    drawLineIcon(&painter, m_icon, QStyle::visualRect(layoutDirection(), rect(), icon), roles.subtle);
    if (m_editing)
        return;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    for (const int x : std::as_const(m_chevrons)) {
        const QRect cell = QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, kChevron, height()));
        drawLineIcon(&painter, mirrored ? u"back"_s : u"chevron-right"_s, cell, roles.faint);
    }
}

void BreadcrumbBar::resizeEvent(QResizeEvent *)
{
    layOut();
}

void BreadcrumbBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        edit();
}

bool BreadcrumbBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && editEvent(event))
        return true;
    if (auto *crumb = qobject_cast<QPushButton *>(watched); crumb && crumbEvent(crumb, event))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool BreadcrumbBar::crumbEvent(QPushButton *crumb, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Down)
        return false;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    Q_EMIT crumb->customContextMenuRequested(QPoint(mirrored ? crumb->width() : 0, crumb->height()));
    return true;
}

bool BreadcrumbBar::editEvent(QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        // Its own menu and completions are no reason to leave, nor is a look at another window to copy from.
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason && m_editing)
            leaveEdit(false);
        return false;
    }
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!key || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return false;
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();  // Before a shortcut of the window takes it for something else.
    else
        leaveEdit(true);
    return true;
}

}
