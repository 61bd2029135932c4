// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QObject>

#include <optional>

/// Where the bytes of one content come from: one HTTP address now; mirrors, several ranges and Xet are more of its
/// kind.
///
/// It sends bytes in order, from where it was asked to start. It neither writes nor proves: that is the sink's.
///
/// What is to come fits in here: a mirror is another source for the same content, taken when one failed; a limit is
/// somebody who calls setHeldBack(); Xet is a source that asks its own servers. Several ranges are several sources,
/// each started at its own offset: FileJob then writes each where it begins, and BlobSink, whose hash follows the file
/// and not the arrivals, hashes as far as the file is whole from its front.
class ByteSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Asks for the bytes from \a offset on.
    virtual void start(qint64 offset) = 0;
    /// Nothing is said after it.
    virtual void abort() = 0;
    /// While held back no more than the buffer is read, so the server waits.
    virtual void setHeldBack(bool heldBack) = 0;

Q_SIGNALS:
    /// Once, before the first bytes: where they begin (0 where the server sends all again), and the content's size or
    /// -1.
    void began(qint64 offset, qint64 size);
    void arrived(const QByteArray &bytes);
    void ended(const std::optional<Error> &error);
};
