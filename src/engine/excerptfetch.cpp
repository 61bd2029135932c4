// SPDX-License-Identifier: Apache-2.0
#include "engine/excerptfetch.h"

#include "core/backoff.h"
#include "core/safename.h"
#include "hub/filemetadata.h"
#include "hub/hubclient.h"
#include "transfer/httpsource.h"
#include "transfer/inpool.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRemembered = 8 << 20;       // Bytes in memory.
constexpr qint64 kFarthestSkip = 4 << 20;  // So much is read and thrown away where a server knows no ranges.
constexpr int kTries = 3;
constexpr auto kSilence = std::chrono::seconds(20);

std::optional<Excerpt> read(const QString &path, qint64 expected, qint64 offset, qint64 count)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))  // A pipe would have us wait for ever.
        return {};
    const qint64 size = file.size();
    if ((expected >= 0 && size != expected) || !file.seek(qMin(offset, size)))
        return {};
    return Excerpt{file.read(count), offset, size};
}

/// From the file's place in the snapshot, or from its content, which may lack its name in this commit still.
std::optional<Excerpt> cached(const RepoCache &cache, const QString &commit, const RemoteFile &file, qint64 offset,
                              qint64 count)
{
    if (!core::whyUnsafe(file.path).isEmpty() || !core::isCommit(commit))
        return {};
    auto excerpt = read(cache.layout().pointer(cache.repo(), commit, file.path), file.size, offset, count);
    if (!excerpt && core::isContentName(file.etag()))
        excerpt = read(cache.layout().blob(cache.repo(), file.etag()), file.size, offset, count);
    return excerpt;
}

}  // namespace

ExcerptFetch::ExcerptFetch(HubClient *hub, QThreadPool *pool, RepoCache cache, QString commit, QObject *parent)
    : QObject(parent),
      m_hub(hub),
      m_pool(pool),
      m_cache(std::move(cache)),
      m_commit(std::move(commit)),
      m_seen(kRemembered)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ExcerptFetch::askHub);
}

ExcerptFetch::~ExcerptFetch() = default;

void ExcerptFetch::fetch(const RemoteFile &file, qint64 offset, qint64 count)
{
    cancel();
    m_isRunning = true;
    m_file = file;
    m_offset = offset;
    m_count = count;
    m_tries = 0;
    const quint64 asked = m_asked;
    if (const Excerpt *seen = m_seen.object(key())) {
        QMetaObject::invokeMethod(
            this,
            [this, asked, excerpt = *seen] {
                if (asked == m_asked)
                    tell(excerpt);
            },
            Qt::QueuedConnection);
        return;
    }
    const auto look = [cache = m_cache, commit = m_commit, file, offset, count] {
        return cached(cache, commit, file, offset, count);
    };
    transfer::inPool(m_pool, this, look, [this, asked](const std::optional<Excerpt> &excerpt) {
        if (asked != m_asked)
            return;
        if (excerpt)
            tell(*excerpt);
        else
            askHub();
    });
}

void ExcerptFetch::cancel()
{
    ++m_asked;
    m_isRunning = false;
    m_pause.stop();
    stopSource();
}

void ExcerptFetch::stopSource()
{
    if (!m_source)
        return;
    m_source->disconnect(this);
    m_source->abort();
    std::exchange(m_source, nullptr)->deleteLater();  // Later: it may be telling us just now.
}

void ExcerptFetch::askHub()
{
    if (!m_hub)
        return tell(Error{Error::Kind::Offline, tr("The Hub cannot be reached, and this file is not cached.")});
    m_excerpt = Excerpt{{}, m_offset, m_file.size};
    m_skip = 0;
    if (m_file.size >= 0 && m_offset >= m_file.size)
        return tell(m_excerpt);
    const QNetworkRequest request = m_hub->request(hub::resolveSegments(m_cache.repo(), m_commit, m_file.path));
    m_source = new HttpSource(m_hub->network(), m_hub->limiter(), request, m_file, this);
    m_source->setLongestSilence(kSilence);
    m_source->setLength(m_count);
    connect(m_source, &ByteSource::began, this, &ExcerptFetch::onBegan);
    connect(m_source, &ByteSource::arrived, this, &ExcerptFetch::onArrived);
    connect(m_source, &ByteSource::ended, this, &ExcerptFetch::onEnded);
    m_source->start(m_offset);
}

void ExcerptFetch::onBegan(qint64 offset, qint64 size)
{
    m_hub->note(true);
    if (size >= 0)
        m_excerpt.size = size;
    m_skip = m_offset - offset;
    if (m_skip > kFarthestSkip)
        tell(Error{Error::Kind::BadReply, tr("This server hands out whole files only, so no more of it is shown.")});
}

void ExcerptFetch::onArrived(const QByteArray &bytes)
{
    const qint64 skipped = qMin(m_skip, qint64(bytes.size()));
    m_skip -= skipped;
    m_excerpt.bytes
        += QByteArrayView(bytes).sliced(skipped).first(qMin(bytes.size() - skipped, m_count - m_excerpt.bytes.size()));
    if (isWhole())
        tell(m_excerpt);
}

bool ExcerptFetch::isWhole() const
{
    return m_excerpt.bytes.size() >= m_count || m_excerpt.isToTheEnd();
}

void ExcerptFetch::onEnded(const std::optional<Error> &error)
{
    if (!error) {
        if (m_excerpt.size < 0 && m_skip == 0)  // Nobody said how long it is: that long.
            m_excerpt.size = m_offset + m_excerpt.bytes.size();
        if (!isWhole())
            return tell(Error{Error::Kind::BadReply, tr("The server sent less of the file than there is.")});
        return tell(m_excerpt);
    }
    if (error->kind == Error::Kind::Server && ++m_tries < kTries) {
        stopSource();
        m_pause.start(core::backoff(hub::Patience().firstPause, m_tries));
        return;
    }
    if (error->isUnreachable())
        m_hub->note(false);
    tell(*error);
}

QString ExcerptFetch::key() const
{
    return u"%1:%2:%3"_s.arg(m_offset).arg(m_count).arg(m_file.path);
}

void ExcerptFetch::tell(const Result<Excerpt> &excerpt)
{
    if (excerpt)
        m_seen.insert(key(), std::make_unique<Excerpt>(*excerpt).release(), int(excerpt->bytes.size() + 1));
    cancel();
    Q_EMIT finished(excerpt);
}
