// SPDX-License-Identifier: Apache-2.0
#include "localhub/store/yamlreader.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

constexpr int kDeepest = 32;  // Cards come from outside; the stack is not theirs.

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'';
}

QJsonValue scalar(QString text)
{
    if (text.size() >= 2 && isQuote(text.front()) && text.back() == text.front())
        return text.sliced(1, text.size() - 2);
    if (const qsizetype comment = text.indexOf(" #"_L1); comment >= 0)
        text = text.first(comment).trimmed();
    if (text == "true"_L1 || text == "false"_L1)
        return text == "true"_L1;
    if (text.isEmpty() || text == "null"_L1 || text == "~"_L1)
        return QJsonValue::Null;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && !text.startsWith(u'+') ? QJsonValue(number) : QJsonValue(text);
}

QJsonValue inlineValue(const QString &text)
{
    if (text == "{}"_L1)
        return QJsonObject();
    if (!text.startsWith(u'[') || !text.endsWith(u']'))
        return scalar(text);
    QJsonArray list;
    for (const QString &item : text.sliced(1, text.size() - 2).split(u',', Qt::SkipEmptyParts))
        list += scalar(item.trimmed());
    return list;
}

/// Where the key of "key: value" ends; negative where \a text is no such thing.
qsizetype colonOf(const QString &text)
{
    if (isQuote(text.front())) {
        const qsizetype end = text.indexOf(text.front(), 1);
        return end > 0 && text.sliced(end + 1).startsWith(u':') ? end + 1 : -1;
    }
    for (qsizetype colon = text.indexOf(u':'); colon > 0; colon = text.indexOf(u':', colon + 1)) {
        if (colon + 1 == text.size() || text[colon + 1].isSpace())
            return colon;
    }
    return -1;
}

QString keyOf(const QString &text)
{
    return text.size() >= 2 && isQuote(text.front()) ? text.sliced(1, text.size() - 2) : text;
}

bool isItem(const QString &text)
{
    return text == "-"_L1 || text.startsWith("- "_L1);
}

bool isBlockMark(const QString &text)
{
    return !text.isEmpty() && text.size() <= 3 && (text.front() == u'|' || text.front() == u'>');
}

}  // namespace

YamlReader::YamlReader(const QStringList &lines)
{
    for (const QString &line : lines) {
        const auto first = std::find_if_not(line.begin(), line.end(), [](QChar c) { return c == u' ' || c == u'\t'; });
        m_lines += {first - line.begin(), line.trimmed(), line};
    }
}

/// Whether the next line that says something begins at \a indent.
bool YamlReader::isAt(qsizetype indent)
{
    while (m_next < m_lines.size() && (m_lines[m_next].text.isEmpty() || m_lines[m_next].text.startsWith(u'#')))
        ++m_next;
    return m_next < m_lines.size() && m_lines[m_next].indent == indent;
}

QJsonObject YamlReader::mapping(qsizetype indent, int depth)
{
    QJsonObject fields;
    while (isAt(indent) && !isItem(m_lines[m_next].text)) {
        const QString text = m_lines[m_next++].text;
        const qsizetype colon = colonOf(text);
        if (colon > 0) {
            const QJsonValue value = valueOf(text.sliced(colon + 1).trimmed(), indent, depth, indent);
            if (!value.isUndefined())
                fields.insert(keyOf(text.first(colon).trimmed()), value);
        }
        skipDeeper(indent);
    }
    return fields;
}

QJsonArray YamlReader::list(qsizetype indent, int depth)
{
    QJsonArray items;
    while (isAt(indent) && isItem(m_lines[m_next].text)) {
        Line &line = m_lines[m_next];
        const QString item = line.text.sliced(1).trimmed();
        if (!item.isEmpty() && colonOf(item) > 0) {
            // "- key: value" begins a mapping, which goes on below the key.
            line.indent += line.text.indexOf(item);
            line.text = item;
            items += depth < kDeepest ? QJsonValue(mapping(line.indent, depth + 1)) : QJsonValue();
        } else {
            ++m_next;
            const QJsonValue value = valueOf(item, indent, depth, indent + 1);
            if (!value.isUndefined())
                items += value;
        }
        skipDeeper(indent);
    }
    return items;
}

/// What stands right of a key or of a "-", or if nothing does, below it: a list from \a listIndent on, since it need
/// not be further in than its key.
QJsonValue YamlReader::valueOf(const QString &text, qsizetype indent, int depth, qsizetype listIndent)
{
    if (isBlockMark(text))
        return block(text, indent);
    if (!text.isEmpty() && !text.startsWith(u'#'))
        return inlineValue(text);
    isAt(indent);  // Over what says nothing.
    if (m_next == m_lines.size() || depth >= kDeepest)
        return QJsonValue::Undefined;
    const qsizetype next = m_lines[m_next].indent;
    if (isItem(m_lines[m_next].text) && next >= listIndent)
        return list(next, depth + 1);
    return next > indent ? QJsonValue(mapping(next, depth + 1)) : QJsonValue(QJsonValue::Undefined);
}

/// The lines below a "|", as they are, or below a ">", where one that is not empty goes on the one before.
QString YamlReader::block(const QString &mark, qsizetype indent)
{
    QStringList lines;
    qsizetype margin = -1;
    for (; m_next < m_lines.size(); ++m_next) {
        const Line &line = m_lines[m_next];
        if (!line.text.isEmpty() && line.indent <= indent)
            break;
        if (margin < 0 && !line.text.isEmpty())
            margin = line.indent;
        lines += line.text.isEmpty() ? QString() : line.whole.sliced(qMin(margin, line.indent));
    }
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    QString text;
    for (const QString &line : lines) {
        const bool joins = mark.front() == u'>' && !line.isEmpty() && !text.isEmpty() && !text.endsWith(u'\n');
        text += joins ? u' ' + line : line;
        if (mark.front() == u'|' || line.isEmpty())
            text += u'\n';
    }
    while (text.endsWith(u'\n'))
        text.chop(1);
    return mark.endsWith(u'-') || text.isEmpty() ? text : text + u'\n';
}

/// Over what was not understood.
void YamlReader::skipDeeper(qsizetype indent)
{
    while (!isAt(indent) && m_next < m_lines.size() && m_lines[m_next].indent > indent)
        ++m_next;
}

}  // namespace localhub
