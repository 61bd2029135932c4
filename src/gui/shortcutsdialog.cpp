// SPDX-License-Identifier: Apache-2.0
#include "gui/shortcutsdialog.h"

#include "gui/delegates/celldelegate.h"
#include "gui/theme/metrics.h"
#include "gui/widgets/button.h"
#include "gui/widgets/label.h"
#include "gui/widgets/rowtree.h"
#include "gui/widgets/searchfield.h"
#include "gui/widgets/viewpalette.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

/// What the lists do by themselves, which no action stands for.
QList<std::pair<QString, QString>> keysOfLists()
{
    const auto native = [](QKeyCombination keys) { return QKeySequence(keys).toString(QKeySequence::NativeText); };
    constexpr auto alt = Qt::ALT | Qt::SHIFT;
    return {{ShortcutsDialog::tr("Check for a download"), native(Qt::Key_Space)},
            {ShortcutsDialog::tr("Open what is selected"), native(Qt::Key_Return)},
            {ShortcutsDialog::tr("Move a waiting transfer or a source up or down"),
             native(alt | Qt::Key_Up) + u", "_s + native(alt | Qt::Key_Down)},
            {ShortcutsDialog::tr("Move a waiting transfer to the top or to the bottom"),
             native(alt | Qt::Key_Home) + u", "_s + native(alt | Qt::Key_End)},
            {ShortcutsDialog::tr("Edit a source"), native(Qt::Key_F2)},
            {ShortcutsDialog::tr("Delete, or remove from the list"),
             QKeySequence(QKeySequence::Delete).toString(QKeySequence::NativeText)},
            {ShortcutsDialog::tr("Close a popup, clear the filter, leave the location"), native(Qt::Key_Escape)}};
}

void addRow(QStandardItemModel *model, const QString &what, const QString &keys)
{
    auto *act = new QStandardItem(what);
    auto *key = new QStandardItem(keys);
    act->setEditable(false);
    key->setEditable(false);
    model->appendRow({act, key});
}

QStandardItemModel *modelOf(const QList<QAction *> &actions, QObject *parent)
{
    auto *model = new QStandardItemModel(parent);
    model->setHorizontalHeaderLabels({ShortcutsDialog::tr("What it does"), ShortcutsDialog::tr("Keys")});
    for (const QAction *action : actions) {
        QStringList keys;
        for (const QKeySequence &key : action->shortcuts())
            keys << key.toString(QKeySequence::NativeText);
        if (!keys.isEmpty())
            addRow(model, action->text().remove(u'&'), keys.join(u", "_s));
    }
    for (const auto &[what, keys] : keysOfLists())
        addRow(model, what, keys);
    return model;
}

}  // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    resize(520, 560);
    auto *filter = new QLineEdit(this);
    filter->setAccessibleName(tr("Filter shortcuts"));
    filter->setPlaceholderText(tr("Filter"));
    look::makeSearchField(filter, u"filter"_s);
    auto *shown = new QSortFilterProxyModel(this);
    shown->setSourceModel(modelOf(actions, shown));
    shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    shown->setFilterKeyColumn(-1);
    auto *list = new look::RowTree(this);
    list->setAccessibleName(tr("Keyboard shortcuts"));
    list->setFrameShape(QFrame::NoFrame);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setItemDelegate(new look::CellDelegate(list));
    look::ViewPalette::apply(list);
    list->setModel(shown);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setStretchLastSection(false);
    list->header()->resizeSection(1, look::widthFor(200, fontMetrics()));
    auto *close = new look::Button(tr("Close"), {}, look::Button::Kind::Normal, this);
    close->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::kHuge, look::kHuge, look::kHuge, look::kLarge);
    column->setSpacing(look::kMedium);
    column->addWidget(new look::Label(windowTitle(), look::Type::Title, this));
    column->addWidget(filter);
    column->addWidget(list, 1);
    column->addWidget(close, 0, Qt::AlignTrailing);
    connect(filter, &QLineEdit::textChanged, shown, &QSortFilterProxyModel::setFilterFixedString);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    filter->setFocus();
}
