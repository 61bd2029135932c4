// SPDX-License-Identifier: Apache-2.0
#include "models/previewfeed.h"

#include "core/plaintext.h"
#include "core/texts.h"
#include "engine/engine.h"
#include "engine/excerptfetch.h"
#include "engine/hubwatch.h"
#include "engine/reposession.h"
#include "formats/imagekind.h"
#include "formats/textsample.h"
#include "models/imagedecode.h"
#include "models/previewkind.h"
#include "transfer/inpool.h"

using namespace std::chrono_literals;
using models::PreviewKind;

PreviewFeed::PreviewFeed(Engine *engine, QObject *parent) : QObject(parent), m_engine(engine)
{
    m_stillness.setSingleShot(true);
    m_stillness.setInterval(120ms);
    connect(&m_stillness, &QTimer::timeout, this, &PreviewFeed::settle);
}

PreviewFeed::~PreviewFeed() = default;

void PreviewFeed::setSession(RepoSession *session)
{
    if (m_session) {
        m_session->disconnect(this);
        m_session->watch().disconnect(this);
    }
    m_session = session;
    m_fetch.reset();
    if (session) {
        connect(&session->watch(), &HubWatch::changed, this, [this](bool isOffline) {
            if (!isOffline && m_preview.error && m_preview.error->isUnreachable())
                retry();
        });
        connect(session, &RepoSession::wentOffline, this, [this] {
            if (m_fetch)
                m_fetch->setHub(nullptr);
        });
    }
    m_selection = {};
    m_isSettled = true;
    m_stillness.stop();
    show({});
}

void PreviewFeed::setActive(bool isActive)
{
    if (std::exchange(m_isActive, isActive) == isActive)
        return;
    if (!isActive) {
        m_stillness.stop();
        m_isSettled = m_isSettled && !(m_fetch && m_fetch->isRunning());  // It is asked for when it is seen again.
        if (m_fetch)
            m_fetch->cancel();
    } else if (!m_isSettled) {
        settle();
    }
}

void PreviewFeed::look(const FileSelection &selection)
{
    const bool isSame = selection.count == m_selection.count && selection.entries == m_selection.entries;
    m_selection = selection;
    if (isSame && m_isSettled) {
        m_preview.selection.state = selection.state;
        Q_EMIT stateChanged();
    }
    if (isSame)
        return;
    m_isSettled = false;
    if (m_isActive)
        m_stillness.start();
}

void PreviewFeed::settle()
{
    m_isSettled = true;
    Preview preview{.selection = m_selection};
    if (m_selection.count > 1)
        preview.kind = Preview::Kind::Several;
    else if (m_selection.count == 0)
        preview.kind = Preview::Kind::Nothing;
    else
        preview.kind = m_selection.entries.first().isFolder ? Preview::Kind::Folder : Preview::Kind::Loading;
    const bool isFile = preview.kind == Preview::Kind::Loading;
    show(std::move(preview));
    if (isFile)
        openFile();
}

void PreviewFeed::openFile()
{
    const qint64 size = file().size;
    const PreviewKind kind = models::previewKindOf(file().path);
    if (size == 0)
        return showFacts(tr("This file is empty."));
    if (kind == PreviewKind::Opaque)
        return showFacts(tr("No preview of this kind of file yet."));
    if (kind == PreviewKind::Image && size > kMostImage)
        return showFacts(tr("Images of up to %1 are shown; this one is larger.").arg(core::sizeText(kMostImage)));
    qint64 count = kTextPart;
    if (kind == PreviewKind::Unknown)
        count = kSniff;
    else if (kind == PreviewKind::Image)
        count = size < 0 ? kMostImage : size;
    else if (kind == PreviewKind::Json && size <= kMostJson)
        count = size < 0 ? kMostJson : size;
    fetch(0, size < 0 ? count : qMin(count, size));
}

void PreviewFeed::fetch(qint64 offset, qint64 count)
{
    if (!m_session)
        return;
    if (!m_fetch) {
        m_fetch = std::make_unique<ExcerptFetch>(m_session->isOffline() ? nullptr : m_session->hub(), m_engine->pool(),
                                                 m_engine->cache(m_session->repo()), m_session->commit(), nullptr);
        connect(m_fetch.get(), &ExcerptFetch::finished, this, &PreviewFeed::onFetched);
    }
    m_fetch->fetch(file(), offset, count);
}

void PreviewFeed::onFetched(const Result<Excerpt> &excerpt)
{
    m_preview.isFetching = false;
    if (!excerpt) {
        m_preview.kind = Preview::Kind::Failed;
        m_preview.error = excerpt.error();
        Q_EMIT changed();
        return;
    }
    if (excerpt->size >= 0)
        m_preview.selection.entries.first().file.size = excerpt->size;
    if (m_sample)
        addText(excerpt->bytes);
    else
        onBeginning(*excerpt);
}

/// What the file is, told by its first bytes.
void PreviewFeed::onBeginning(const Excerpt &excerpt)
{
    m_bytes += excerpt.bytes;
    if (!formats::imageKindOf(m_bytes).isEmpty())
        return takeImage(excerpt.size);
    const QByteArray beginning = m_bytes.first(qMin(m_bytes.size(), qsizetype(kMostJson)));
    const bool isWhole = excerpt.isToTheEnd() && beginning.size() == m_bytes.size();
    std::optional<formats::TextSample> sample = formats::TextSample::of(beginning, isWhole);
    m_bytes.clear();
    if (!sample)
        return showFacts(tr("No preview of this kind of file yet."));
    m_sample = std::make_unique<formats::TextSample>(std::move(*sample));
    m_preview.kind = Preview::Kind::Text;
    m_preview.encoding = m_sample->encoding();
    addText(beginning);
    if (isWhole && models::previewKindOf(file().path) == PreviewKind::Json)
        readJson();
    else if (m_preview.hasMore && m_preview.bytesRead < kTextPart)
        showMore();  // It is a text, after all: as much of it as of others.
}

void PreviewFeed::addText(const QByteArray &bytes)
{
    const bool isFirst = m_preview.bytesRead == 0;
    const QString text = core::visibleLines(m_sample->decode(bytes));
    m_preview.text += text;
    m_preview.bytesRead += bytes.size();
    m_preview.hasMore = m_preview.bytesRead < file().size && m_preview.bytesRead < kMostText && !bytes.isEmpty();
    if (isFirst)
        Q_EMIT changed();
    else
        Q_EMIT textAdded(text);
}

void PreviewFeed::showMore()
{
    if (!m_preview.hasMore || m_preview.isFetching)
        return;
    m_preview.isFetching = true;
    // A text of unknown kind has only its first few bytes so far: the rest of its first part.
    const qint64 end = (m_preview.bytesRead / kTextPart + 1) * kTextPart;
    fetch(m_preview.bytesRead, qMin(end, file().size) - m_preview.bytesRead);
}

void PreviewFeed::readJson()
{
    const auto parse = [text = m_preview.text.toUtf8()] { return QJsonDocument::fromJson(text); };
    transfer::inPool(m_engine->pool(), this, parse, [this, shown = m_shown](const QJsonDocument &json) {
        if (shown != m_shown || json.isNull())
            return;  // What does not parse is text.
        m_preview.json = json;
        Q_EMIT jsonRead();
    });
}

void PreviewFeed::takeImage(qint64 size)
{
    if (size > kMostImage || (size < 0 && m_bytes.size() >= kMostImage))
        return showFacts(tr("Images of up to %1 are shown; this one is larger.").arg(core::sizeText(kMostImage)));
    if (m_bytes.size() < size)
        return fetch(m_bytes.size(), size - m_bytes.size());
    m_preview.imageKind = formats::imageKindOf(m_bytes);
    const auto decode
        = [bytes = std::exchange(m_bytes, {}), kind = m_preview.imageKind] { return models::decodeImage(bytes, kind); };
    transfer::inPool(m_engine->pool(), this, decode, [this, shown = m_shown](const Result<DecodedImage> &image) {
        if (shown == m_shown)
            showImage(image);
    });
}

void PreviewFeed::showImage(const Result<DecodedImage> &image)
{
    if (!image)
        return showFacts(image.error().message);
    m_preview.kind = Preview::Kind::Image;
    m_preview.image = image->image;
    m_preview.pixels = image->size;
    Q_EMIT changed();
}

void PreviewFeed::showFacts(const QString &reason)
{
    m_preview.kind = Preview::Kind::Facts;
    m_preview.reason = reason;
    Q_EMIT changed();
}

void PreviewFeed::retry()
{
    if (m_isActive && m_preview.kind == Preview::Kind::Failed)
        settle();
}

void PreviewFeed::show(Preview preview)
{
    ++m_shown;
    if (m_fetch)
        m_fetch->cancel();
    m_sample.reset();
    m_bytes.clear();
    m_preview = std::move(preview);
    Q_EMIT changed();
}
