// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/bannerplace.h"

#include "gui/theme/metrics.h"
#include "gui/widgets/banner.h"

#include <QAccessible>
#include <QVBoxLayout>

namespace look {

BannerPlace::BannerPlace(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(kMedium, kMedium, kMedium, 0);
    setVisible(false);
}

void BannerPlace::show(Banner *banner)
{
    clear();
    m_banner = banner;
    m_column->addWidget(banner);
    banner->show();  // Made while another one was seen it would stay hidden with the place, and not come back with it.
    connect(banner, &Banner::dismissed, this, &BannerPlace::clear);
    setVisible(true);
    QAccessibleEvent alert(banner, QAccessible::Alert);  // A screen reader says its name: the sentence.
    QAccessible::updateAccessibility(&alert);
    Q_EMIT changed();
}

void BannerPlace::clear()
{
    if (!m_banner)
        return;
    m_banner->hide();
    m_banner->deleteLater();
    m_banner = nullptr;
    setVisible(false);
    Q_EMIT changed();
}

}
