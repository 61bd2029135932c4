// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QElapsedTimer>
#include <QObject>

#include <optional>

/// Work that takes time: starts once, may be cancelled, and says finished() exactly once.
///
/// A subclass writes doStart() and doCancel() and ends with finish(). It never emits finished() itself.
/// The owner keeps the pointer; a job does not delete itself.
class Job : public QObject
{
    Q_OBJECT

public:
    enum class State { Waiting, Running, Succeeded, Failed, Cancelled };
    Q_ENUM(State)

    using QObject::QObject;

    void start();
    void cancel();

    State state() const { return m_state; }
    qint64 done() const { return m_done; }
    qint64 total() const { return m_total; }  ///< -1 while unknown.
    const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void progressed();  ///< At most ten times a second, and once at the end.
    void finished();

protected:
    virtual void doStart() = 0;
    virtual void doCancel() = 0;
    void setProgress(qint64 done, qint64 total);
    void finish(std::optional<Error> error = {});

private:
    State m_state = State::Waiting;
    qint64 m_done = 0;
    qint64 m_total = -1;
    std::optional<Error> m_error;
    QElapsedTimer m_sinceProgress;
};
