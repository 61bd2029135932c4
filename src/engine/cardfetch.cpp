// SPDX-License-Identifier: Apache-2.0
#include "engine/cardfetch.h"

#include "hub/filemetadata.h"
#include "hub/hubclient.h"
#include "transfer/inpool.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kCard = u"README.md"_s;

std::optional<QByteArray> cachedCard(const RepoCache &cache, const QString &commit)
{
    QFile file(cache.layout().pointer(cache.repo(), commit, kCard));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.read(CardFetch::kMaxBytes + 1);
}

Result<QByteArray> bodyOf(const hub::Reply &reply)
{
    if (const auto error = hub::errorOf(reply))
        return *error;
    return reply.body;
}

}  // namespace

CardFetch::CardFetch(HubClient *hub, QThreadPool *pool, RepoCache cache, QString commit, QObject *parent)
    : QObject(parent),
      m_hub(hub),
      m_pool(pool),
      m_cache(std::move(cache)),
      m_commit(std::move(commit))
{
}

void CardFetch::start(qint64 size)
{
    const auto read = [cache = m_cache, commit = m_commit] { return cachedCard(cache, commit); };
    transfer::inPool(m_pool, this, read, [this, size](const std::optional<QByteArray> &text) {
        if (!text && m_hub && size <= kMaxBytes)
            ask();
        else
            tell(text.value_or(QByteArray()), size);
    });
}

void CardFetch::ask()
{
    const ApiCall<QByteArray> call{.verb = "GET",
                                   .segments = hub::resolveSegments(m_cache.repo(), m_commit, kCard),
                                   .query = {},
                                   .body = {},
                                   .parse = bodyOf};
    m_hub->send(call, this, [this](const Result<QByteArray> &text) {
        if (text)
            tell(*text, text->size());
        else if (text.error().kind == Error::Kind::NoEntry)
            tell({}, 0);
        else
            Q_EMIT finished(text.error());
    });
}

void CardFetch::tell(const QByteArray &text, qint64 size)
{
    if (qMax(size, qint64(text.size())) > kMaxBytes)
        Q_EMIT finished(Error{Error::Kind::Refused, tr("The card of this repository is too long to be shown.")});
    else
        Q_EMIT finished(QString::fromUtf8(text));
}
