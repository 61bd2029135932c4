// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class FileFacts;
class ImagePreview;
class JsonPreview;
class PreviewFeed;
class PreviewHeader;
class QStackedWidget;
class QTabBar;
class TextPreview;

namespace look {
class EmptyState;
}

/// What a PreviewFeed found out, shown: a header, tabs where there are two ways to look at it, and the view.
class PreviewPane final : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(PreviewFeed *feed, QWidget *parent = nullptr);

    void setOverlay(bool isOverlay);  ///< It lies over another view, so it draws the line beside that itself.

Q_SIGNALS:
    void closeAsked();
    void leaveAsked();  ///< Esc: back to where one came from.

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setUpTabs();
    void showPreview();
    void showText();
    void showError();
    void showView(QWidget *view);
    void handFocusOn(Qt::FocusReason reason);

    PreviewFeed *m_feed;
    PreviewHeader *m_header;
    QTabBar *m_tabs;
    QStackedWidget *m_views;
    QWidget *m_nothing;
    QWidget *m_loading;
    TextPreview *m_text;
    JsonPreview *m_json;
    ImagePreview *m_image;
    FileFacts *m_facts;
    bool m_isOverlay = false;
    look::EmptyState *m_failure = nullptr;  // Made anew for each error.
};
