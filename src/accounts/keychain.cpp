// SPDX-License-Identifier: Apache-2.0
#include "accounts/keychain.h"

#include "accounts/secretservice.h"

#include <QTimer>

#include <qt6keychain/keychain.h>

using Outcome = KeychainAnswer::Outcome;

/// What QtKeychain's \a job came to, as far as it knows.
static KeychainAnswer answerOf(const QKeychain::Job &job)
{
    const auto *reading = qobject_cast<const QKeychain::ReadPasswordJob *>(&job);
    switch (job.error()) {
    case QKeychain::NoError: return {Outcome::Done, reading ? reading->binaryData() : QByteArray()};
    case QKeychain::EntryNotFound: return {reading ? Outcome::NoEntry : Outcome::Done};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied: return {Outcome::Denied, {}, job.errorString()};
    case QKeychain::NoBackendAvailable: return {Outcome::Absent, {}, job.errorString()};
    default: return {Outcome::Failed, {}, job.errorString()};
    }
}

/// Whether there can be no doubt, whatever state the keychain is in. Of a locked one QtKeychain says that it has no
/// such entry, and that one was removed.
static bool isCertain(const QKeychain::Job &job)
{
    const bool mayBeLocked = qobject_cast<const QKeychain::DeletePasswordJob *>(&job);
    return job.error() == QKeychain::AccessDeniedByUser || (job.error() == QKeychain::NoError && !mayBeLocked);
}

/// \a answer in the light of the state that the keychain is in.
static KeychainAnswer corrected(KeychainAnswer answer, secretservice::State state)
{
    using enum secretservice::State;
    const bool isFailure = answer.error().has_value();
    switch (state) {
    case Unlocked:
    case NotAsked: return answer;
    case Locked: return {Outcome::Locked, {}, answer.detail};
    case Silent: return {Outcome::Silent, {}, answer.detail};
    case Absent:  // Where there is another kind of keychain its own answer counts.
        return isFailure && answer.outcome != Outcome::Denied ? KeychainAnswer{Outcome::Absent, {}, answer.detail}
                                                              : answer;
    }
    return answer;
}

Keychain::Keychain(std::chrono::milliseconds patience, QObject *parent) : QObject(parent), m_patience(patience) {}

Keychain::~Keychain() = default;

void Keychain::read(const QString &key, QObject *context, Done done)
{
    ask(std::make_unique<QKeychain::ReadPasswordJob>(QLatin1String(kService)), key, context, std::move(done));
}

void Keychain::write(const QString &key, const QByteArray &secret, QObject *context, Done done)
{
    auto job = std::make_unique<QKeychain::WritePasswordJob>(QLatin1String(kService));
    job->setBinaryData(secret);  // As text a NUL would end it.
    ask(std::move(job), key, context, std::move(done));
}

void Keychain::remove(const QString &key, QObject *context, Done done)
{
    ask(std::make_unique<QKeychain::DeletePasswordJob>(QLatin1String(kService)), key, context, std::move(done));
}

void Keychain::ask(std::unique_ptr<QKeychain::Job> job, const QString &key, QObject *context, Done done)
{
    const quint64 id = ++m_lastId;
    job->setInsecureFallback(false);
    job->setKey(key);
    m_askers.insert(id, {context, std::move(done)});
    m_waiting.push_back({id, std::move(job)});
    QTimer::singleShot(m_patience, this, [this, id] { giveUp(id); });
    startNext();
}

void Keychain::startNext()
{
    if (m_isBusy || m_waiting.empty())
        return;
    m_isBusy = true;
    const quint64 id = m_waiting.front().id;
    // From here on it deletes itself: the keychain's answer goes to its address, however late that comes.
    QKeychain::Job *job = m_waiting.front().job.release();
    m_waiting.pop_front();
    connect(job, &QKeychain::Job::finished, this, [this, id](QKeychain::Job *finished) { take(id, finished); });
    job->start();
}

void Keychain::take(quint64 id, QKeychain::Job *job)
{
    m_isBusy = false;
    const KeychainAnswer known = answerOf(*job);
    if (isCertain(*job))
        answer(id, known);
    else
        secretservice::askState(job->service(), this, [=, this](auto state) { answer(id, corrected(known, state)); });
    startNext();
}

void Keychain::giveUp(quint64 id)
{
    std::erase_if(m_waiting, [id](const Waiting &waiting) { return waiting.id == id; });
    answer(id, {Outcome::Silent});
}

void Keychain::answer(quint64 id, const KeychainAnswer &answer)
{
    const Asker asker = m_askers.take(id);
    if (!asker.context)
        return;
    // Not from here: QtKeychain would take no other question while an answer is looked at, say in a dialog.
    QMetaObject::invokeMethod(
        asker.context, [done = asker.done, answer] { done(answer); }, Qt::QueuedConnection);
}
