// SPDX-License-Identifier: Apache-2.0
#include "gui/filterbar.h"

#include "core/plaintext.h"
#include "gui/filterchoices.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/widgets/button.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/flowlayout.h"
#include "models/tagtexts.h"
#include "models/tasktexts.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLongestAuthor = 96;  // As the Hub has it.

}  // namespace

FilterBar::FilterBar(QWidget *parent) : QWidget(parent), m_author(new QLineEdit(this))
{
    auto *flow = new look::FlowLayout(this, look::kTight);
    for (int filter = 0; filter < kFilters; ++filter) {
        m_chips[filter] = new look::Chip(this);
        flow->addWidget(m_chips[filter]);
        connect(m_chips[filter], &look::Chip::removed, this, [this, filter] { set(Filter(filter), {}); });
    }
    for (int filter = 0; filter < kFilters; ++filter) {
        m_buttons[filter] = new look::Button({}, u"chevron-down"_s, look::Button::Kind::Flat, this);
        // The chevron follows the word, as in every box that opens a list.
        m_buttons[filter]->setLayoutDirection(isRightToLeft() ? Qt::LeftToRight : Qt::RightToLeft);
        flow->addWidget(m_buttons[filter]);
        connect(m_buttons[filter], &QPushButton::clicked, this, [this, filter] { openMenu(Filter(filter)); });
    }
    flow->addWidget(m_author);
    m_author->setAccessibleName(tr("Author"));
    m_author->setPlaceholderText(tr("User or organisation"));
    m_author->setMaxLength(kLongestAuthor);
    m_author->installEventFilter(this);
    m_author->setVisible(false);
    setTabOrder(m_buttons.back(), m_author);
    connect(m_author, &QLineEdit::returnPressed, this, [this] {
        const QString author = m_author->text().trimmed();
        editAuthor(false);
        set(Author, author);
    });
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    refresh();
}

void FilterBar::showQuery(RepoType type, const RepoQuery &query)
{
    m_type = type;
    m_query = query;
    editAuthor(false);
    refresh();
}

void FilterBar::clear()
{
    if (!m_query.isFiltered())
        return;
    for (int filter = 0; filter < kFilters; ++filter)
        valueOf(Filter(filter)).clear();
    refresh();
    Q_EMIT changed();
}

QString &FilterBar::valueOf(Filter filter)
{
    switch (filter) {
    case Library: return m_query.library;
    case License: return m_query.license;
    case Author: return m_query.author;
    case Task: break;
    }
    return m_query.task;
}

QString FilterBar::wordOf(Filter filter) const
{
    switch (filter) {
    case Library: return m_type == RepoType::Space ? tr("SDK") : tr("Library");
    case License: return tr("Licence");
    case Author: return tr("Author");
    case Task: break;
    }
    return tr("Task");
}

QString FilterBar::textOf(Filter filter, const QString &value) const
{
    switch (filter) {
    case Library: return models::libraryText(value);
    case License: return models::licenseText(value);
    case Author: return tr("By %1").arg(core::visible(value));
    case Task: break;
    }
    return models::taskText(value);
}

QStringList FilterBar::choicesOf(Filter filter) const
{
    switch (filter) {
    case Task: return gui::commonTasks(m_type);
    case Library: return gui::commonLibraries(m_type);
    case License: return gui::commonLicenses();
    case Author: break;
    }
    return {};
}

void FilterBar::set(Filter filter, const QString &value)
{
    if (std::exchange(valueOf(filter), value) == value)
        return;
    refresh();
    Q_EMIT changed();
}

void FilterBar::refresh()
{
    for (int i = 0; i < kFilters; ++i) {
        const auto filter = Filter(i);
        const QString value = valueOf(filter);
        m_chips[i]->setFilter(value.isEmpty() ? QString() : textOf(filter, value));
        m_buttons[i]->setText(wordOf(filter));
        m_buttons[i]->setVisible(filter == Author ? m_author->isHidden() : !choicesOf(filter).isEmpty());
    }
}

void FilterBar::openMenu(Filter filter)
{
    if (filter == Author)
        return editAuthor(true);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &text, const QString &value) {
        QAction *action = menu->addAction(QString(text).replace(u'&', "&&"_L1));
        action->setCheckable(true);
        action->setChecked(value == valueOf(filter));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, filter, value] { set(filter, value); });
    };
    add(tr("Any"), {});
    menu->addSeparator();
    for (const QString &value : choicesOf(filter))
        add(textOf(filter, value), value);
    const QPushButton *button = m_buttons[filter];
    const QPoint corner = isRightToLeft() ? button->rect().bottomRight() - QPoint(menu->sizeHint().width(), 0)
                                          : button->rect().bottomLeft();
    menu->popup(button->mapToGlobal(corner));
}

/// The button gives way to a field, and the field to the button.
void FilterBar::editAuthor(bool isEdited)
{
    if (isEdited == !m_author->isHidden())
        return;
    const bool hadFocus = m_author->hasFocus();
    m_author->setText(m_query.author);
    m_author->setFixedWidth(look::widthFor(190, fontMetrics()));
    m_author->setVisible(isEdited);
    refresh();
    if (isEdited) {
        m_author->setFocus(Qt::OtherFocusReason);
        m_author->selectAll();
    } else if (hadFocus) {
        m_buttons[Author]->setFocus(Qt::OtherFocusReason);
    }
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_author && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        editAuthor(false);
        return true;
    }
    if (watched == m_author && event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
        QMetaObject::invokeMethod(
            this, [this] { editAuthor(m_author->hasFocus()); }, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}
