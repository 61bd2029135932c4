// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "core/filetree.h"

#include <QImage>
#include <QJsonDocument>

#include <optional>

/// What is selected in a list of files.
struct FileSelection {
    QList<FolderEntry> entries = {};  ///< Empty where there are too many to be counted.
    qsizetype count = 0;
    QString state = {};  ///< Of a single one, as its row says it: "Cached", "2 of 5 cached".
};

/// What there is to see of a selection: one of these kinds, and what that kind needs.
struct Preview {
    enum class Kind {
        Nothing,  ///< Nothing is selected.
        Folder,
        Several,
        Loading,
        Text,
        Image,
        Facts,  ///< The file has no preview; \a reason says why, whole sentences.
        Failed  ///< \a error
    };

    Kind kind = Kind::Nothing;
    FileSelection selection = {};
    QString reason = {};
    QString encoding = {};                   ///< Of text.
    QString text = {};                       ///< As far as it was fetched; fit to be shown.
    qint64 bytesRead = 0;                    ///< Of the file: what \a text stands for.
    bool hasMore = false;                    ///< More of the text can be asked for.
    bool isFetching = false;                 ///< More of it is on its way.
    std::optional<QJsonDocument> json = {};  ///< Where the text is JSON, not too long, and right.
    QImage image = {};
    QSize pixels = {};          ///< Of the image in its file.
    QByteArray imageKind = {};  ///< "png" …, by its bytes.
    std::optional<Error> error = {};

    /// The one entry that it is about; null for Nothing and Several.
    const FolderEntry *entry() const { return selection.count == 1 ? &selection.entries.first() : nullptr; }
};
