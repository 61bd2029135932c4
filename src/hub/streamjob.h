// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/job.h"

#include <QPointer>

/// All pages of a list as one job: it lasts until the last page came, and cancelling it ends the page on its way.
class StreamJob final : public Job
{
    Q_OBJECT

public:
    using Job::Job;

    void setPage(Job *page) { m_page = page; }
    void end(std::optional<Error> error) { finish(std::move(error)); }

protected:
    void doStart() override {}
    void doCancel() override;

private:
    QPointer<Job> m_page;
};
