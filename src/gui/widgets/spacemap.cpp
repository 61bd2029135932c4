// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/spacemap.h"

#include "core/texts.h"
#include "gui/theme/colormath.h"
#include "gui/theme/deckpaint.h"
#include "gui/theme/metrics.h"
#include "gui/theme/plaintip.h"
#include "gui/theme/type.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <numeric>

namespace look {

namespace {

constexpr int kSmallestLabel = 46;

/// How far from square the worst of \a row is when its areas share a strip along \a side.
double worstRatio(const QList<double> &row, double sum, double side)
{
    const double thickness = sum / side;
    double worst = 1;
    for (const double area : row) {
        const double length = area / thickness;
        worst = qMax(worst, qMax(length / thickness, thickness / length));
    }
    return worst;
}

/// Lays \a row along the shorter side of \a room and takes its strip away from it.
void placeRow(const QList<double> &row, double sum, QRectF *room, QList<QRectF> *boxes)
{
    const bool wide = room->width() > room->height();
    const double thickness = sum / (wide ? room->height() : room->width());
    double at = wide ? room->top() : room->left();
    for (const double area : row) {
        const double length = area / thickness;
        boxes->append(wide ? QRectF(room->left(), at, thickness, length) : QRectF(at, room->top(), length, thickness));
        at += length;
    }
    if (wide)
        room->setLeft(room->left() + thickness);
    else
        room->setTop(room->top() + thickness);
}

}

QList<QRectF> squarified(const QList<double> &sizes, const QRectF &room)
{
    QList<QRectF> boxes;
    const double total = std::accumulate(sizes.cbegin(), sizes.cend(), 0.0);
    if (total <= 0 || room.isEmpty())
        return QList<QRectF>(sizes.size());
    const double scale = room.width() * room.height() / total;
    QRectF rest = room;
    QList<double> row;
    double sum = 0;
    for (const double size : sizes) {
        const double area = qMax(size * scale, 0.01);  // Nothing is drawn of it, but nothing is divided by zero.
        const double side = qMin(rest.width(), rest.height());
        if (!row.isEmpty() && worstRatio(row + QList<double>{area}, sum + area, side) > worstRatio(row, sum, side)) {
            placeRow(row, sum, &rest, &boxes);
            row.clear();
            sum = 0;
        }
        row.append(area);
        sum += area;
    }
    placeRow(row, sum, &rest, &boxes);
    return boxes;
}

SpaceMap::SpaceMap(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Space map"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
}

void SpaceMap::setEntries(const QList<Entry> &entries)
{
    m_entries = entries;
    if (m_current >= m_entries.size())
        m_current = -1;
    update();
}

QSize SpaceMap::sizeHint() const
{
    return {480, 190};
}

QSize SpaceMap::minimumSizeHint() const
{
    return {0, 0};
}

QList<QRectF> SpaceMap::boxes() const
{
    QList<double> sizes;
    for (const Entry &entry : m_entries)
        sizes.append(double(entry.bytes));
    return squarified(sizes, rect());
}

int SpaceMap::entryAt(const QPointF &at) const
{
    const QList<QRectF> all = boxes();
    for (int i = 0; i < all.size(); ++i) {
        if (all[i].contains(at))
            return i;
    }
    return -1;
}

bool SpaceMap::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = entryAt(help->pos());
    if (index >= 0)
        QToolTip::showText(help->globalPos(),
                           plainTip(m_entries[index].name + u'\n' + core::sizeText(m_entries[index].bytes)), this);
    else
        QToolTip::hideText();
    return true;
}

void SpaceMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);  // A figure, and names: neither is mirrored.
    const QList<QRectF> all = boxes();
    for (qsizetype i = 0; i < all.size(); ++i) {
        // Whole pixels, and the same ones on both sides of an edge.
        const QRectF box = QRectF(QPointF(qRound(all[i].left()), qRound(all[i].top())),
                                  QPointF(qRound(all[i].right()), qRound(all[i].bottom())))
                               .adjusted(1, 1, -1, -1);
        if (box.isValid())
            paintEntry(&painter, box, m_entries[i]);
        if (i == m_current && hasFocus())
            drawFocusRing(&painter, box.adjusted(2, 2, -2, -2), kTight, currentRoles());
    }
}

void SpaceMap::paintEntry(QPainter *painter, const QRectF &box, const Entry &entry)
{
    const Roles &roles = currentRoles();
    const QColor hue = entry.kind < 0 ? roles.subtle : roles.series(entry.kind);
    const double strength = entry.picked ? (roles.dark ? 0.42 : 0.26) : (roles.dark ? 0.20 : 0.11);
    fillRounded(painter, box, kTight, mix(roles.content, hue, strength));
    if (entry.picked)
        strokeRounded(painter, box, kTight, roles.accent, 2);
    const QRect label = box.toRect().adjusted(kSmall, kTight + 1, -6, -kTight);
    painter->setFont(fontOf(entry.picked ? Type::Strong : Type::Body));
    const QFontMetrics metrics = painter->fontMetrics();
    if (label.width() < kSmallestLabel || label.height() < metrics.height())
        return;  // The tool tip says it.
    painter->setPen(roles.text);
    painter->drawText(label, Qt::AlignTop | Qt::AlignLeft,
                      metrics.elidedText(entry.name, Qt::ElideMiddle, label.width()));
    if (label.height() < 2 * metrics.height())
        return;
    painter->setFont(fontOf(Type::Small));
    painter->drawText(label.adjusted(0, metrics.height(), 0, 0), Qt::AlignTop | Qt::AlignLeft,
                      core::sizeText(entry.bytes));
}

void SpaceMap::mousePressEvent(QMouseEvent *event)
{
    choose(entryAt(event->position()));
}

void SpaceMap::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int index = entryAt(event->position()); index >= 0)
        Q_EMIT activated(index);
}

void SpaceMap::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_entries.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down: return choose(qMin(m_current + 1, last));
    case Qt::Key_Left:
    case Qt::Key_Up: return choose(qMax(m_current - 1, qMin(last, 0)));
    case Qt::Key_Home: return choose(qMin(last, 0));
    case Qt::Key_End: return choose(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT activated(m_current);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

void SpaceMap::focusInEvent(QFocusEvent *event)
{
    if (m_current < 0 && !m_entries.isEmpty())
        m_current = 0;
    QWidget::focusInEvent(event);
}

void SpaceMap::choose(int index)
{
    if (index < 0)
        return;
    m_current = index;
    const Entry &entry = m_entries[index];
    setAccessibleDescription(tr("%1, %2").arg(entry.name, core::sizeText(entry.bytes)));
    QAccessibleEvent said(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&said);
    update();
    Q_EMIT clicked(index);
}

}
