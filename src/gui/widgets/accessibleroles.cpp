// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/accessibleroles.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace look {

namespace {

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    // What AT-SPI calls an alert is a question; what is said as it appears, and asks nothing, is a notification.
    static constexpr std::pair<QLatin1StringView, QAccessible::Role> kRoles[]
        = {{"look::Banner"_L1, QAccessible::Notification},    {"look::EmptyState"_L1, QAccessible::Grouping},
           {"look::FactLine"_L1, QAccessible::StaticText},    {"look::LoadingRows"_L1, QAccessible::StaticText},
           {"look::SpaceLegend"_L1, QAccessible::StaticText}, {"look::SpaceMap"_L1, QAccessible::Chart},
           {"look::SpeedGraph"_L1, QAccessible::Chart},       {"ImagePreview"_L1, QAccessible::Graphic},
           {"PreviewPane"_L1, QAccessible::Grouping},         {"StatusLine"_L1, QAccessible::StatusBar}};
    for (const auto &[name, role] : kRoles) {
        if (className == name)
            return new QAccessibleWidget(qobject_cast<QWidget *>(object), role);  // Qt's own list deletes it.
    }
    return nullptr;
}

}

void installAccessibleRoles()
{
    QAccessible::installFactory(makeInterface);
}

}
