// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/cardgrid.h"

#include "gui/delegates/resultdelegate.h"
#include "gui/theme/metrics.h"
#include "gui/widgets/viewpalette.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace look {

namespace {

constexpr int kNarrowest = 420;

}

CardGrid::CardGrid(QWidget *parent) : QListView(parent), m_delegate(new ResultDelegate(this))
{
    ViewPalette::apply(this);
    setFrameShape(NoFrame);
    setFlow(LeftToRight);
    setWrapping(true);
    setResizeMode(Adjust);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);  // Else its coming and going would move the cards.
    setItemDelegate(m_delegate);
    connect(this, &QAbstractItemView::clicked, this, &CardGrid::opened);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &CardGrid::fetchAhead);
}

void CardGrid::setLines(bool isLines)
{
    const QModelIndex first = indexAt({viewport()->width() / 2, viewport()->height() / 4});
    m_isLines = isLines;
    m_delegate->setLines(isLines);
    arrange();
    viewport()->update();
    scrollTo(currentIndex().isValid() ? currentIndex() : first, PositionAtCenter);
}

void CardGrid::resizeEvent(QResizeEvent *event)
{
    arrange();
    QListView::resizeEvent(event);
}

void CardGrid::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void CardGrid::arrange()
{
    // One pixel less: a line of cards as wide as the view would be broken before its last card.
    const int room = viewport()->width() - 1;
    const int columns = m_isLines ? 1 : qMax(1, room / kNarrowest);
    const int height = m_isLines ? rowHeight(fontMetrics()) : ResultDelegate::cardHeight(fontMetrics());
    setGridSize({room / columns, height});
    verticalScrollBar()->setSingleStep(gridSize().height() / 2);
}

/// The view itself asks for more at the very end, where one would have to wait for it.
void CardGrid::fetchAhead()
{
    const QScrollBar *bar = verticalScrollBar();
    if (model() && isVisible() && bar->maximum() - bar->value() < bar->pageStep() && model()->canFetchMore(rootIndex()))
        model()->fetchMore(rootIndex());
}

void CardGrid::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers() == Qt::NoModifier && currentIndex().isValid())
        Q_EMIT opened(currentIndex());
    else
        QListView::keyPressEvent(event);
}

}
