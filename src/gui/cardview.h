// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextBrowser>

/// A repository's README as a page of text. It loads nothing: an image is its description, a link is only followed when
/// it is pressed, after its host was shown.
class CardView final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit CardView(QWidget *parent = nullptr);

    /// \a markdown without its front matter is rendered; raw HTML in it is shown as nothing, never run or loaded.
    void setCard(const QString &markdown);

    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void linkPressed(const QUrl &url);

protected:
    void changeEvent(QEvent *event) override;  // The colours of the text follow the palette.

private:
    void render();

    QString m_markdown;
};
