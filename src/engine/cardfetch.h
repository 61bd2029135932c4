// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/excerptfetch.h"

/// Gets the text of a commit's README.md.
class CardFetch final : public QObject
{
    Q_OBJECT

public:
    /// \a hub is null where it is not to be asked.
    CardFetch(HubClient *hub, QThreadPool *pool, RepoCache cache, QString commit, QObject *parent);

    static constexpr qint64 kMaxBytes = 1 << 20;  ///< What is longer is not shown.

    /// \a size as the Hub lists the file; -1 where it does not.
    void start(qint64 size);

Q_SIGNALS:
    void finished(const Result<QString> &markdown);  ///< Empty where there is no card.

private:
    void onFetched(const Result<Excerpt> &excerpt);

    const bool m_mayAsk;
    ExcerptFetch m_fetch;
};
