// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/page.h"

class Settings;

/// What the window shows before anything is open: how to begin, and where one was. Never empty.
class StartPage final : public Page
{
    Q_OBJECT

public:
    explicit StartPage(Settings *settings, QWidget *parent = nullptr);

    /// With the demo Hub: offers its repositories.
    void setExamples(const QStringList &locations);

    QString icon() const override;
    QStringList crumbs() const override;
    void reload() override;  ///< Reads the recent places again.

Q_SIGNALS:
    void locationEntered(const QString &text);
};
