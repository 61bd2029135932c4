// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

class FileModel;
class RepoSession;

/// Keeps a FileModel at what a RepoSession knows of the folder that it shows.
class FileFeed final : public QObject
{
    Q_OBJECT

public:
    /// \a model outlives the feed.
    explicit FileFeed(FileModel *model, QObject *parent = nullptr);
    ~FileFeed() override;

    /// In the place of the one before; null: the model is empty.
    void setSession(RepoSession *session);

private:
    void begin();
    void takeEntries();
    void takeCounts();
    void takeStates();

    FileModel *m_model;
    QPointer<RepoSession> m_session;
};
