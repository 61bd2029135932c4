// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace localhub {

/// Reads the part of YAML that cards have, line by line: what stands further in belongs to what is above it.
class YamlReader
{
public:
    explicit YamlReader(const QStringList &lines);

    QJsonObject mapping() { return mapping(0, 0); }

private:
    struct Line {
        qsizetype indent;
        QString text;  ///< Without what stands before and after it.
        QString whole;
    };

    bool isAt(qsizetype indent);
    QJsonObject mapping(qsizetype indent, int depth);
    QJsonArray list(qsizetype indent, int depth);
    QJsonValue valueOf(const QString &text, qsizetype indent, int depth, qsizetype listIndent);
    QString block(const QString &mark, qsizetype indent);
    void skipDeeper(qsizetype indent);

    QList<Line> m_lines;
    qsizetype m_next = 0;
};

}  // namespace localhub
