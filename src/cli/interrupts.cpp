// SPDX-License-Identifier: Apache-2.0
#include "cli/interrupts.h"

#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

// signalfd: the signals come as bytes to read, so no handler has to be safe for signals. Elsewhere a pipe that a
// handler writes into does the same.

namespace {

sigset_t wanted()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

}  // namespace

Interrupts::Interrupts(std::function<void()> onInterrupt) : m_onInterrupt(std::move(onInterrupt))
{
    const sigset_t set = wanted();
    m_fd = ::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    if (m_fd < 0)
        return;  // Then they end the program as they always do.
    sigprocmask(SIG_BLOCK, &set, nullptr);
    m_notifier = std::make_unique<QSocketNotifier>(m_fd, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] {
        signalfd_siginfo info;
        if (::read(m_fd, &info, sizeof info) != sizeof info)
            return;
        const sigset_t again = wanted();
        sigprocmask(SIG_UNBLOCK, &again, nullptr);  // The next one ends us, should we hang.
        m_onInterrupt();
    });
}

Interrupts::~Interrupts()
{
    m_notifier.reset();
    if (m_fd >= 0)
        ::close(m_fd);
}
