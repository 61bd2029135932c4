// SPDX-License-Identifier: Apache-2.0
#include "localhub/store/frontmatter.h"

#include <QJsonArray>
#include <QStringList>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

std::optional<QStringList> yamlLines(const QByteArray &readme)
{
    QString text = QString::fromUtf8(readme.startsWith("\xef\xbb\xbf") ? readme.sliced(3) : readme);
    const QStringList lines = text.replace("\r\n"_L1, "\n"_L1).split(u'\n');
    qsizetype first = 0;
    while (first < lines.size() && lines[first].trimmed().isEmpty())
        ++first;
    if (first == lines.size() || lines[first].trimmed() != "---"_L1)
        return {};
    for (qsizetype last = first + 1; last < lines.size(); ++last) {
        if (lines[last].trimmed() == "---"_L1)
            return lines.sliced(first + 1, last - first - 1);
    }
    return {};
}

QJsonValue scalar(QString text)
{
    const bool isQuoted
        = text.size() >= 2 && (text.front() == u'"' || text.front() == u'\'') && text.back() == text.front();
    if (isQuoted)
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

QJsonValue value(const QString &text)
{
    if (!text.startsWith(u'[') || !text.endsWith(u']'))
        return scalar(text);
    QJsonArray list;
    for (const QString &item : text.sliced(1, text.size() - 2).split(u',', Qt::SkipEmptyParts))
        list += scalar(item.trimmed());
    return list;
}

}  // namespace

QJsonObject frontMatter(const QByteArray &readme)
{
    QJsonObject fields;
    QString key;
    QJsonArray list;
    bool isNested = false;
    const auto keep = [&] {
        if (!key.isEmpty() && !isNested && !list.isEmpty())
            fields.insert(key, list);
        key.clear();
        list = {};
        isNested = false;
    };
    for (const QString &line : yamlLines(readme).value_or(QStringList())) {
        const QString text = line.trimmed();
        if (text.isEmpty() || text.startsWith(u'#'))
            continue;
        if (text.startsWith("- "_L1) && !key.isEmpty()) {
            const QString item = text.sliced(2).trimmed();
            isNested |= item.contains(": "_L1) && !item.startsWith(u'"') && !item.startsWith(u'\'');
            list += scalar(item);
        } else if (line.front().isSpace()) {
            isNested = true;
        } else if (const qsizetype colon = text.indexOf(u':'); colon > 0) {
            keep();
            const QString rest = text.sliced(colon + 1).trimmed();
            if (rest.isEmpty())
                key = text.first(colon);
            else if (rest != "|"_L1 && rest != ">"_L1)
                fields.insert(text.first(colon), value(rest));
        }
    }
    keep();
    return fields;
}

}  // namespace localhub
