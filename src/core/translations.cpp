// SPDX-License-Identifier: Apache-2.0
#include "core/translations.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Made of resources/translations/; not there in a program that is not linked with them.
QString catalogueOf(const QString &language)
{
    return u":/i18n/hubdeck_%1.qm"_s.arg(language);
}

/// Not QTranslator's own search: it takes the English of "de-DE, en" before it asks for a plain "de".
QString languageFor(const QStringList &wanted)
{
    for (QString language : wanted) {
        language.replace(u'-', u'_');
        for (; !language.isEmpty(); language = language.section(u'_', 0, -2)) {
            if (QFile::exists(catalogueOf(language)))
                return language;
        }
    }
    return u"en"_s;  // The sources' language, whose catalogue has its plurals.
}

}  // namespace

Translations::Translations(const QStringList &wanted) : m_language(languageFor(wanted))
{
    // What is missing stays as the sources have it: Qt's texts do not come with every system.
    if (m_qt.load("qtbase_"_L1 + m_language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_texts.load(catalogueOf(m_language)))
        QCoreApplication::installTranslator(&m_texts);
}

QStringList Translations::wanted()
{
    // Scripts set LC_ALL=C to read the same words everywhere; LANGUAGE, which Qt follows all the same, is no wish then.
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QByteArray locale = qgetenv(name);
        if (locale == "C" || locale == "POSIX")
            return {};
        if (!locale.isEmpty())
            break;
    }
    return QLocale().uiLanguages();
}
