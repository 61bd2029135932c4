// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

/// Ctrl+C and SIGTERM as a call in the event loop. A second Ctrl+C ends the program at once.
class Interrupts
{
public:
    explicit Interrupts(std::function<void()> onInterrupt);
    ~Interrupts();
    Interrupts(const Interrupts &) = delete;
    Interrupts &operator=(const Interrupts &) = delete;

private:
    std::function<void()> m_onInterrupt;
    int m_fd = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};
