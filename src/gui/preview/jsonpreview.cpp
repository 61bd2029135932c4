// SPDX-License-Identifier: Apache-2.0
#include "gui/preview/jsonpreview.h"

#include "gui/delegates/jsondelegate.h"
#include "gui/widgets/rowtree.h"
#include "models/jsonmodel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

JsonPreview::JsonPreview(QWidget *parent)
    : QWidget(parent),
      m_model(new JsonModel(this)),
      m_tree(new look::RowTree(this))
{
    m_tree->setAccessibleName(tr("Tree"));
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(new look::JsonDelegate(m_tree));
    m_tree->setModel(m_model);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(JsonModel::Key, 160);
    auto *copy = new QAction(tr("Copy"), m_tree);
    copy->setShortcuts(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &JsonPreview::copyRow);
    m_tree->addAction(copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_tree);
    setFocusProxy(m_tree);
}

void JsonPreview::setDocument(const QJsonDocument &document)
{
    m_model->setDocument(document);
    m_tree->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
}

void JsonPreview::copyRow() const
{
    const QModelIndex row = m_tree->currentIndex();
    const QString key = row.siblingAtColumn(JsonModel::Key).data().toString();
    const QString value = row.siblingAtColumn(JsonModel::Value).data().toString();
    QGuiApplication::clipboard()->setText(value.isEmpty() ? key : key + u": "_s + value);
}
