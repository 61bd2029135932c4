// SPDX-License-Identifier: Apache-2.0
#include "core/job.h"

#include <QCoreApplication>

void Job::start()
{
    if (m_state != State::Waiting)
        return;
    m_state = State::Running;
    doStart();
}

void Job::cancel()
{
    if (m_state == State::Running)
        doCancel();
    finish(Error{Error::Kind::Cancelled, QCoreApplication::translate("Job", "Cancelled.")});
}

void Job::setProgress(qint64 done, qint64 total)
{
    m_done = done;
    m_total = total;
    if (!m_sinceProgress.isValid() || m_sinceProgress.hasExpired(100) || done == total) {
        m_sinceProgress.restart();
        Q_EMIT progressed();
    }
}

void Job::finish(std::optional<Error> error)
{
    if (m_state > State::Running)  // Already over: a late reply must not say so twice.
        return;
    m_error.swap(error);
    m_state = !m_error ? State::Succeeded : m_error->kind == Error::Kind::Cancelled ? State::Cancelled : State::Failed;
    Q_EMIT finished();
}
