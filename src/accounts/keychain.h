// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/keychainanswer.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>

namespace QKeychain {
class Job;
}

/// The operating system's keychain: one entry a key. Nothing else of ours keeps a secret.
///
/// Each question is answered once, later, never within the call; unless its context, or this, died before. Lives in the
/// main thread, as do the contexts: QtKeychain's answers come through that thread's event loop.
class Keychain : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const KeychainAnswer &)>;

    static constexpr const char *kService = "org.hubdeck.Hubdeck";

    /// \a patience: how long a question may take, with the time that somebody needs to unlock the keychain, before it
    /// is answered by Silent.
    explicit Keychain(std::chrono::milliseconds patience = std::chrono::minutes(1), QObject *parent = nullptr);
    ~Keychain() override;

    void read(const QString &key, QObject *context, Done done);
    /// In place of what the entry had. After Silent it may still come true, when the keychain is unlocked at last.
    void write(const QString &key, const QByteArray &secret, QObject *context, Done done);
    /// Done, too, where there is no such entry.
    void remove(const QString &key, QObject *context, Done done);

private:
    struct Asker {
        QPointer<QObject> context;
        Done done;
    };
    struct Waiting {
        quint64 id;
        std::unique_ptr<QKeychain::Job> job;
    };

    void ask(std::unique_ptr<QKeychain::Job> job, const QString &key, QObject *context, Done done);
    void startNext();
    void take(quint64 id, QKeychain::Job *job);
    void giveUp(quint64 id);
    void answer(quint64 id, const KeychainAnswer &answer);

    std::chrono::milliseconds m_patience;
    quint64 m_lastId = 0;
    QHash<quint64, Asker> m_askers;  ///< Who was not answered yet.
    std::deque<Waiting> m_waiting;   ///< QtKeychain asks one after another; what it has taken cannot be taken back.
    bool m_isBusy = false;           ///< It has one of ours, even if nobody waits for that any more.
};
