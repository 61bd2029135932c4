// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/keychain.h"

#include <QTest>

#include <optional>

/// Asks a keychain, and has what it answered.
class KeychainRig : public QObject
{
public:
    explicit KeychainRig(std::chrono::milliseconds patience = std::chrono::minutes(1)) : m_keychain(patience) {}

    KeychainAnswer read(const QString &key)
    {
        return answerTo([&](auto done) { m_keychain.read(key, this, done); });
    }
    KeychainAnswer write(const QString &key, const QByteArray &secret)
    {
        return answerTo([&](auto done) { m_keychain.write(key, secret, this, done); });
    }
    KeychainAnswer remove(const QString &key)
    {
        return answerTo([&](auto done) { m_keychain.remove(key, this, done); });
    }

    Keychain &keychain() { return m_keychain; }

private:
    template<typename Ask>
    KeychainAnswer answerTo(Ask ask)
    {
        std::optional<KeychainAnswer> answer;
        bool isWithinCall = true;
        ask([&](const KeychainAnswer &given) {
            if (answer || isWithinCall)
                qFatal("answered twice, or within the call");
            answer = given;
        });
        isWithinCall = false;
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 120'000))
            qFatal("no answer");
        return *answer;
    }

    Keychain m_keychain;
};
