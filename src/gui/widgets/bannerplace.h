// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/widgets/banner.h"

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace look {

/// Where a page shows its banner: never two, the newer one replaces the older; no room taken while there is none.
class BannerPlace final : public QWidget
{
    Q_OBJECT

public:
    explicit BannerPlace(QWidget *parent = nullptr);

    void show(Banner *banner);  ///< Takes it; it goes when it is dismissed.
    void clear();
    Banner *banner() const { return m_banner; }

Q_SIGNALS:
    void changed();

private:
    QVBoxLayout *m_column;
    QPointer<Banner> m_banner;
};

}
