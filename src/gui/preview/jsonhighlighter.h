// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSyntaxHighlighter>

/// Colours JSON as the tree does: keys, texts, and what is neither.
class JsonHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit JsonHighlighter(QTextDocument *document) : QSyntaxHighlighter(document) {}

protected:
    void highlightBlock(const QString &text) override;
};
