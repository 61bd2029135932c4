// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <chrono>

namespace localhub {

/// A connection as an answer sees it that writes itself.
class Wire
{
public:
    virtual ~Wire() = default;

    /// Small parts wait for others until flush(). False where the client is gone or the server ends.
    virtual bool put(QByteArrayView bytes) = 0;
    virtual bool flush() = 0;
    /// Lets \a time pass. False, and at once, where the client goes or the server ends meanwhile.
    virtual bool wait(std::chrono::milliseconds time) = 0;
    /// Ends the connection as a broken one ends, after the client's computer has all that was written.
    virtual void reset() = 0;
};

}  // namespace localhub
