// SPDX-License-Identifier: Apache-2.0
#include "hub/streamjob.h"

void StreamJob::doCancel()
{
    if (m_page)
        m_page->cancel();
}
