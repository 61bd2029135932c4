// SPDX-License-Identifier: Apache-2.0
#include "accounts/keychainanswer.h"

#include <QCoreApplication>

static QString sentenceOf(KeychainAnswer::Outcome outcome)
{
    using enum KeychainAnswer::Outcome;
    switch (outcome) {
    case Done:
    case NoEntry: return {};
    case Absent: return QCoreApplication::translate("Keychain", "There is no keychain on this desktop.");
    case Locked: return QCoreApplication::translate("Keychain", "The keychain is locked.");
    case Denied: return QCoreApplication::translate("Keychain", "Access to the keychain was denied.");
    case Silent: return QCoreApplication::translate("Keychain", "The keychain did not answer in time.");
    case Failed: return QCoreApplication::translate("Keychain", "The keychain reported an error.");
    }
    return {};
}

std::optional<Error> KeychainAnswer::error() const
{
    if (outcome == Outcome::Done || outcome == Outcome::NoEntry)
        return {};
    return Error{Error::Kind::Keychain, sentenceOf(outcome), detail};
}
