// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

/// What keeps the message of \a error from being one sentence for people, without an address or a token; empty:
/// nothing.
inline QString whyNoSentence(const Error &error)
{
    const QString &text = error.message;
    if (!text.endsWith(QChar(u'.')) && !text.endsWith(QChar(u'?')))
        return QStringLiteral("It does not end as a sentence does: ") + text;
    if (text.contains(QLatin1String(". ")) || text.contains(QChar(u'\n')) || text.size() > 300)
        return QStringLiteral("It is not one sentence: ") + text;
    for (const auto &secret : {QLatin1String("hf_"), QLatin1String("Bearer"), QLatin1String("Signature")}) {
        if (text.contains(secret) || error.detail.contains(secret))
            return QStringLiteral("It tells too much: %1 (%2)").arg(text, error.detail);
    }
    const bool hasAddress = text.contains(QLatin1String("://")) || text.contains(QLatin1String("127.0.0.1"));
    return hasAddress ? QStringLiteral("It has an address: ") + text : QString();
}
