// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QWidget>

class CodeView;
class QSyntaxHighlighter;
struct Preview;

namespace look {
class Button;
class ElidedLabel;
}

/// The text of a file as far as it was fetched, and below it how much that is and the way to more.
class TextPreview final : public QWidget
{
    Q_OBJECT

public:
    explicit TextPreview(QWidget *parent = nullptr);

    void setText(const Preview &preview);
    void addText(const QString &text, const Preview &preview);

Q_SIGNALS:
    void moreAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showFoot(const Preview &preview);
    void highlight();

    CodeView *m_code;
    QPointer<QSyntaxHighlighter> m_highlighter;
    QString m_name;
    QWidget *m_foot;
    look::ElidedLabel *m_note;
    look::Button *m_more;
};
