// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class TransferModel;

namespace look {
class Label;
}

/// The foot of the window: whose it is and which Hub; speed and free space of the cache's disk.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setAccount(const QString &text);
    void setSpeed(qint64 bytesPerSecond);
    void setFreeSpace(qint64 bytes);  ///< -1 while unknown.

private:
    look::Label *m_account;
    look::Label *m_speed;
    look::Label *m_free;
};
