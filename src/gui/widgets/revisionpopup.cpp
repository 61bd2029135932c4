// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/revisionpopup.h"

#include "gui/delegates/placesdelegate.h"
#include "gui/theme/colormath.h"
#include "gui/theme/metrics.h"
#include "gui/theme/plaintip.h"
#include "gui/widgets/button.h"
#include "gui/widgets/commitrow.h"
#include "gui/widgets/label.h"
#include "gui/widgets/revisionfilter.h"
#include "gui/widgets/rowtree.h"
#include "gui/widgets/searchfield.h"
#include "models/itemroles.h"

#include <QClipboard>
#include <QConcatenateTablesProxyModel>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace look {

namespace {

constexpr QSize kSize{372, 480};
constexpr qsizetype kShownDigits = 12;
constexpr qint64 kOnePress = 250;  // Milliseconds from the press on the button to its click.

bool isChoice(const QModelIndex &index)
{
    return index.isValid() && !index.data(models::SectionRole).toBool();
}

}

RevisionPopup::RevisionPopup(QWidget *parent)
    : QFrame(parent, Qt::Tool | Qt::FramelessWindowHint),
      m_text(new QLineEdit(this)),
      m_filter(new RevisionFilter(this)),
      m_typed(new CommitRow(this)),
      m_rows(new QConcatenateTablesProxyModel(this)),
      m_list(new RowTree(this)),
      m_footer(new QFrame(this)),
      m_hash(new Label({}, Type::Body, m_footer))
{
    setAccessibleName(tr("Revision"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_text->setAccessibleName(tr("Filter revisions"));
    m_text->setPlaceholderText(tr("Branch, tag or commit"));
    makeSearchField(m_text, u"search"_s);
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, this, &RevisionPopup::filter);
    makeList();
    makeFooter();

    auto top = std::make_unique<QHBoxLayout>();
    top->setContentsMargins(kSmall, 0, kSmall, 0);
    top->addWidget(m_text);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, kSmall, 1, 1);
    column->setSpacing(kTight);
    column->addLayout(top.release());
    column->addWidget(m_list, 1);
    column->addWidget(m_footer);
    resize(kSize);
}

void RevisionPopup::makeList()
{
    m_list->setAccessibleName(tr("Revision"));
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new PlacesDelegate(m_list));
    m_list->setKeySource(m_text);
    m_list->setRootIsDecorated(false);
    m_list->setHeaderHidden(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_list->installEventFilter(this);
    connect(m_list, &QAbstractItemView::clicked, this, &RevisionPopup::choose);
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, &RevisionPopup::moveToFirst);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &RevisionPopup::moveToFirst);
}

void RevisionPopup::makeFooter()
{
    auto *row = new QHBoxLayout(m_footer);
    row->setContentsMargins(kTight, kTight, kTight, kTight);
    row->setSpacing(kSmall);
    row->addSpacing(kSmall);  // Not a margin: those are not mirrored.
    row->addWidget((new Label(tr("Pinned to"), Type::Small, m_footer))->subtle());
    m_hash->setLayoutDirection(Qt::LeftToRight);
    m_hash->setFont(codeFont());
    row->addWidget(m_hash);
    row->addStretch();
    Button *copy = Button::ofIcon(u"copy"_s, tr("Copy commit"), m_footer);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_commit); });
    row->addWidget(copy);
    m_footer->hide();
}

void RevisionPopup::setModel(QAbstractItemModel *model)
{
    m_filter->setSourceModel(model);
    if (m_rows->sourceModels().isEmpty()) {  // Not before: it takes the number of its columns from the first one.
        m_rows->addSourceModel(m_filter);
        m_rows->addSourceModel(m_typed);
    }
    moveToFirst();
}

void RevisionPopup::setCurrent(const QString &revision)
{
    m_current = revision;
}

void RevisionPopup::setPinned(const QString &commit)
{
    m_commit = commit;
    m_hash->setText(commit.first(qMin(kShownDigits, commit.size())));
    setPlainTip(m_hash, commit);
    m_footer->setVisible(!commit.isEmpty());
}

void RevisionPopup::popup(QWidget *button)
{
    // A press on the button while the popup is open takes it away by itself; its click must not bring it back.
    if (m_sinceLost.isValid() && m_sinceLost.elapsed() < kOnePress && button == m_button) {
        m_sinceLost.invalidate();
        return;
    }
    m_button = button;
    m_text->clear();
    filter({});
    const QRect anchor(button->mapToGlobal(QPoint()), button->size());
    const QRect screen = button->screen()->availableGeometry();
    QRect place(QPoint(anchor.right() - width() + 1, anchor.bottom() + kTight), size());
    if (button->layoutDirection() == Qt::RightToLeft)
        place.moveLeft(anchor.left());
    place.moveRight(qMin(place.right(), screen.right()));
    place.moveBottom(qMin(place.bottom(), screen.bottom()));
    place.moveTo(qMax(place.left(), screen.left()), qMax(place.top(), screen.top()));
    move(place.topLeft());
    show();
    raise();
    activateWindow();
    m_text->setFocus(Qt::PopupFocusReason);
}

void RevisionPopup::filter(const QString &text)
{
    m_filter->setText(text.trimmed());
    m_typed->setText(text);
    m_list->setCurrentIndex({});
    moveToFirst();
}

/// Puts the cursor of the list on the revision shown now, else on the first that can be chosen.
void RevisionPopup::moveToFirst()
{
    if (isChoice(m_list->currentIndex()))
        return;
    QModelIndex first;
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        const QModelIndex index = m_rows->index(row, 0);
        if (!isChoice(index))
            continue;
        if (!first.isValid())
            first = index;
        if (m_text->text().isEmpty() && index.data(models::RevisionRole).toString() == m_current) {
            first = index;
            break;
        }
    }
    m_list->setCurrentIndex(first);
}

void RevisionPopup::choose(const QModelIndex &index)
{
    if (!isChoice(index))
        return;
    const QString revision = index.data(models::RevisionRole).toString();
    closeBack();
    Q_EMIT chosen(revision);
}

void RevisionPopup::closeBack()
{
    close();
    m_sinceLost.invalidate();
    if (!m_button)
        return;
    m_button->activateWindow();
    m_button->setFocus(Qt::PopupFocusReason);
}

bool RevisionPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape: closeBack(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(m_list->currentIndex()); return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (watched == m_list)
            break;
        QCoreApplication::sendEvent(m_list, event);  // They walk the list while one goes on typing.
        return true;
    default: break;
    }
    return QFrame::eventFilter(watched, event);
}

void RevisionPopup::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ActivationChange && isVisible() && !isActiveWindow()) {
        close();  // What a Qt::Popup would do, without its grab of the pointer.
        m_sinceLost.start();
    } else if (event->type() == QEvent::FontChange) {
        m_hash->setFont(codeFont());
    }
    QFrame::changeEvent(event);
}

void RevisionPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Roles &roles = currentRoles();
    painter.setPen(mix(roles.content, roles.text, 0.22));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    if (m_footer->isVisible())
        painter.fillRect(QRect(1, m_footer->y() - 1, width() - 2, 1), roles.hairline);
}

}
