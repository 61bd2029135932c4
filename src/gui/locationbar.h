// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QWidget>

class WindowPage;
class QAction;
class QHBoxLayout;
class QLineEdit;
class QShortcut;

namespace look {
class BreadcrumbBar;
class Button;
class RevisionButton;
class RevisionPopup;
}  // namespace look

/// The top of the window: where one is and the ways from there. Back, forward, up | breadcrumbs and revision | filter |
/// Upload, New. Shows what the page in front says of itself; wishes go out by signal.
///
/// In a narrow window the filter is a button, and the field takes the place of the breadcrumbs while one filters; in a
/// narrower one Upload and New lose their texts.
class LocationBar final : public QWidget
{
    Q_OBJECT

public:
    explicit LocationBar(QWidget *parent = nullptr);

    /// Buttons for \a actions in their places; text, tool tip, shortcut and enabled state follow the action.
    void setActions(QAction *back, QAction *forward, QAction *up, QAction *upload, QAction *create);
    void setPage(WindowPage *page);

    void setEditText(const QString &text);  ///< What editing begins with.
    void editLocation();                    ///< Ctrl+L
    void setCompletions(const QStringList &texts);
    void focusFilter();  ///< Ctrl+F
    void clearFilter();
    void focusNext();  ///< F6: the first crumb.

    /// An empty \a name hides the button: this page has no revisions.
    void setRevision(const QString &icon, const QString &name, const QString &commit);
    look::RevisionPopup *revisionPopup() const { return m_popup; }
    void openRevisions();  ///< Ctrl+Shift+R

Q_SIGNALS:
    void crumbClicked(int index);
    void siblingsAsked(int index, const QPoint &at);
    void locationEntered(const QString &text);
    void revisionsOpened();
    void revisionChosen(const QString &revision);
    void filterChanged(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showPage();
    void arrange();
    void openFilter(bool open);
    void leaveFilter();
    void onFilterChanged(const QString &text);

    look::BreadcrumbBar *m_crumbs;
    look::RevisionButton *m_revision;
    look::RevisionPopup *m_popup;
    QLineEdit *m_filter;
    look::Button *m_filterButton;
    QHBoxLayout *m_row;
    QShortcut *m_escape;
    QList<look::Button *> m_arrows;  // Back and forward.
    QList<look::Button *> m_worded;  // Upload and New.
    QPointer<WindowPage> m_page;
    bool m_isFilterOpen = false;  // In the place of the breadcrumbs.
};
