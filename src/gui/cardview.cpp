// SPDX-License-Identifier: Apache-2.0
#include "gui/cardview.h"

#include "formats/frontmatter.h"
#include "gui/theme/metrics.h"
#include "gui/theme/roles.h"
#include "gui/theme/type.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidest = 760;  // A longer line is hard to come back from.

/// Rows apart by hairlines, no box around them.
void styleTable(QTextTable *table)
{
    QTextTableFormat format = table->format();
    format.setBorder(0);
    format.setBorderCollapse(true);
    format.setCellPadding(look::kTight);
    format.setCellSpacing(0);
    table->setFormat(format);
    for (int row = 0; row < table->rows(); ++row) {
        for (int column = 0; column < table->columns(); ++column) {
            QTextTableCell cell = table->cellAt(row, column);
            QTextTableCellFormat own = cell.format().toTableCellFormat();
            own.setBottomBorder(1);
            own.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            own.setBottomBorderBrush(look::currentRoles().hairline);
            own.setRightPadding(look::kLarge);
            cell.setFormat(own);
        }
    }
}

look::Type typeOfHeading(int level)
{
    return level <= 1 ? look::Type::Title : level == 2 ? look::Type::Heading : look::Type::Strong;
}

/// Piece by piece: Markdown's own size is relative, wins over ours, and does not go by merging.
void setHeadingFont(const QTextBlock &block, const QFont &font)
{
    QList<QTextLayout::FormatRange> pieces;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        QTextCharFormat letters = it.fragment().charFormat();
        letters.clearProperty(QTextFormat::FontSizeAdjustment);
        letters.setFontPointSize(font.pointSizeF());
        letters.setFontWeight(font.weight());
        pieces.append({it.fragment().position(), it.fragment().length(), letters});
    }
    QTextCursor cursor(block);
    for (const QTextLayout::FormatRange &piece : std::as_const(pieces)) {
        cursor.setPosition(piece.start);
        cursor.setPosition(piece.start + piece.length, QTextCursor::KeepAnchor);
        cursor.setCharFormat(piece.format);
    }
}

}  // namespace

CardView::CardView(QWidget *parent) : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setAccessibleName(tr("Card"));
    document()->setDocumentMargin(look::kLarge);
    document()->setIndentWidth(look::kHuge - look::kTight);
    connect(this, &QTextBrowser::anchorClicked, this, &CardView::linkPressed);
}

void CardView::setCard(const QString &markdown)
{
    const Card card = formats::splitCard(markdown);
    m_facts = gui::cardFacts(card.yaml);
    m_body = card.body;
    render();
    verticalScrollBar()->setValue(0);
}

/// Nothing is ever loaded: not over the network, and not from this computer's files, which a card may name.
QVariant CardView::loadResource(int, const QUrl &)
{
    return {};
}

void CardView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        render();
}

void CardView::resizeEvent(QResizeEvent *event)
{
    const int spare = qMax(0, width() - kWidest);
    layoutDirection() == Qt::LeftToRight ? setViewportMargins(0, 0, spare, 0) : setViewportMargins(spare, 0, 0, 0);
    QTextBrowser::resizeEvent(event);
}

void CardView::render()
{
    const int at = verticalScrollBar()->value();
    document()->setMarkdown(
        m_body, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
    describeImages();
    styleBlocks();
    addFacts();
    verticalScrollBar()->setValue(at);
}

/// An image becomes its description in quiet text.
void CardView::describeImages()
{
    const look::Roles &roles = look::currentRoles();
    QTextCursor cursor(document());
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd();) {
            const QTextFragment fragment = it.fragment();
            ++it;
            if (!fragment.charFormat().isImageFormat())
                continue;
            const QString alt = fragment.charFormat().property(QTextFormat::ImageAltText).toString();
            QTextCharFormat quiet;
            quiet.setForeground(roles.subtle);
            quiet.setFontItalic(true);
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            cursor.insertText(alt.isEmpty() ? tr("[Image]") : tr("[Image: %1]").arg(alt), quiet);
            it = block.begin();  // The block has other fragments now.
        }
    }
}

/// What the front matter says, as quiet rows above the text; as text it can do nothing, whatever it says.
void CardView::addFacts()
{
    if (m_facts.isEmpty())
        return;
    QTextCursor cursor(document());
    cursor.insertBlock();
    cursor.movePosition(QTextCursor::Start);
    cursor.setBlockFormat({});
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(0);  // The text stands on the edge of the card's.
    format.setCellSpacing(0);
    format.setBottomMargin(look::kMedium);
    QTextTable *table = cursor.insertTable(int(m_facts.size()), 2, format);
    QTextCharFormat name;
    name.setFont(look::fontOf(look::Type::Small, font()));
    name.setForeground(look::currentRoles().subtle);
    QTextCharFormat value = name;
    value.setForeground(look::currentRoles().text);
    for (int row = 0; row < table->rows(); ++row) {
        QTextTableCellFormat cell;
        cell.setBottomPadding(look::kTight);
        table->cellAt(row, 1).setFormat(cell);
        cell.setRightPadding(look::kLarge);
        table->cellAt(row, 0).setFormat(cell);
        table->cellAt(row, 0).firstCursorPosition().insertText(m_facts[row].name, name);
        table->cellAt(row, 1).firstCursorPosition().insertText(m_facts[row].value, value);
    }
}

/// Sizes, grounds and distances: a document's style sheet does not reach headings that came from Markdown.
void CardView::styleBlocks()
{
    const look::Roles &roles = look::currentRoles();
    QTextCursor cursor(document());
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        QTextBlockFormat format = block.blockFormat();
        QTextCharFormat letters;
        if (const int level = format.headingLevel(); level > 0) {
            format.setTopMargin(level == 1 ? look::kSmall : look::kLarge);
            format.setBottomMargin(look::kSmall);
            setHeadingFont(block, look::fontOf(typeOfHeading(level), font()));
        } else if (format.hasProperty(QTextFormat::BlockCodeFence)
                   || format.hasProperty(QTextFormat::BlockCodeLanguage)) {
            format.setBackground(roles.sunken);
            format.setNonBreakableLines(false);  // One long line must not make the whole card scroll sideways.
            format.setLeftMargin(look::kSmall);
            letters.setFont(look::codeFont(), QTextCharFormat::FontPropertiesAll);
        } else {
            format.setLineHeight(120, QTextBlockFormat::ProportionalHeight);
        }
        cursor.setBlockFormat(format);
        cursor.mergeCharFormat(letters);
    }
    for (QTextFrame *frame : document()->rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        styleTable(table);
    }
}
