// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filetree.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class FileModel;
class RepoSession;

/// Keeps a FileModel at what a RepoSession knows of the folder that it shows.
///
/// A large folder that is known already is taken over in slices, with the event loop between them: as one step its
/// hundred thousand rows would hold the window up.
///
/// While somebody searches, the files of the folders below are rows, too, named by their paths from here, as far as the
/// session knows them and there are not too many.
class FileFeed final : public QObject
{
    Q_OBJECT

public:
    /// \a model outlives the feed.
    explicit FileFeed(FileModel *model, QObject *parent = nullptr);
    ~FileFeed() override;

    /// In the place of the one before; null: the model is empty.
    void setSession(RepoSession *session);
    void setSearching(bool isSearching);

    static constexpr qsizetype kMaxSearched = 20'000;

private:
    void begin();
    void takeEntries();
    QList<FolderEntry> wantedEntries() const;
    bool canSearchBelow() const;
    void takeMore();
    void takeCounts();
    void takeStates();

    FileModel *m_model;
    QPointer<RepoSession> m_session;
    QList<FolderEntry> m_entries;  // Of the folder that is being taken over, sorted,
    qsizetype m_taken = 0;         // and how many of them the model has.
    QTimer m_more;
    bool m_isSearching = false;
};
