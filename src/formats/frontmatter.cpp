// SPDX-License-Identifier: Apache-2.0
#include "formats/frontmatter.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongest = 1 << 16;  // Of the front matter; what follows is not read.
constexpr qsizetype kMostWords = 50;     // Of one list.

/// Without its quotes or the comment behind it; empty where it is no word but a structure.
QString wordOf(QString text)
{
    text = text.trimmed();
    for (const QChar quote : {u'"', u'\''}) {
        if (text.startsWith(quote)) {
            const qsizetype end = text.indexOf(quote, 1);
            return end < 0 ? text.sliced(1) : text.sliced(1, end - 1);
        }
    }
    if (const qsizetype comment = text.indexOf(" #"_L1); comment >= 0)
        text = text.first(comment).trimmed();
    const bool isStructure = text.startsWith(u'{') || text.startsWith(u'|') || text.startsWith(u'>')
        || text.startsWith(u'#') || text.contains(": "_L1) || text.endsWith(u':');
    return isStructure || text == "null"_L1 || text == "~"_L1 ? QString() : text;
}

void addWord(QStringList &words, const QString &text)
{
    const QString word = wordOf(text);
    if (!word.isEmpty() && words.size() < kMostWords)
        words << word;
}

}  // namespace

QHash<QString, QStringList> formats::fieldsOf(const QString &yaml)
{
    static const QRegularExpression keyForm(u"\\A([A-Za-z0-9_-]+):(?:\\s+(.*))?\\z"_s);
    QHash<QString, QStringList> fields;
    QString key;
    for (const QString &line : yaml.left(kLongest).split(u'\n')) {
        const QString text = line.trimmed();
        const bool isItem = text.startsWith("- "_L1);
        if (const auto match = keyForm.match(line.trimmed()); !isItem && !line.startsWith(u' ') && match.hasMatch()) {
            key = match.captured(1);
            const QString value = match.captured(2).trimmed();
            if (value.startsWith(u'[')) {
                for (const QString &word : value.mid(1, value.lastIndexOf(u']') - 1).split(u','))
                    addWord(fields[key], word);
            } else {
                addWord(fields[key], value);
            }
        } else if (isItem && !key.isEmpty() && line.indexOf(u'-') <= 2) {
            addWord(fields[key], text.sliced(2));
        }
    }
    return fields;
}

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
