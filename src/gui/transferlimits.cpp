// SPDX-License-Identifier: Apache-2.0
#include "gui/transferlimits.h"

#include "core/texts.h"
#include "engine/engine.h"
#include "local/settings.h"

#include <QMenu>

#include <algorithm>

namespace {

constexpr qint64 kSteps[]
    = {100'000, 500'000, 1'000'000, 2'000'000, 5'000'000, 10'000'000, 20'000'000, 50'000'000, 100'000'000};

}

TransferLimits::TransferLimits(Engine *engine, Settings *settings, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_settings(settings)
{
    m_engine->setSpeedLimit(bytesPerSecond());
    m_engine->setMostAtOnce(mostAtOnce());
}

qint64 TransferLimits::bytesPerSecond() const
{
    return m_settings->speedLimit();
}

QString TransferLimits::text() const
{
    const qint64 limit = bytesPerSecond();
    return limit > 0 ? tr("Limit %1").arg(core::speedText(double(limit))) : tr("No speed limit");
}

void TransferLimits::setBytesPerSecond(qint64 limit)
{
    m_settings->setSpeedLimit(limit);
    m_engine->setSpeedLimit(limit);
    Q_EMIT changed();
}

int TransferLimits::mostAtOnce() const
{
    const int chosen = m_settings->downloadsAtOnce();
    return chosen > 0 ? std::min(chosen, EngineOptions::kMostAtOnce) : EngineOptions::kMostAtOnce;
}

void TransferLimits::setMostAtOnce(int count)
{
    m_settings->setDownloadsAtOnce(count);
    m_engine->setMostAtOnce(mostAtOnce());
    Q_EMIT changed();
}

void TransferLimits::restoreDefaults()
{
    setBytesPerSecond(0);
    setMostAtOnce(0);
}

void TransferLimits::add(QMenu *menu, qint64 limit)
{
    QAction *action = menu->addAction(limit > 0 ? core::speedText(double(limit)) : tr("No limit"));
    action->setCheckable(true);
    action->setChecked(limit == bytesPerSecond());
    connect(action, &QAction::triggered, this, [this, limit] { setBytesPerSecond(limit); });
}

void TransferLimits::popUp(QWidget *button)
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
    const bool isLow = 2 * button->mapTo(button->window(), QPoint()).y() > button->window()->height();
    menu->popup(button->mapToGlobal(QPoint(0, isLow ? -menu->sizeHint().height() : button->height())));
}
