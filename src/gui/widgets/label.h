// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/theme/roles.h"
#include "gui/theme/type.h"

#include <QLabel>
#include <QPointer>
#include <optional>

namespace look {

/// A QLabel in one of our types and tones that follows the desktop's font and palette while it runs.
class Label final : public QLabel
{
    Q_OBJECT

public:
    explicit Label(QWidget *parent = nullptr);  ///< For forms, which say the rest by setters.
    explicit Label(const QString &text, Type type = Type::Body, QWidget *parent = nullptr);

    void setType(Type type);
    void setTone(Tone tone) { toned(tone); }
    Label *subtle() { return toned(Tone::Neutral); }
    Label *toned(Tone tone);
    Label *wrapped();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void restyle();

    Type m_type;
    QPointer<QWidget> m_followed;
    std::optional<Tone> m_tone;
    bool m_restyling = false;
};

}
