// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

/// Text of a file to read: in the code font, with the numbers of its lines, never wrapped. A line that is too long to
/// be laid out in no time is folded; what follows the fold has no number.
class CodeView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CodeView(QWidget *parent = nullptr);

    static constexpr int kFold = 1000;  ///< Characters.

    void setText(const QString &text);
    void addText(const QString &text);
    int lines() const { return m_lines; }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString folded(const QString &text);
    void setFonts();
    void layOut();
    void paintNumbers() const;

    QWidget *m_gutter;
    QList<int> m_numbers;  // Of each block; 0 after a fold.
    int m_lines = 0;
    int m_lastLength = 0;  // Characters of the last block.
};
