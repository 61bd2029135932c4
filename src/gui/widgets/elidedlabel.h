// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/theme/roles.h"
#include "gui/theme/type.h"

#include <QLabel>

#include <optional>

namespace look {

/// One line of plain text that gives way: elided where room is short, and then whole in its tool tip.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setType(Type type);
    void setTone(Tone tone) { m_tone = tone; }
    /// Middle for names and paths; right (as is) for prose.
    void setElideMode(Qt::TextElideMode mode) { m_mode = mode; }
    void setLeast(int characters) { m_least = characters; }  ///< That many keep their room before it is elided.

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QFont inkFont() const { return fontOf(m_type); }

    Type m_type = Type::Body;
    std::optional<Tone> m_tone;
    Qt::TextElideMode m_mode = Qt::ElideRight;
    int m_least = 6;
};

}
