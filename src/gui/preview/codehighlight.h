// SPDX-License-Identifier: Apache-2.0
#pragma once

class QString;
class QSyntaxHighlighter;
class QTextDocument;

namespace gui {

constexpr int kMostHighlighted = 300'000;  ///< Characters; more would keep the window from answering.

/// Colours \a document as the language that the file's \a name stands for: by KSyntaxHighlighting where Hubdeck was
/// built with it, else JSON alone. Null where there is nothing to colour; the document owns it. It colours by the
/// palette of the moment.
QSyntaxHighlighter *highlightCode(QTextDocument *document, const QString &name);

}  // namespace gui
