// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/label.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>

namespace look {

Label::Label(QWidget *parent) : Label({}, Type::Body, parent) {}

Label::Label(const QString &text, Type type, QWidget *parent) : QLabel(text, parent), m_type(type)
{
    setTextFormat(Qt::PlainText);  // Names come from servers: nothing in them is markup.
    if (isRightToLeft())           // Qt goes by the letters: a name in Latin ones would stand at the far edge.
        setAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    follow();
    restyle();
}

void Label::setType(Type type)
{
    m_type = type;
    restyle();
}

Label *Label::toned(Tone tone)
{
    m_tone = tone;
    restyle();
    return this;
}

Label *Label::wrapped()
{
    setWordWrap(true);
    return this;
}

bool Label::event(QEvent *event)
{
    // ApplicationPaletteChange reaches windows only; PaletteChange comes of our own setPalette() too.
    if (event->type() == QEvent::PaletteChange && !m_restyling)
        restyle();
    else if (event->type() == QEvent::ParentChange)
        follow();
    return QLabel::event(event);
}

bool Label::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        restyle();
    return QLabel::eventFilter(watched, event);
}

/// A label with a size of its own hears nothing of the desktop's new font; the widget around it, which has none, does.
void Label::follow()
{
    if (m_followed)
        m_followed->removeEventFilter(this);
    m_followed = parentWidget();
    if (m_followed)
        m_followed->installEventFilter(this);
}

void Label::restyle()
{
    const QScopedValueRollback<bool> guard(m_restyling, true);
    if (m_type != Type::Body)
        setFont(fontOf(m_type));
    if (!m_tone)
        return;
    const QColor color = currentRoles().of(*m_tone);
    QPalette own;
    own.setColor(QPalette::WindowText, color);
    own.setColor(QPalette::Text, color);
    setPalette(own);
}

}
