// SPDX-License-Identifier: Apache-2.0
#include "gui/placespane.h"

#include "gui/delegates/placesdelegate.h"
#include "gui/narrowplaces.h"
#include "gui/theme/metrics.h"
#include "gui/widgets/rowtree.h"
#include "gui/widgets/viewpalette.h"

#include <QHeaderView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

PlacesPane::PlacesPane(QWidget *parent)
    : QWidget(parent),
      m_model(new PlacesModel(this)),
      m_list(new look::RowTree(this)),
      m_delegate(new look::PlacesDelegate(m_list))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::kTight, look::kTight, look::kTight, look::kTight);
    column->addWidget(m_list);
    m_list->setObjectName("places"_L1);
    m_list->setAccessibleName(tr("Places"));
    look::ViewPalette::apply(m_list, QPalette::Window);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_list->header()->setMinimumSectionSize(look::kIcon);  // Else icons of a narrow window stand beside their rows.
    // Not activated() alone: a place opens on one press, as in every side bar; by keyboard on Return.
    connect(m_list, &QAbstractItemView::clicked, this, &PlacesPane::onChosen);
    connect(m_list, &QAbstractItemView::activated, this, &PlacesPane::onChosen);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PlacesPane::currentSourceChanged);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, &PlacesPane::onMenuAsked);
}

void PlacesPane::shrinkIn(QSplitter *splitter)
{
    m_narrow = new NarrowPlaces(splitter, m_list, m_delegate);
}

QByteArray PlacesPane::splitterState() const
{
    return m_narrow ? m_narrow->state() : QByteArray();
}

void PlacesPane::setRecent(const QStringList &locations)
{
    m_model->setRecent(locations);
}

void PlacesPane::setSources(const QList<PlacesModel::SourcePlace> &sources)
{
    m_model->setSources(sources);
    Q_EMIT currentSourceChanged();
}

QString PlacesPane::currentSource() const
{
    return m_list->currentIndex().data(PlacesModel::SourceRole).toString();
}

void PlacesPane::chooseSource(const QString &id)
{
    const QModelIndexList found = m_model->match(m_model->index(0), PlacesModel::SourceRole, id, 1, Qt::MatchExactly);
    if (!found.isEmpty())
        m_list->setCurrentIndex(found.constFirst());
}

void PlacesPane::setSourceActions(const QList<QAction *> &actions)
{
    m_list->addActions(actions);
}

void PlacesPane::setFavourites(int count)
{
    m_model->setFavourites(count);
}

void PlacesPane::setCacheBytes(qint64 bytes)
{
    m_model->setCacheBytes(bytes);
}

void PlacesPane::setActiveTransfers(int count)
{
    m_model->setActiveTransfers(count);
}

void PlacesPane::choose(const Place &place)
{
    int row = -1;
    if (place.kind == Place::Kind::Discover)
        row = m_model->rowOf(place.location.repo.type);
    else if (place.kind == Place::Kind::Favourites)
        row = m_model->rowOf(PlacesModel::Place::Favourites);
    else if (place.kind == Place::Kind::Transfers)
        row = m_model->rowOf(PlacesModel::Place::Transfers);
    else if (place.kind == Place::Kind::Cache)
        row = m_model->rowOf(PlacesModel::Place::Cache);
    else if (place.kind == Place::Kind::Repository)
        row = rowOf(place);
    m_here = m_model->index(row);
    if (m_here.isValid())
        m_list->setCurrentIndex(m_here);
    else
        m_list->clearSelection();
}

/// Of several that lead to the same repository the one that was pressed, now or then.
int PlacesPane::rowOf(const Place &place) const
{
    for (const int row : {m_list->currentIndex().row(), m_here.row()}) {
        if (m_model->leadsTo(row, place.location, place.hub))
            return row;
    }
    return m_model->rowOf(place.location, place.hub);
}

void PlacesPane::takeFocus(Qt::FocusReason reason)
{
    m_list->setFocus(reason);
}

void PlacesPane::onChosen(const QModelIndex &row)
{
    switch (PlacesModel::Place(row.data(PlacesModel::PlaceRole).toInt())) {
    case PlacesModel::Place::Heading: break;
    case PlacesModel::Place::Discover:
        Q_EMIT placeAsked(discoverPlace(RepoType(row.data(PlacesModel::TypeRole).toInt())));
        break;
    case PlacesModel::Place::Favourites: Q_EMIT placeAsked({Place::Kind::Favourites, {}}); break;
    case PlacesModel::Place::Cache: Q_EMIT placeAsked({Place::Kind::Cache, {}}); break;
    case PlacesModel::Place::Transfers: Q_EMIT placeAsked({Place::Kind::Transfers, {}}); break;
    case PlacesModel::Place::Source: Q_EMIT sourceAsked(row.data(PlacesModel::SourceRole).toString()); break;
    case PlacesModel::Place::AddSource: Q_EMIT newSourceAsked(); break;
    case PlacesModel::Place::Repository: Q_EMIT linkAsked(row.data(PlacesModel::LocationRole).toString()); break;
    }
}

void PlacesPane::onMenuAsked(const QPoint &at)
{
    // The key for menus asks from the middle of the list, whatever row it is about.
    const QRect row = m_list->visualRect(m_list->currentIndex());
    if (!currentSource().isEmpty())
        Q_EMIT sourceMenuAsked(m_list->viewport()->mapToGlobal(row.contains(at) ? at : row.center()));
}
