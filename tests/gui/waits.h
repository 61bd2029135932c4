// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <ctime>
#include <thread>
#include <utility>
#include <vector>

/// How long events wait for the thread that made this: a thread of its own posts one every millisecond, from begin() to
/// end(), whether or not the one before was taken.
class Waits final : public QObject
{
public:
    ~Waits() override { stop(); }

    void begin()
    {
        m_posts = true;
        m_lastWorked = workedMilliseconds();
        m_poster = std::jthread([this] { post(); });
    }
    /// Takes those that are still under way, too: a long wait at the end counts like any other.
    void end()
    {
        stop();
        QCoreApplication::sendPostedEvents(this);
        std::ranges::sort(m_waits);
    }

    /// What this thread had of a processor, whatever other programs do; in milliseconds.
    static double workedMilliseconds()
    {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }
    /// How much of that at the most between two events: so long they would wait on a computer that does nothing else.
    double longestWork() const { return m_longestWork; }

    size_t count() const { return m_waits.size(); }
    /// After end(), in milliseconds: so long waited at the most the given share of all; 1 is the longest.
    double quantile(double share) const
    {
        const auto at = size_t(share * double(m_waits.size() - 1));
        return m_waits.empty() ? 0 : std::chrono::duration<double, std::milli>(m_waits[at]).count();
    }

protected:
    void customEvent(QEvent *event) override
    {
        auto *stamped = dynamic_cast<Stamped *>(event);
        if (!stamped)
            return;
        m_waits.push_back(Clock::now() - stamped->posted);
        const double now = workedMilliseconds();
        m_longestWork = std::max(m_longestWork, now - std::exchange(m_lastWorked, now));
    }

private:
    using Clock = std::chrono::steady_clock;

    struct Stamped final : QEvent {
        Stamped() : QEvent(User) {}
        Clock::time_point posted = Clock::now();
    };

    void post()
    {
        for (auto next = Clock::now(); m_posts; std::this_thread::sleep_until(next)) {
            QCoreApplication::postEvent(this, new Stamped);  // NOLINT: the queue owns it.
            next = std::max(next, Clock::now()) + std::chrono::milliseconds(1);
        }
    }
    void stop()
    {
        m_posts = false;
        if (m_poster.joinable())
            m_poster.join();
    }

    std::atomic<bool> m_posts = false;
    std::jthread m_poster;
    std::vector<Clock::duration> m_waits;
    double m_lastWorked = 0;
    double m_longestWork = 0;
};
