// SPDX-License-Identifier: Apache-2.0
#include "transfer/batchstore.h"

#include "transfer/inpool.h"

namespace {
constexpr int kSteps = 2;  // While one waits for the disk, the other hashes.
}  // namespace

BatchStore::BatchStore(QThreadPool *pool, QObject *parent) : QObject(parent), m_pool(pool) {}

void BatchStore::store(std::shared_ptr<BlobPart> part, const QByteArray &bytes, QObject *context, Done done)
{
    m_waiting << Content{std::move(part), bytes};
    m_askers << Asker{context, std::move(done)};
    storeOn();
}

void BatchStore::storeOn()
{
    if (m_waiting.isEmpty() || m_steps == kSteps)
        return;
    ++m_steps;
    transfer::inPool(
        m_pool, this, [contents = std::exchange(m_waiting, {})] { return storeAll(contents); },
        [this, askers = std::exchange(m_askers, {})](const Answers &answers) {
            --m_steps;
            storeOn();
            for (qsizetype i = 0; i < askers.size(); ++i) {
                if (askers[i].context)
                    askers[i].done(answers[i]);
            }
        });
}

BatchStore::Answers BatchStore::storeAll(const QList<Content> &contents)
{
    Answers answers;
    for (const Content &content : contents)
        answers << content.part->fill(content.bytes);
    QList<std::shared_ptr<BlobPart>> placed;
    for (qsizetype i = 0; i < contents.size(); ++i) {
        if (!answers[i] || *answers[i] != BlobPart::Found::Open)
            continue;
        const auto error = contents[i].part->place();
        answers[i] = error ? Result<BlobPart::Found>(*error) : BlobPart::Found::Whole;
        if (!error)
            placed << contents[i].part;
    }
    BlobPart::flush(placed);
    return answers;
}
