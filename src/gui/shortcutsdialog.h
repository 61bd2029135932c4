// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QAction;

/// Every key of the window and what it does, by what is typed into the field above.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a actions of the window; those without a key are left out.
    explicit ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);
};
