// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/handover.h"

#include <QObject>
#include <QRunnable>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace core {

/// A call on its way to the thread of an object: Qt moves it into its event, and it knows itself by where it lies.
template<typename Call>
class QueuedCall
{
public:
    explicit QueuedCall(Call call) : m_call(std::move(call)) { handOver(this); }
    QueuedCall(QueuedCall &&other) : m_call(std::move(other.m_call)) { handOver(this); }
    QueuedCall(const QueuedCall &) = delete;
    QueuedCall &operator=(const QueuedCall &) = delete;
    QueuedCall &operator=(QueuedCall &&) = delete;
    ~QueuedCall() { takeOver(this); }

    void operator()()
    {
        takeOver(this);
        m_call();
    }

private:
    Call m_call;
};

/// A call on its way to a pool.
template<typename Call>
class PoolCall final : public QRunnable
{
public:
    explicit PoolCall(Call call) : m_call(std::move(call)) { handOver(this); }
    ~PoolCall() override { takeOver(this); }

    void run() override
    {
        takeOver(this);
        m_call();
    }

private:
    Call m_call;
};

/// Has the thread of \a receiver call \a call from its event loop; never, where \a receiver dies before.
template<typename Call>
void callIn(QObject *receiver, Call call)
{
    QMetaObject::invokeMethod(receiver, QueuedCall<Call>(std::move(call)), Qt::QueuedConnection);
}

/// Has \a pool call \a call. Those of a higher \a priority come first.
template<typename Call>
void runIn(QThreadPool *pool, Call call, int priority = 0)
{
    pool->start(std::make_unique<PoolCall<Call>>(std::move(call)).release(), priority);
}

}  // namespace core
