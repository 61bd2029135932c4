// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/settings.h"
#include "models/tone.h"

#include <QDialog>

#include <array>
#include <memory>

class Appearance;
class Engine;
class QLineEdit;
class QRadioButton;

namespace look {
class IconLabel;
}

namespace Ui {
class SettingsDialog;
}

/// What can be chosen once and for all. Each choice is kept at once; what the running engine was made for counts from
/// the next start, and what the environment decides is shown and cannot be changed here.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// All outlive the dialog.
    SettingsDialog(const Engine *engine, Settings *settings, Appearance *appearance, QWidget *parent = nullptr);
    ~SettingsDialog() override;

private:
    /// A field and the line below it, which says what is wrong with it, who else decides it, or since when it counts.
    struct Field {
        QLineEdit *edit;
        look::IconLabel *note;
        QString variable;  ///< Of the environment, where one decides; else empty.
    };

    void setUpPages();
    void setUpAppearance();
    void setUpFields();
    void showValues();
    void takeEndpoint();
    void takeProxy();
    void chooseCache();
    void restoreDefaults();
    static void tell(const Field &field, const QString &icon, models::Tone tone, const QString &text);
    void tellState(const Field &field, bool isInForce);
    void tellStates();
    std::array<std::pair<QRadioButton *, Settings::Appearance>, 3> looks() const;

    std::unique_ptr<Ui::SettingsDialog> m_ui;
    const Engine *m_engine;
    Settings *m_settings;
    Appearance *m_appearance;
    Field m_endpoint;
    Field m_proxy;
    Field m_cache;
};
