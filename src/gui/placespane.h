// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/place.h"
#include "models/placesmodel.h"

#include <QPersistentModelIndex>
#include <QWidget>

class NarrowPlaces;
class QAction;
class QSplitter;

namespace look {
class PlacesDelegate;
class RowTree;
}  // namespace look

/// The side bar: the list of places, of which one press opens one. In a narrow window it shrinks to their icons.
class PlacesPane final : public QWidget
{
    Q_OBJECT

public:
    explicit PlacesPane(QWidget *parent = nullptr);

    /// \a splitter, whose first part the pane is, gives it less width while the window is narrow.
    void shrinkIn(QSplitter *splitter);
    QByteArray splitterState() const;  ///< As it is in a wide window.

    void setRecent(const QStringList &locations);  ///< See PlacesModel::setRecent().
    void setSources(const QList<PlacesModel::SourcePlace> &sources);
    QString currentSource() const;  ///< The id of the one whose row has the keyboard, or had it; empty: none.
    void chooseSource(const QString &id);
    void setSourceActions(const QList<QAction *> &actions);  ///< For their keys, wherever in the list.
    void setFavourites(int count);
    void setCacheBytes(qint64 bytes);
    void setActiveTransfers(int count);
    void choose(const Place &place);  ///< Its row is the current one; none where no row stands for it.
    void takeFocus(Qt::FocusReason reason);

Q_SIGNALS:
    void placeAsked(const Place &place);
    void linkAsked(const QString &link);
    void sourceAsked(const QString &id);
    void newSourceAsked();
    void currentSourceChanged();
    void sourceMenuAsked(const QPoint &at);  ///< Of currentSource(); on the screen.

private:
    int rowOf(const Place &place) const;
    void onChosen(const QModelIndex &row);
    void onMenuAsked(const QPoint &at);

    PlacesModel *m_model;
    look::RowTree *m_list;
    look::PlacesDelegate *m_delegate;
    NarrowPlaces *m_narrow = nullptr;
    QPersistentModelIndex m_here;  ///< The row of what is in front.
};
