// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/settings.h"

#include <QObject>

class QDBusVariant;

/// Dark or light: what the setting says, and with Appearance::System what the desktop's portal says and says anew.
///
/// Only where no desktop has colours of its own (look::desktopHasPalette()); those are never replaced.
class Appearance final : public QObject
{
    Q_OBJECT

public:
    /// Applies the style at once; before the first widget, after QApplication.
    explicit Appearance(Settings *settings, QObject *parent = nullptr);

    void choose(Settings::Appearance appearance);
    bool isDark() const { return m_isDark; }
    void setDark(bool dark);  ///< For now, without remembering it: the tour's pictures.

private:
    void askPortal();
    void apply();

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    Settings *m_settings;
    bool m_hasOwnPalette;
    bool m_systemIsDark = false;
    bool m_isDark = false;
};
