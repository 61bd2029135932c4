// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/windowpage.h"

#include <QTimer>

#include <memory>

class Engine;
class QueueActions;
class Settings;
class TransferLimits;
class TransferModel;
class TransferProxy;
struct TransferRow;

namespace Ui {
class TransfersPage;
}

/// All transfers: the speed of now and of the last two minutes, a tab a state, a row a transfer with its files below,
/// and what can be done with the selected ones.
class TransfersPage final : public WindowPage
{
    Q_OBJECT

public:
    TransfersPage(Engine *engine, TransferModel *model, Settings *settings, TransferLimits *limits,
                  QWidget *parent = nullptr);
    ~TransfersPage() override;

    QString icon() const override;
    QStringList crumbs() const override;
    QString filterHint() const override;
    void setFilter(const QString &text) override;
    void focusContent() override;
    void turnTab(int by) override;

Q_SIGNALS:
    void clearFilterAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What the button at the foot does with the chosen transfers.
    enum class Act { Pause, Resume, Retry, None };

    void setUpList();
    void setUpTabs();
    void connectButtons();
    void connectMenu();
    void connectLimit(TransferLimits *limits);
    void clearFinished();
    void updateState();
    void sample();
    void updateHead();
    void updateFoot();
    void updateTabs();
    QList<TransferRow> chosen() const;  ///< Transfers; of a chosen file, its transfer.
    Act actFor(const QList<TransferRow> &rows) const;

    std::unique_ptr<Ui::TransfersPage> m_ui;
    Engine *m_engine;
    TransferModel *m_model;
    TransferProxy *m_proxy;
    std::unique_ptr<QueueActions> m_order;  ///< It looks at the list: it goes before that.
    Settings *m_settings;
    QTimer m_second;
    QList<double> m_samples;
    int m_fresh = 0;  // Of them, those since something is on its way.
};
