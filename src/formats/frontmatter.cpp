// SPDX-License-Identifier: Apache-2.0
#include "formats/frontmatter.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

Card formats::splitCard(const QString &text)
{
    static const QRegularExpression opening(u"\\A\\x{feff}?\\s*---[ \\t]*\\r?\\n"_s);
    static const QRegularExpression closing(u"^---[ \\t]*(?:\\r?\\n|\\z)"_s, QRegularExpression::MultilineOption);
    const QRegularExpressionMatch open = opening.match(text);
    if (!open.hasMatch())
        return {{}, text};
    const QRegularExpressionMatch close = closing.match(text, open.capturedEnd());
    if (!close.hasMatch())
        return {{}, text};
    return {text.mid(open.capturedEnd(), close.capturedStart() - open.capturedEnd()), text.mid(close.capturedEnd())};
}
