// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
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
        m_poster = std::jthread([this] { post(); });
    }
    /// Takes those that are still under way, too: a long wait at the end counts like any other.
    void end()
    {
        stop();
        QCoreApplication::sendPostedEvents(this);
        std::ranges::sort(m_waits);
    }

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
        if (auto *stamped = dynamic_cast<Stamped *>(event))
            m_waits.push_back(Clock::now() - stamped->posted);
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
};
