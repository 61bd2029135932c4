// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/loadingrows.h"

#include "gui/theme/deckpaint.h"
#include "gui/theme/metrics.h"

#include <QPainter>
#include <QStyle>

using namespace std::chrono_literals;

namespace look {

namespace {

constexpr int kRows = 5;

}

LoadingRows::LoadingRows(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Loading"));
    m_patience.setSingleShot(true);
    m_patience.setInterval(300ms);
    connect(&m_patience, &QTimer::timeout, this, qOverload<>(&QWidget::update));
}

void LoadingRows::showEvent(QShowEvent *)
{
    m_patience.start();
}

void LoadingRows::paintEvent(QPaintEvent *)
{
    if (m_patience.isActive())
        return;
    QPainter painter(this);
    const int row = rowHeight(fontMetrics());
    for (int i = 0; i < kRows; ++i) {
        const QRect bar(kLarge, row + i * row + row / 3, width() * 2 / 5 - i % 3 * kVast, row / 3);
        fillRounded(&painter, QStyle::visualRect(layoutDirection(), rect(), bar), row / 6.0, currentRoles().sunken);
    }
}

}
