// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/theme/roles.h"
#include "hub/gate.h"

#include <QDialog>

#include <memory>

class AccessField;

namespace Ui {
class AccessDialog;
}

/// Asks what the authors of a gated repository want to know of those who want its files. Who shows it asks them, and
/// tells it how that went.
class AccessDialog final : public QDialog
{
    Q_OBJECT

public:
    AccessDialog(const Gate &gate, const RepoId &repo, QWidget *parent = nullptr);
    ~AccessDialog() override;

    void setPage(const QUrl &page);  ///< Where the Hub asks the same; not offered where there is none.
    void showError(const Error &error);

Q_SIGNALS:
    void asked(const hub::Query &answers);  ///< All that was asked for is there.
    void pageAsked();

private:
    void setUpFields(const Gate &gate);
    void fitHeight();
    void ask();
    void showAction();

    std::unique_ptr<Ui::AccessDialog> m_ui;
    QList<AccessField *> m_fields;
    bool m_isAsking = false;
};
