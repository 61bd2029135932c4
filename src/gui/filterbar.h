// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/repoid.h"
#include "hub/repoquery.h"

#include <QWidget>

#include <array>

class QLineEdit;
class QPushButton;

namespace look {
class Button;
class Chip;
}  // namespace look

/// What narrows a search besides its text: a chip for each filter that is on, and a button for each that there is.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// Shows the filters of \a query; changes nothing and tells nobody.
    void showQuery(RepoType type, const RepoQuery &query);
    const RepoQuery &query() const { return m_query; }  ///< With the filters as they are now.
    void clear();

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum Filter { Task, Library, License, Author };
    static constexpr int kFilters = Author + 1;

    QString &valueOf(Filter filter);
    QString wordOf(Filter filter) const;  ///< Of its button.
    QString textOf(Filter filter, const QString &value) const;
    QStringList choicesOf(Filter filter) const;
    void set(Filter filter, const QString &value);
    void refresh();
    void openMenu(Filter filter);
    void editAuthor(bool isEdited);

    RepoType m_type = RepoType::Model;
    RepoQuery m_query;
    std::array<look::Chip *, kFilters> m_chips;
    std::array<look::Button *, kFilters> m_buttons;
    QLineEdit *m_author;
};
