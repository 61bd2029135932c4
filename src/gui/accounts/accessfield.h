// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/gate.h"

#include <QWidget>

#include <functional>

/// One thing that the authors of a gated repository want to know, with what answers it.
class AccessField final : public QWidget
{
    Q_OBJECT

public:
    explicit AccessField(const Gate::Field &field, QWidget *parent = nullptr);

    const QString &name() const { return m_name; }
    QString answer() const { return m_answer(); }  ///< As it is sent; empty where there is none yet.

Q_SIGNALS:
    void changed();

private:
    QWidget *makeText();
    QWidget *makeCheckbox();
    QWidget *makeDate();
    QWidget *makeChoice(const QStringList &options, const QString &hint);
    void add(QWidget *editor);

    QString m_name;
    std::function<QString()> m_answer;
};
