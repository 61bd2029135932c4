// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/cardfacts.h"

#include <QTextBrowser>

/// A repository's README as a page of text. It loads nothing: an image is its description, and a link is only told of
/// (linkPressed), since whoever follows it must show its host first.
class CardView final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit CardView(QWidget *parent = nullptr);

    /// The main fields of the front matter stand above, as rows of plain text. The rest of \a markdown is rendered;
    /// HTML in it is shown as it is written, never run or loaded.
    void setCard(const QString &markdown);
    bool hasCard() const { return !m_body.isEmpty(); }

    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void linkPressed(const QUrl &url);

protected:
    void changeEvent(QEvent *event) override;  // The colours of the text follow the palette.
    void resizeEvent(QResizeEvent *event) override;

private:
    void render();
    void styleBlocks();
    void describeImages();
    void addFacts();

    QList<gui::CardFact> m_facts;
    QString m_body;
};
