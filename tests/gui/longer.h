// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTranslator>

#include <algorithm>

/// Makes each text two fifths longer, as a translation may.
class Longer final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int n) const override
    {
        QString text = QString::fromUtf8(source);
        text.replace(QStringLiteral("%n"), QString::number(n));
        const auto isLetter = [](QChar c) { return c.isLetter(); };
        const bool isWord = std::ranges::count_if(text, isLetter) > 3;  // Units have no long form.
        return isWord ? text + QString(qMax<qsizetype>(1, text.size() * 2 / 5), u'e') : text;
    }
};
