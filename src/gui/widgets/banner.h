// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/theme/roles.h"

#include <QFrame>

class QPushButton;

namespace look {

class Label;

/// One sentence about this page and the one button that mends it. At the top of the page, never over it.
class Banner final : public QFrame
{
    Q_OBJECT

public:
    Banner(Tone tone, const QString &sentence, QWidget *parent = nullptr);

    void setDetail(const QString &detail);    ///< Below the sentence.
    void setDetails(const QString &details);  ///< The same, but shown only when it is asked for: codes, server words.
    /// The first one is the one that mends, and may be the page's next step; more are links.
    QPushButton *addAction(const QString &text, bool isNextStep = false);

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    Label *m_sentence;
    Label *m_detail;
    int m_actions = 0;
};

}
