// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QFrame>
#include <QPointer>

class QAbstractItemModel;
class QConcatenateTablesProxyModel;
class QLineEdit;
class QModelIndex;

namespace look {

class CommitRow;
class Label;
class RevisionFilter;
class RowTree;

/// Branches, tags, pull requests and commits under one filter; the pinned commit below.
///
/// A frameless tool window, not a menu: assistive tools see its rows (popups of QMenu are not in their tree).
class RevisionPopup final : public QFrame
{
    Q_OBJECT

public:
    explicit RevisionPopup(QWidget *parent);

    /// A flat list: DisplayRole, RevisionRole, IconNameRole, NoteRole; SectionRole for headings. Not owned.
    void setModel(QAbstractItemModel *model);

    void setCurrent(const QString &revision);  ///< The one that is shown now: its row is where the list opens.
    void setPinned(const QString &commit);     ///< The whole commit that it stands for; none hides the line.

    /// Opens below \a button, their trailing edges aligned; the focus goes back there.
    void popup(QWidget *button);

Q_SIGNALS:
    void chosen(const QString &revision);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void makeList();
    void makeFooter();
    void filter(const QString &text);
    void moveToFirst();
    void choose(const QModelIndex &index);
    void closeBack();

    QLineEdit *m_text;
    RevisionFilter *m_filter;
    CommitRow *m_typed;
    QConcatenateTablesProxyModel *m_rows;
    RowTree *m_list;
    QFrame *m_footer;
    Label *m_hash;
    QString m_current;
    QString m_commit;
    QPointer<QWidget> m_button;
    QElapsedTimer m_sinceLost;  ///< Since another window took the activation, and with it this popup away.
};

}
