// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "windowrig.h"

#include "gui/repopage.h"
#include "gui/widgets/rowtree.h"

/// The real window with a list of files in front.
class FilesRig : protected WindowRig
{
protected:
    look::RowTree *list() const
    {
        for (auto *list : m_window->findChildren<look::RowTree *>()) {
            if (list->isVisible() && list->accessibleName() == QLatin1String("Files"))
                return list;
        }
        return nullptr;
    }

    void open(const QString &link)
    {
        m_window->openLink(link);
        QTRY_VERIFY(m_window->repoPage()->isListed());
        QTRY_VERIFY(list());
    }

    /// The last of \a names is where the keyboard is.
    void select(const QStringList &names) const
    {
        list()->clearSelection();
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            const QModelIndex index = list()->model()->index(row, 0);
            if (!names.contains(index.data().toString()))
                continue;
            list()->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
            list()->selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
};
