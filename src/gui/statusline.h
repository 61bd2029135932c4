// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class Engine;
class SignIn;
class TransferLimits;

namespace look {
class Button;
class IconLabel;
}  // namespace look

/// The foot of the window: who one is on which Hub and whether that can be reached, the speed of what is on its way,
/// and the free space of the cache's disk.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setEngine(Engine *engine);                    ///< Outlives this.
    void setSignIn(SignIn *signIn);                    ///< And this.
    void setLimits(TransferLimits *limits);            ///< Outlives this, too.
    void setSpeed(qint64 bytesPerSecond, int active);  ///< Not shown while nothing is active.
    void setFreeSpace(qint64 bytes);                   ///< -1 while unknown.

    void standLast();  ///< In the window's tab order.

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;

private:
    void showAccount(const SignIn &signIn);
    void showOffline(Engine &engine);
    void arrange();

    look::Button *m_account;
    look::Button *m_signIn;
    look::IconLabel *m_offline;
    look::IconLabel *m_speed;
    look::Button *m_limit;
    look::IconLabel *m_free;
};
