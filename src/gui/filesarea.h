// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

class DiskSpace;
class Engine;
class FilesPage;
class PreviewFeed;
class PreviewPane;
class QAbstractButton;
class QModelIndex;
class QSplitter;
class RepoSession;
class Settings;
struct FileSelection;

namespace look {
class Button;
}

/// The files of a repository and beside them the preview of what is selected. In a narrow window the preview is closed
/// at first and opens over the list's second half.
class FilesArea final : public QWidget
{
    Q_OBJECT

public:
    FilesArea(Engine *engine, Settings *settings, const DiskSpace *disk, QWidget *parent = nullptr);
    ~FilesArea() override;

    static constexpr int kNarrowBelow = 1100;  ///< Width of the window.

    FilesPage *files() const { return m_files; }
    QAbstractButton *toggle() const;  ///< For the end of the tabs.
    QWidget *shownPreview() const;    ///< Null while it cannot be seen.

    void setSession(RepoSession *session);  ///< As FilesPage::setSession().
    bool isPreviewOpen() const { return m_isOpen; }
    void setPreviewOpen(bool isOpen);
    bool isPreviewed() const;  ///< What is selected is shown, and nothing more will come by itself.

Q_SIGNALS:
    void previewOpened(bool isOpen);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectList();
    void setNarrow(bool isNarrow);
    void place();
    void leavePreview();
    void look();
    FileSelection selection() const;

    Settings *m_settings;
    QSplitter *m_splitter;
    FilesPage *m_files;
    PreviewFeed *m_feed;
    PreviewPane *m_preview;
    look::Button *m_toggle;
    RepoSession *m_session = nullptr;
    bool m_isOpen;
    bool m_isNarrow = false;
    bool m_isPlaced = false;  // The splitter gave the preview its width.
    QTimer m_lookSoon;        // Many changes at once are looked at once.
    QVariant m_pressedCheck;  // Of the row under the pointer, when the button went down.
};
