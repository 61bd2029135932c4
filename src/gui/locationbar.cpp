// SPDX-License-Identifier: Apache-2.0
#include "gui/locationbar.h"

#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/plaintip.h"
#include "gui/widgets/breadcrumbbar.h"
#include "gui/widgets/button.h"
#include "gui/widgets/revisionbutton.h"
#include "gui/widgets/revisionpopup.h"
#include "gui/windowpage.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFilterWidth = 170;

/// A button that does what \a action does, and is what it is. (A QToolButton would do it by itself, but has no kinds.)
look::Button *buttonOf(QAction *action, const QString &icon, bool withText, QWidget *parent)
{
    const QString text = withText ? action->iconText() : QString();
    auto *button = new look::Button(text, icon, look::Button::Kind::Flat, parent);
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
      m_filter(new QLineEdit(this))
{
    m_crumbs->setTrailing(m_revision);
    m_filter->setFixedWidth(kFilterWidth);
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->addAction(look::lineIcon(u"filter"_s, models::Tone::Neutral), QLineEdit::LeadingPosition);
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look::kSmall, look::kSmall, look::kSmall, look::kSmall);
    row->setSpacing(6);
    row->addWidget(m_crumbs, 1);
    row->addWidget(m_filter);

    connect(m_crumbs, &look::BreadcrumbBar::crumbClicked, this, &LocationBar::crumbClicked);
    connect(m_crumbs, &look::BreadcrumbBar::siblingsAsked, this, &LocationBar::siblingsAsked);
    connect(m_crumbs, &look::BreadcrumbBar::textEntered, this, &LocationBar::locationEntered);
    connect(m_revision, &QAbstractButton::clicked, this, &LocationBar::openRevisions);
    connect(m_popup, &look::RevisionPopup::chosen, this, &LocationBar::revisionChosen);
    connect(m_filter, &QLineEdit::textChanged, this, &LocationBar::filterChanged);
    setRevision({}, {}, {});
}

void LocationBar::setActions(QAction *back, QAction *forward, QAction *up, QAction *upload, QAction *create)
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(0, buttonOf(back, u"back"_s, false, this));
    row->insertWidget(1, buttonOf(forward, u"forward"_s, false, this));
    row->insertWidget(2, buttonOf(up, u"up"_s, false, this));
    row->addWidget(buttonOf(upload, u"upload"_s, true, this));
    row->addWidget(buttonOf(create, u"plus"_s, true, this));
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
    m_filter->setVisible(!m_page->filterHint().isEmpty());
}

void LocationBar::editLocation()
{
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
    if (m_filter->isVisible()) {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    }
}

void LocationBar::clearFilter()
{
    m_filter->clear();
}

void LocationBar::focusNext()
{
    m_crumbs->setFocus(Qt::TabFocusReason);
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
    if (!m_revision->isVisible())
        return;
    Q_EMIT revisionsOpened();
    m_popup->popup(m_revision);
}

bool LocationBar::eventFilter(QObject *watched, QEvent *event)
{
    // Esc takes the filter back, and the keyboard to what was filtered; so does Return, which leaves it.
    if (watched == m_filter && event->type() == QEvent::KeyPress && m_page) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape)
            m_filter->clear();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            m_page->focusContent();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}
