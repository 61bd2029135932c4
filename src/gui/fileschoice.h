// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transfer/downloadwish.h"

#include <QList>

class Engine;
class FileModel;
class FileProxy;
class QItemSelectionModel;
class RepoSession;

/// What is meant in the list of a folder: what is checked; with nothing checked, what is selected; with neither, what
/// the filter leaves; else the folder itself.
class FilesChoice
{
public:
    /// All outlive it.
    FilesChoice(const Engine *engine, const FileModel *model, const FileProxy *proxy,
                const QItemSelectionModel *selection);

    void setSession(const RepoSession *session) { m_session = session; }  ///< Null: nothing can be meant.
    const RepoSession *session() const { return m_session; }

    bool isEmpty() const;     ///< There is nothing yet that could be wished for.
    bool isAll() const;       ///< Nothing in particular: all that is shown.
    qsizetype count() const;  ///< How many rows, or what was checked, are meant.
    DownloadWish wish() const;

    QList<int> selectedRows() const;  ///< Of the model, as they are shown.
    QStringList selectedPaths() const;
    QString cachedPath() const;  ///< Of the selected file, where it is one and on this computer; else empty.

private:
    int selectedCount() const;
    QList<int> meantRows() const;

    const Engine *m_engine;
    const FileModel *m_model;
    const FileProxy *m_proxy;
    const QItemSelectionModel *m_selection;
    const RepoSession *m_session = nullptr;
};
