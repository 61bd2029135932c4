// SPDX-License-Identifier: Apache-2.0
#include "gui/preview/jsonhighlighter.h"

#include "gui/theme/roles.h"

namespace {

/// Behind the text that begins at \a at with its quote.
qsizetype endOfText(const QString &line, qsizetype at)
{
    for (++at; at < line.size() && line[at] != u'"'; ++at) {
        if (line[at] == u'\\')
            ++at;
    }
    return qMin(at + 1, line.size());
}

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'+' || c == u'.';
}

bool isKey(const QString &line, qsizetype end)
{
    while (end < line.size() && line[end].isSpace())
        ++end;
    return end < line.size() && line[end] == u':';
}

}  // namespace

void JsonHighlighter::highlightBlock(const QString &text)
{
    const look::Roles &roles = look::currentRoles();
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at + 1;
        QColor color = roles.subtle;
        if (text[at] == u'"') {
            end = endOfText(text, at);
            color = isKey(text, end) ? roles.accent : roles.success;
        } else if (isWord(text[at])) {
            while (end < text.size() && isWord(text[end]))
                ++end;
            color = roles.warning;
        }
        if (!text[at].isSpace())
            setFormat(int(at), int(end - at), color);
        at = end;
    }
}
