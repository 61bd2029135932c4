// SPDX-License-Identifier: Apache-2.0
#include "gui/speedlimits.h"

#include "core/texts.h"
#include "engine/engine.h"
#include "local/settings.h"

#include <QMenu>

#include <algorithm>

namespace {

constexpr qint64 kSteps[]
    = {100'000, 500'000, 1'000'000, 2'000'000, 5'000'000, 10'000'000, 20'000'000, 50'000'000, 100'000'000};

}

SpeedLimits::SpeedLimits(Engine *engine, Settings *settings, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_settings(settings)
{
    m_engine->setSpeedLimit(bytesPerSecond());
}

qint64 SpeedLimits::bytesPerSecond() const
{
    return m_settings->speedLimit();
}

QString SpeedLimits::text() const
{
    const qint64 limit = bytesPerSecond();
    return limit > 0 ? tr("Limit %1").arg(core::speedText(double(limit))) : tr("No speed limit");
}

void SpeedLimits::choose(qint64 bytesPerSecond)
{
    m_settings->setSpeedLimit(bytesPerSecond);
    m_engine->setSpeedLimit(bytesPerSecond);
    Q_EMIT changed();
}

void SpeedLimits::add(QMenu *menu, qint64 limit)
{
    QAction *action = menu->addAction(limit > 0 ? core::speedText(double(limit)) : tr("No limit"));
    action->setCheckable(true);
    action->setChecked(limit == bytesPerSecond());
    connect(action, &QAction::triggered, this, [this, limit] { choose(limit); });
}

void SpeedLimits::popUp(QWidget *button)
{
    auto *menu = new QMenu(button);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    add(menu, 0);
    menu->addSeparator();
    QList<qint64> steps(std::begin(kSteps), std::end(kSteps));
    if (const qint64 now = bytesPerSecond(); now > 0 && !steps.contains(now))  // Written into the settings by hand.
        steps << now;
    std::ranges::sort(steps);
    for (const qint64 step : std::as_const(steps))
        add(menu, step);
    const int below = button->height();
    menu->popup(button->mapToGlobal(QPoint(0, below)));
}
