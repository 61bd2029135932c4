// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/cardgrid.h"

#include "gui/delegates/resultdelegate.h"
#include "gui/widgets/viewpalette.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace look {

namespace {

constexpr int kNarrowest = 420;

}

CardGrid::CardGrid(QWidget *parent) : QListView(parent)
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
    setItemDelegate(new ResultDelegate(this));
    connect(this, &QAbstractItemView::clicked, this, &CardGrid::opened);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &CardGrid::fetchAhead);
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
    const int columns = qMax(1, room / kNarrowest);
    setGridSize({room / columns, ResultDelegate::cardHeight(fontMetrics())});
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
