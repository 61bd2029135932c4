// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Qt>

/// What the models of this folder say to whoever paints them.
namespace models {

/// Values are raw: bytes, seconds, shares; text with units is made when painting.
///
/// A role that is not answered is not known, and painted so. What is painted from raw roles alone a screen reader
/// cannot see: for such cells a model answers Qt::AccessibleTextRole, too ("308 MB", "41 %", "Cached").
enum ItemRole {
    NoteRole = Qt::UserRole + 1,        ///< Second line, or what stands at the far end of the row.
    IconNameRole,                       ///< Name of a line icon.
    ToneRole,                           ///< int(Tone)
    StateRole,                          ///< int(FileState)
    BytesRole,                          ///< qint64; -1 is unknown.
    DoneRole,                           ///< qint64
    ShareRole,                          ///< double, 0 to 1
    SpeedRole,                          ///< double, bytes a second; -1 is unknown.
    LeftRole,                           ///< qint64, seconds; -1 is unknown.
    SectionRole,                        ///< bool: a heading, not a choice.
    RevisionRole,                       ///< QString: what the Hub knows the row by, "main", "refs/pr/3" or a commit.
    FirstOwnRole = Qt::UserRole + 100,  ///< Where a model's own roles may begin.
};

}
