// SPDX-License-Identifier: Apache-2.0
#include "gui/preview/previewpane.h"

#include "core/plaintext.h"
#include "gui/preview/filefacts.h"
#include "gui/preview/imagepreview.h"
#include "gui/preview/jsonpreview.h"
#include "gui/preview/previewheader.h"
#include "gui/preview/textpreview.h"
#include "gui/theme/metrics.h"
#include "gui/theme/roles.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/hairline.h"
#include "gui/widgets/loadingrows.h"
#include "models/previewfeed.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

enum Tab { TextTab, TreeTab };

}  // namespace

PreviewPane::PreviewPane(PreviewFeed *feed, QWidget *parent)
    : QWidget(parent),
      m_feed(feed),
      m_header(new PreviewHeader(this)),
      m_tabs(new QTabBar(this)),
      m_views(new QStackedWidget(this)),
      m_nothing(new look::EmptyState(u"file"_s, tr("Nothing selected"), tr("Select a file to look inside it."), this)),
      m_loading(new look::LoadingRows(this)),
      m_text(new TextPreview(this)),
      m_json(new JsonPreview(this)),
      m_image(new ImagePreview(this)),
      m_facts(new FileFacts(this))
{
    setAccessibleName(tr("Preview"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::ClickFocus);
    setUpTabs();
    for (QWidget *view : std::initializer_list<QWidget *>{m_nothing, m_loading, m_text, m_json, m_image, m_facts})
        m_views->addWidget(view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_tabs);
    column->addWidget(new look::Hairline(this));
    column->addWidget(m_views, 1);
    connect(m_header, &PreviewHeader::closeAsked, this, &PreviewPane::closeAsked);
    connect(m_text, &TextPreview::moreAsked, m_feed, &PreviewFeed::showMore);
    connect(m_feed, &PreviewFeed::changed, this, &PreviewPane::showPreview);
    connect(m_feed, &PreviewFeed::textAdded, this, [this](const QString &text) {
        m_text->addText(text, m_feed->preview());
        m_header->setPreview(m_feed->preview());
    });
    connect(m_feed, &PreviewFeed::jsonRead, this, [this] {
        m_json->setDocument(*m_feed->preview().json);
        showText();
    });
    connect(m_feed, &PreviewFeed::stateChanged, this, [this] {
        if (m_views->currentWidget() == m_facts)
            m_facts->setFacts(m_feed->preview());
    });
    showPreview();
}

void PreviewPane::setUpTabs()
{
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Text"));
    m_tabs->addTab(tr("Tree"));
    m_tabs->setAccessibleName(tr("Views of the file"));
    m_tabs->hide();
    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
        if (!m_tabs->isHidden())
            showText();
    });
}

void PreviewPane::showPreview()
{
    const Preview &preview = m_feed->preview();
    m_header->setPreview(preview);
    m_tabs->hide();
    switch (preview.kind) {
    case Preview::Kind::Nothing: return showView(m_nothing);
    case Preview::Kind::Failed: return showError();
    case Preview::Kind::Loading: return showView(m_loading);
    case Preview::Kind::Text: m_text->setText(preview); return showText();
    case Preview::Kind::Image: m_image->setImage(preview.image, preview.pixels); return showView(m_image);
    case Preview::Kind::Folder:
    case Preview::Kind::Several:
    case Preview::Kind::Facts: m_facts->setFacts(preview); return showView(m_facts);
    }
}

/// As text or, where it is one, as a tree: as the last one was looked at.
void PreviewPane::showText()
{
    const bool hasTree = m_feed->preview().json.has_value();
    m_tabs->setVisible(hasTree);
    showView(hasTree && m_tabs->currentIndex() == TreeTab ? static_cast<QWidget *>(m_json) : m_text);
}

void PreviewPane::showError()
{
    const Error &error = *m_feed->preview().error;
    QString icon = error.isUnreachable() ? u"offline"_s : u"warning"_s;
    if (error.kind == Error::Kind::Gated)
        icon = u"lock"_s;
    delete m_failure;
    m_failure = new look::EmptyState(icon, tr("No preview"), core::visible(error.message), m_views);
    if (error.isTransient() || error.isUnreachable()) {
        const QPushButton *again = m_failure->addAction(tr("Try again"));
        // Queued: the button goes with its page.
        connect(again, &QPushButton::clicked, m_feed, &PreviewFeed::retry, Qt::QueuedConnection);
    }
    m_views->addWidget(m_failure);
    showView(m_failure);
}

void PreviewPane::showView(QWidget *view)
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    m_views->setCurrentWidget(view);
    if (hadFocus && !isAncestorOf(QApplication::focusWidget()))
        setFocus(Qt::OtherFocusReason);
    else if (hasFocus())
        handFocusOn(Qt::OtherFocusReason);
}

/// To what is shown, where that takes keys. Not as its focus proxy: Tab would go there past the header and the tabs.
void PreviewPane::handFocusOn(Qt::FocusReason reason)
{
    QWidget *view = m_views->currentWidget();
    if (view->focusPolicy() != Qt::NoFocus || view->focusProxy())
        view->setFocus(reason);
}

void PreviewPane::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    handFocusOn(event->reason());
}

void PreviewPane::setOverlay(bool isOverlay)
{
    m_isOverlay = isOverlay;
    const int left = isOverlay && layoutDirection() == Qt::LeftToRight ? look::kHair : 0;
    const int right = isOverlay && layoutDirection() == Qt::RightToLeft ? look::kHair : 0;
    layout()->setContentsMargins(left, 0, right, 0);
}

void PreviewPane::paintEvent(QPaintEvent *)
{
    if (!m_isOverlay)
        return;
    const int at = layoutDirection() == Qt::LeftToRight ? 0 : width() - look::kHair;
    QPainter(this).fillRect(at, 0, look::kHair, height(), look::currentRoles().hairline);
}

void PreviewPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveAsked();
    else
        QWidget::keyPressEvent(event);
}
