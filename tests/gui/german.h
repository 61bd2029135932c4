// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMutex>
#include <QStringList>
#include <QTranslator>

/// The German texts, noting what the program asks for that they do not have.
class German final : public QTranslator
{
public:
    German() { m_isRead = m_texts.load(QStringLiteral(":/i18n/hubdeck_de.qm")); }

    bool isEmpty() const override { return !m_isRead; }
    QString translate(const char *context, const char *source, const char *comment, int n) const override
    {
        const QString text = m_texts.translate(context, source, comment, n);
        if (text.isNull() && *source && *context != 'Q') {  // Those are Qt's own.
            const QMutexLocker lock(&m_mutex);
            m_unknown << QString::fromUtf8(context) + QStringLiteral(": ") + QString::fromUtf8(source);
        }
        return text;
    }

    QStringList unknown() const { return m_unknown; }

private:
    QTranslator m_texts;
    bool m_isRead = false;
    mutable QMutex m_mutex;  // Errors are worded in the engine's thread, too.
    mutable QStringList m_unknown;
};
