// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class AboutDialog;
}

/// What this program is, in which version, and under which licences it and its parts are.
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
    ~AboutDialog() override;

    /// For whoever reports something: versions of the program, of Qt and of the system. Nothing of the person.
    static QString versionDetails();

private:
    void fitTo(int width);

    std::unique_ptr<Ui::AboutDialog> m_ui;
};
