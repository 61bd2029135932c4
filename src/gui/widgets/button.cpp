// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/button.h"

#include "gui/theme/icons.h"

#include <QEvent>
#include <QScopedValueRollback>

namespace look {

Button::Button(QWidget *parent) : Button({}, {}, Kind::Normal, parent) {}

Button::Button(const QString &text, const QString &icon, Kind kind, QWidget *parent)
    : QPushButton(text, parent),
      m_kind(kind)
{
    setAutoDefault(false);  // Return belongs to the default button, not to the one that was last clicked.
    setIconName(icon);
    setKind(kind);
}

void Button::setIconName(const QString &name)
{
    setIcon(name.isEmpty() ? QIcon() : lineIcon(name));
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    setDefault(kind == Kind::Primary);
    setFlat(kind == Kind::Flat || kind == Kind::Quiet || kind == Kind::Link);
    setProperty("quiet", kind == Kind::Quiet);
    setProperty("link", kind == Kind::Link);
    setProperty("danger", kind == Kind::Danger);
    tint();
}

void Button::setFlush(bool isFlush)
{
    setProperty("flush", isFlush);
    setFlat(!isFlat());  // Qt asks the style anew for the button's edges when this changes, and at no other time.
    setFlat(!isFlat());
}

Button *Button::ofIcon(const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new Button({}, icon, Kind::Flat, parent);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

bool Button::event(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && !m_tinting)
        tint();
    return QPushButton::event(event);
}

void Button::tint()
{
    const bool isTinted = m_kind == Kind::Quiet || m_kind == Kind::Link || m_kind == Kind::Danger;
    if (!isTinted && !std::exchange(m_wasTinted, false))
        return;
    const QScopedValueRollback<bool> guard(m_tinting, true);
    if (!isTinted) {
        setPalette({});
        return;
    }
    m_wasTinted = true;
    const Tone tone = m_kind == Kind::Quiet ? Tone::Neutral : m_kind == Kind::Link ? Tone::Accent : Tone::Danger;
    const QColor ink = currentRoles().of(tone);
    QPalette own;
    own.setColor(QPalette::Active, QPalette::ButtonText, ink);
    own.setColor(QPalette::Inactive, QPalette::ButtonText, ink);
    setPalette(own);
}

}
