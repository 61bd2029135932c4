// SPDX-License-Identifier: Apache-2.0
#include "gui/preview/textpreview.h"

#include "core/texts.h"
#include "gui/preview/codehighlight.h"
#include "gui/preview/codeview.h"
#include "gui/theme/metrics.h"
#include "gui/widgets/button.h"
#include "gui/widgets/elidedlabel.h"
#include "gui/widgets/hairline.h"
#include "models/preview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSyntaxHighlighter>
#include <QVBoxLayout>

TextPreview::TextPreview(QWidget *parent)
    : QWidget(parent),
      m_code(new CodeView(this)),
      m_foot(new QWidget(this)),
      m_note(new look::ElidedLabel(m_foot)),
      m_more(new look::Button(tr("Show more"), {}, look::Button::Kind::Link, m_foot))
{
    m_note->setType(look::Type::Small);
    m_note->setTone(look::Tone::Neutral);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(look::kLarge, look::kTight, look::kSmall, look::kTight);
    row->addWidget(m_note, 1);
    row->addWidget(m_more);
    auto *foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins({});
    foot->setSpacing(0);
    foot->addWidget(new look::Hairline(m_foot));
    foot->addLayout(row);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_code, 1);
    column->addWidget(m_foot);
    setFocusProxy(m_code);
    connect(m_more, &QPushButton::clicked, this, &TextPreview::moreAsked);
}

void TextPreview::setText(const Preview &preview)
{
    m_name = preview.entry()->name;
    delete m_highlighter;  // Else it would go through the new text as if it were the old one's.
    m_code->setText(preview.text);
    highlight();
    showFoot(preview);
}

void TextPreview::addText(const QString &text, const Preview &preview)
{
    if (preview.text.size() > gui::kMostHighlighted)
        delete m_highlighter;
    m_code->addText(text);
    showFoot(preview);
}

void TextPreview::highlight()
{
    delete m_highlighter;
    if (m_code->document()->characterCount() <= gui::kMostHighlighted)
        m_highlighter = gui::highlightCode(m_code->document(), m_name);
}

void TextPreview::showFoot(const Preview &preview)
{
    const qint64 size = preview.entry()->file.size;
    const bool isAll = preview.bytesRead >= size;
    m_foot->setVisible(!isAll);
    m_more->setVisible(preview.hasMore);
    m_more->setEnabled(!preview.isFetching);
    const QString shown = core::sizeText(preview.bytesRead);
    m_note->setText(preview.hasMore ? tr("The first %1 of %2").arg(shown, core::sizeText(size))
                                    : tr("The first %1 of %2: no more is shown").arg(shown, core::sizeText(size)));
}

void TextPreview::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        highlight();
}
