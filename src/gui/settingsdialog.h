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
class TransferLimits;

namespace look {
class IconLabel;
}

namespace Ui {
class SettingsDialog;
}

/// What can be chosen once and for all. Each choice is kept at once, and counts at once but for what the running engine
/// was made for: that counts from the next start. What the environment decides is shown and cannot be changed here.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// All outlive the dialog.
    SettingsDialog(const Engine *engine, Settings *settings, Appearance *appearance, TransferLimits *limits,
                   QWidget *parent = nullptr);
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
    void setUpLimits();
    void showValues();
    void showLimits();
    void takeEndpoint();
    void takeClient();
    void takeProxy();
    void chooseCache();
    void chooseCa();
    void takeCa(const QString &file);
    void restoreDefaults();
    static void tell(const Field &field, const QString &icon, models::Tone tone, const QString &text);
    void tellState(const Field &field, bool isInForce);
    void tellStates();
    std::array<std::pair<QRadioButton *, Settings::Appearance>, 3> looks() const;

    std::unique_ptr<Ui::SettingsDialog> m_ui;
    const Engine *m_engine;
    Settings *m_settings;
    Appearance *m_appearance;
    TransferLimits *m_limits;
    Field m_endpoint;
    Field m_client;
    Field m_proxy;
    Field m_cache;
    Field m_ca;
};
