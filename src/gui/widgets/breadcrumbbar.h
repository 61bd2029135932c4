// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QStringList>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QStringListModel;

namespace look {

/// Where one is, as buttons; as text that can be typed over after Ctrl+L or a click beside the buttons.
///
/// When room is short the crumbs after the first fold into "…", from the left: the place itself is always whole.
class BreadcrumbBar final : public QWidget
{
    Q_OBJECT

public:
    explicit BreadcrumbBar(QWidget *parent = nullptr);

    void setPath(const QString &icon, const QStringList &parts);
    void setEditText(const QString &text);                ///< What edit() starts from: a form that can be typed back.
    void setCompletions(const QStringList &completions);  ///< Offered while one types.
    void setTrailing(QWidget *widget);                    ///< Sits at the end, inside the same frame.
    void focusFirst();                                    ///< The outermost crumb, as if by Tab.
    void edit();                                          ///< Esc goes back to the crumbs, Return emits textEntered().

    /// Its buttons one after the other in the tab order, after \a before where that is given, then the trailing widget.
    void tieTabOrder(QWidget *before = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void crumbClicked(int index);
    void siblingsAsked(int index, const QPoint &at);  ///< Global; the asker shows a menu there.
    void textEntered(const QString &text);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPushButton *makeButton();
    QPushButton *makeCrumb(int index);
    void layOut();
    qsizetype foldedFor(int room) const;
    int placeCrumb(QPushButton *crumb, const QString &text, int x, int room);
    void showFolded();
    bool crumbEvent(QPushButton *crumb, QEvent *event);
    bool editEvent(QEvent *event);
    void leaveEdit(bool focusBack);

    QString m_icon;
    QStringList m_parts;
    QString m_editText;
    QLineEdit *m_edit;
    QStringListModel *m_completions;
    QPushButton *m_fold;
    QList<QPushButton *> m_crumbs;
    QWidget *m_trailing = nullptr;
    QPointer<QWidget> m_before;  ///< Had the focus when edit() took it.
    bool m_editing = false;
    qsizetype m_folded = 0;
    QList<int> m_chevrons;
};

}
