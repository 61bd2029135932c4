// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QTranslator>

/// The program's texts, and Qt's own, in a language of the user's: for as long as it lives, and the application does.
class Translations final
{
public:
    /// The first of \a wanted that there are texts in ("de" will do for "de-AT"); where there is none, English.
    explicit Translations(const QStringList &wanted);
    Q_DISABLE_COPY_MOVE(Translations)

    /// The user's languages, the dearest first; none where the environment asks for programs as they were written.
    static QStringList wanted();

    /// As its catalogue is named: "de".
    QString language() const { return m_language; }

private:
    QString m_language;
    QTranslator m_texts;
    QTranslator m_qt;
};
