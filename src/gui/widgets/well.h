// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

namespace look {

/// A ground one step off the content, for one thing that was found or is to be read off.
class Well final : public QFrame
{
    Q_OBJECT

public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent *event) override;
};

}  // namespace look
