// SPDX-License-Identifier: Apache-2.0
#include "gui/locationbar.h"

#include "gui/theme/metrics.h"
#include "gui/theme/plaintip.h"
#include "gui/widgets/breadcrumbbar.h"
#include "gui/widgets/button.h"
#include "gui/widgets/revisionbutton.h"
#include "gui/widgets/revisionpopup.h"
#include "gui/widgets/searchfield.h"
#include "gui/windowpage.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFilterWidth = 170;
constexpr int kFilterBelow = 960;  // Widths of the window, which are this bar's: the filter is a button then,
constexpr int kWordsBelow = 760;   // and Upload and New are icons.

/// A button that does what \a action does, and is what it is. (A QToolButton would do it by itself, but has no kinds.)
look::Button *buttonOf(QAction *action, const QString &icon, QWidget *parent)
{
    auto *button = new look::Button({}, icon, look::Button::Kind::Flat, parent);
    const auto follow = [action, button] {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString tip = action->toolTip();
        button->setToolTip(look::plainTip(keys.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, keys)));
        button->setAccessibleName(action->text());
        button->setAccessibleDescription(tip);  // Else the tool tip's markup would be read out.
        button->setEnabled(action->isEnabled());
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

}  // namespace

LocationBar::LocationBar(QWidget *parent)
    : QWidget(parent),
      m_crumbs(new look::BreadcrumbBar(this)),
      m_revision(new look::RevisionButton(this)),
      m_popup(new look::RevisionPopup(this)),
      m_filter(new QLineEdit(this)),
      m_filterButton(look::Button::ofIcon(u"filter"_s, tr("Show the filter"), this)),
      m_row(new QHBoxLayout(this)),
      m_escape(new QShortcut(Qt::Key_Escape, this))
{
    m_crumbs->setTrailing(m_revision);
    m_filter->setObjectName(u"filter"_s);
    m_filter->setAccessibleName(tr("Filter"));
    look::makeSearchField(m_filter, u"filter"_s);
    m_filter->installEventFilter(this);

    m_filterButton->setObjectName(u"filterButton"_s);

    m_row->setContentsMargins(look::kSmall, look::kSmall, look::kSmall, look::kSmall);
    m_row->setSpacing(6);
    m_row->addWidget(m_crumbs, 1);
    m_row->addWidget(m_filter);
    m_row->addWidget(m_filterButton);

    connect(m_crumbs, &look::BreadcrumbBar::crumbClicked, this, &LocationBar::crumbClicked);
    connect(m_crumbs, &look::BreadcrumbBar::siblingsAsked, this, &LocationBar::siblingsAsked);
    connect(m_crumbs, &look::BreadcrumbBar::textEntered, this, &LocationBar::locationEntered);
    connect(m_revision, &QAbstractButton::clicked, this, &LocationBar::openRevisions);
    connect(m_popup, &look::RevisionPopup::chosen, this, &LocationBar::revisionChosen);
    connect(m_filter, &QLineEdit::textChanged, this, &LocationBar::onFilterChanged);
    connect(m_filterButton, &QPushButton::clicked, this, &LocationBar::focusFilter);
    connect(m_escape, &QShortcut::activated, this, &LocationBar::leaveFilter);
    m_escape->setEnabled(false);  // Until there is something to clear.
    setRevision({}, {}, {});
}

void LocationBar::setActions(QAction *back, QAction *forward, QAction *up, QAction *upload, QAction *create)
{
    m_arrows = {buttonOf(back, u"back"_s, this), buttonOf(forward, u"forward"_s, this)};
    m_worded = {buttonOf(upload, u"upload"_s, this), buttonOf(create, u"plus"_s, this)};
    m_row->insertWidget(0, m_arrows[0]);
    m_row->insertWidget(1, m_arrows[1]);
    m_row->insertWidget(2, buttonOf(up, u"up"_s, this));
    for (look::Button *button : std::as_const(m_worded))
        m_row->addWidget(button);
    m_worded[0]->setProperty("word", upload->iconText());
    m_worded[1]->setProperty("word", create->iconText());
    // Made first, they would stand last in the tab order, which is the reading order.
    QWidget *last = this;
    for (int i = 0; i < m_row->count(); ++i) {
        QWidget *next = m_row->itemAt(i)->widget();
        if (next == m_crumbs) {
            m_crumbs->tieTabOrder(last);
            last = m_revision;
        } else {
            setTabOrder(last, next);
            last = next;
        }
    }
    arrange();
}

void LocationBar::setPage(WindowPage *page)
{
    if (m_page)
        m_page->disconnect(this);
    m_page = page;
    connect(page, &WindowPage::crumbsChanged, this, &LocationBar::showPage);
    m_filter->clear();  // The page in front is not the one that was filtered.
    showPage();
}

void LocationBar::showPage()
{
    m_crumbs->setPath(m_page->icon(), m_page->crumbs());
    m_filter->setPlaceholderText(m_page->filterHint());
    arrange();
}

/// What there is room for, and what the page has.
void LocationBar::arrange()
{
    const bool hasFilter = m_page && !m_page->filterHint().isEmpty();
    const bool isNarrow = width() < kFilterBelow;
    const bool isOpen = hasFilter && isNarrow && m_isFilterOpen;
    const bool hadFocus = m_filter->hasFocus();
    m_filter->setVisible(hasFilter && (!isNarrow || isOpen));
    m_filter->setMinimumWidth(kFilterWidth);
    m_filter->setMaximumWidth(isOpen ? QWIDGETSIZE_MAX : kFilterWidth);
    m_row->setStretchFactor(m_filter, isOpen ? 1 : 0);
    m_filterButton->setVisible(hasFilter && isNarrow && !isOpen);
    m_crumbs->setVisible(!isOpen);
    if (hadFocus && !m_filter->isVisible() && m_page)
        m_page->focusContent();
    for (look::Button *button : std::as_const(m_worded))
        button->setText(width() < kWordsBelow ? QString() : button->property("word").toString());
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    for (int i = 0; i < m_arrows.size(); ++i)
        m_arrows[i]->setIconName((i == 0) == isMirrored ? u"forward"_s : u"back"_s);
}

void LocationBar::openFilter(bool open)
{
    m_isFilterOpen = open;
    arrange();
}

void LocationBar::onFilterChanged(const QString &text)
{
    m_escape->setEnabled(!text.isEmpty());
    // Where the field has given way to the breadcrumbs its button says that not all is shown.
    m_filterButton->setKind(text.isEmpty() ? look::Button::Kind::Flat : look::Button::Kind::Link);
    m_filterButton->setAccessibleDescription(text);
    Q_EMIT filterChanged(text);
}

void LocationBar::editLocation()
{
    openFilter(false);
    m_crumbs->edit();
}

void LocationBar::setEditText(const QString &text)
{
    m_crumbs->setEditText(text);
}

void LocationBar::setCompletions(const QStringList &texts)
{
    m_crumbs->setCompletions(texts);
}

void LocationBar::focusFilter()
{
    openFilter(true);
    if (!m_filter->isVisible())
        return;
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void LocationBar::clearFilter()
{
    m_filter->clear();
    openFilter(false);
}

/// Takes the filter back, and leads to what was filtered.
void LocationBar::leaveFilter()
{
    clearFilter();
    if (m_page)
        m_page->focusContent();
}

void LocationBar::focusNext()
{
    m_crumbs->isVisible() ? m_crumbs->focusFirst() : m_filter->setFocus(Qt::TabFocusReason);
}

void LocationBar::setRevision(const QString &icon, const QString &name, const QString &commit)
{
    m_revision->setRevision(icon, name, commit);
    m_revision->setVisible(!name.isEmpty());
    m_popup->setCurrent(name);
    m_popup->setPinned(commit);
}

void LocationBar::openRevisions()
{
    if (m_revision->isHidden())
        return;
    openFilter(false);
    Q_EMIT revisionsOpened();
    m_popup->popup(m_revision);
}

bool LocationBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || !m_page)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && m_filter->text().isEmpty()
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason) {
        QMetaObject::invokeMethod(
            this, [this] { openFilter(m_filter->hasFocus()); }, Qt::QueuedConnection);
    } else if (event->type() == QEvent::KeyPress) {
        // Esc takes the filter back, and the keyboard to what was filtered; Return leaves the filter as it is.
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            leaveFilter();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            m_page->focusContent();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LocationBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        arrange();
    QWidget::changeEvent(event);
}

void LocationBar::resizeEvent(QResizeEvent *)
{
    arrange();
}
