// SPDX-License-Identifier: Apache-2.0
#include "gui/preview/codeview.h"

#include "gui/theme/metrics.h"
#include "gui/theme/roles.h"
#include "gui/theme/type.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

CodeView::CodeView(QWidget *parent) : QPlainTextEdit(parent), m_gutter(new QWidget(this))
{
    setFrameShape(QFrame::NoFrame);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(NoWrap);
    setUndoRedoEnabled(false);
    setLayoutDirection(Qt::LeftToRight);  // Code is, in every language.
    viewport()->setLayoutDirection(Qt::LeftToRight);
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    document()->setDefaultTextOption(option);
    document()->setDocumentMargin(look::kTight);
    m_gutter->installEventFilter(this);
    setAccessibleName(tr("Text"));
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this] { m_gutter->update(); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_gutter, [this] { m_gutter->update(); });
    setFonts();
}

void CodeView::setText(const QString &text)
{
    m_numbers = {1};
    m_lines = 1;
    m_lastLength = 0;
    setPlainText(folded(text));
    layOut();
}

void CodeView::addText(const QString &text)
{
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.insertText(folded(text));
    layOut();
}

/// \a text with ends of lines where one gets too long, counting the lines on the way.
QString CodeView::folded(const QString &text)
{
    QString made;
    made.reserve(text.size() + text.size() / kFold);
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype found = text.indexOf(u'\n', at);
        const qsizetype end = found < 0 ? text.size() : found;
        const qsizetype taken = qMin(end - at, qsizetype(kFold - m_lastLength));
        made += QStringView(text).sliced(at, taken);
        at += taken;
        m_lastLength += int(taken);
        if (at == text.size())
            break;
        if (at == end)
            ++at;
        m_numbers << (at > end ? ++m_lines : 0);
        m_lastLength = 0;
        made += u'\n';
    }
    return made;
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::StyleChange)
        setFonts();
}

void CodeView::setFonts()
{
    setFont(look::codeFont());
    setTabStopDistance(4.0 * fontMetrics().horizontalAdvance(u' '));
    layOut();
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layOut();
}

void CodeView::layOut()
{
    const int digits = qMax(3, int(QString::number(m_lines).size()));
    const int width = look::kSmall + digits * fontMetrics().horizontalAdvance(u'0') + look::kSmall;
    setViewportMargins(width, look::kTight, 0, 0);
    const QRect room = contentsRect();
    m_gutter->setGeometry(room.left(), room.top() + look::kTight, width, viewport()->height());
    m_gutter->update();
}

bool CodeView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_gutter || event->type() != QEvent::Paint)
        return QPlainTextEdit::eventFilter(watched, event);
    paintNumbers();
    return true;
}

void CodeView::paintNumbers() const
{
    QPainter painter(m_gutter);
    painter.setFont(font());
    painter.setPen(look::currentRoles().subtle);
    QTextBlock block = firstVisibleBlock();
    double top = blockBoundingGeometry(block).translated(contentOffset()).top();
    for (; block.isValid() && top < m_gutter->height(); block = block.next()) {
        const double height = blockBoundingRect(block).height();
        const bool isNone = m_lines > 1 && block.length() == 1 && !block.next().isValid();  // The text ended before.
        if (const int number = m_numbers.value(block.blockNumber()); number > 0 && !isNone)
            painter.drawText(QRectF(0, top, m_gutter->width() - look::kSmall, height),
                             Qt::AlignRight | Qt::AlignVCenter, QString::number(number));
        top += height;
    }
}
