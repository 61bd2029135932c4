// SPDX-License-Identifier: Apache-2.0
#include "localhub/store/frontmatter.h"

#include "localhub/store/yamlreader.h"

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

}  // namespace

QJsonObject frontMatter(const QByteArray &readme)
{
    return YamlReader(yamlLines(readme).value_or(QStringList())).mapping();
}

}  // namespace localhub
