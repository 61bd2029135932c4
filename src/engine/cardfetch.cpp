// SPDX-License-Identifier: Apache-2.0
#include "engine/cardfetch.h"

using namespace Qt::Literals::StringLiterals;

CardFetch::CardFetch(HubClient *hub, QThreadPool *pool, RepoCache cache, QString commit, QObject *parent)
    : QObject(parent),
      m_mayAsk(hub),
      m_fetch(hub, pool, std::move(cache), std::move(commit), this)
{
    connect(&m_fetch, &ExcerptFetch::finished, this, &CardFetch::onFetched);
}

void CardFetch::start(qint64 size)
{
    if (size > kMaxBytes) {
        QMetaObject::invokeMethod(
            this,
            [this, size] {
                onFetched(Excerpt{{}, 0, size});
            },
            Qt::QueuedConnection);
        return;
    }
    RemoteFile card;
    card.path = u"README.md"_s;
    card.size = size;
    m_fetch.fetch(card, 0, kMaxBytes + 1);
}

void CardFetch::onFetched(const Result<Excerpt> &excerpt)
{
    if (!excerpt) {
        const bool isNone = excerpt.error().kind == Error::Kind::NoEntry
            || (!m_mayAsk && excerpt.error().kind == Error::Kind::Offline);
        Q_EMIT finished(isNone ? Result<QString>(QString()) : excerpt.error());
    } else if (qMax(excerpt->size, qint64(excerpt->bytes.size())) > kMaxBytes) {
        Q_EMIT finished(Error{Error::Kind::Refused, tr("The card of this repository is too long to be shown.")});
    } else {
        Q_EMIT finished(QString::fromUtf8(excerpt->bytes));
    }
}
