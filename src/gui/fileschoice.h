// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filetree.h"
#include "core/location.h"
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
    QStringList selectedNames() const;
    std::optional<FolderEntry> selectedEntry() const;  ///< Where it is one.
    bool isFile() const;                               ///< That is one file.
    Location location() const;   ///< Of what is selected, where it is one; else of the folder that is shown.
    QString cachedPath() const;  ///< Of the selected file, where it is one and on this computer; else empty.
    QString placeHere() const;   ///< The same, also of a folder that has something here.
    bool isHere() const;         ///< All that is selected is on this computer.

private:
    int selectedCount() const;
    int selectedRow() const;
    QList<int> meantRows() const;

    const Engine *m_engine;
    const FileModel *m_model;
    const FileProxy *m_proxy;
    const QItemSelectionModel *m_selection;
    const RepoSession *m_session = nullptr;
};
