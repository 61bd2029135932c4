// SPDX-License-Identifier: Apache-2.0
#include "support/catalogue.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kRoot = QStringLiteral(SOURCE_DIR);

/// Tables, each text of which QT_TRANSLATE_NOOP marks where it stands.
const QStringList kTables{u"cli/main.cpp"_s, u"gui/cardfacts.cpp"_s, u"hub/replyerror.cpp"_s,
                          u"models/previewkind.cpp"_s, u"models/tasktexts.cpp"_s};

/// What ends in a full stop of its own: abbreviations.
const QStringList kAbbreviations{u"Tsd."_s, u"Mio."_s, u"Mrd."_s};

QString catalogueOf(const QString &language)
{
    return u"hubdeck_%1.ts"_s.arg(language);
}

/// What \a form finds in \a text, sorted.
QStringList all(const QString &text, const QRegularExpression &form)
{
    QStringList found;
    for (auto match = form.globalMatch(text); match.hasNext();)
        found << match.next().captured();
    found.sort();
    return found;
}

/// The mark that \a text ends in; none for a letter or figure.
QString endOf(const QString &text)
{
    const bool isAbbreviation
        = std::ranges::any_of(kAbbreviations, [&](const QString &end) { return text.endsWith(end); });
    return text.isEmpty() || isAbbreviation || !u".,:;!?…"_s.contains(text.back()) ? QString() : QString(text.back());
}

QStringList namesOf(const QList<CatalogueText> &texts)
{
    QStringList names;
    for (const CatalogueText &text : texts)
        names << text.name();
    return names;
}

}  // namespace

/// The catalogues have what the sources say, all of it and nothing else, and say it in each language as it should be.
class TestTranslations : public QObject
{
    Q_OBJECT

    QTemporaryDir m_updated;
    QHash<QString, QList<CatalogueText>> m_texts;

    void addLanguages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("German") << u"de"_s;
    }

    /// \a check says what is wrong with a translation, or nothing.
    template<typename Check>
    void checkAll(Check check)
    {
        QFETCH(QString, language);
        QStringList faults;
        for (const CatalogueText &text : m_texts[language]) {
            for (int form = 0; form < text.translations.size(); ++form) {
                if (!check(text, text.translations[form], form))
                    faults << text.name() + u" → "_s + text.translations[form];
            }
        }
        QVERIFY2(faults.isEmpty(), faults.join(u'\n').toUtf8());
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &language : {u"en"_s, u"de"_s}) {
            const QString path = kRoot + u"/resources/translations/"_s + catalogueOf(language);
            m_texts[language] = readCatalogue(path);
            QVERIFY2(!m_texts[language].isEmpty(), path.toUtf8());
            QVERIFY(QFile::copy(path, m_updated.filePath(catalogueOf(language))));
        }
        QProcess update;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LUPDATE"_s, QStringLiteral(LUPDATE));
        update.setProcessEnvironment(environment);
        update.start(kRoot + u"/resources/translations/update.sh"_s, {m_updated.path()});
        QVERIFY(update.waitForFinished());
        QCOMPARE(update.readAllStandardError(), QByteArray());  // A context that it did not understand, for one.
        QCOMPARE(update.exitCode(), 0);
    }

    void eachTextOfTheSourcesIsThereAndNoOther_data() { addLanguages(); }
    void eachTextOfTheSourcesIsThereAndNoOther()
    {
        QFETCH(QString, language);
        const QStringList said = namesOf(readCatalogue(m_updated.filePath(catalogueOf(language))));
        const QStringList known = namesOf(m_texts[language]);
        QStringList faults;
        for (const QString &name : said) {
            if (!known.contains(name))
                faults << u"missing: "_s + name;
        }
        for (const QString &name : known) {
            if (!said.contains(name))
                faults << u"not in the sources: "_s + name;
        }
        QVERIFY2(faults.isEmpty(), faults.join(u'\n').toUtf8());
    }

    void eachTextIsTranslated_data() { addLanguages(); }
    void eachTextIsTranslated()
    {
        QFETCH(QString, language);
        for (const CatalogueText &text : m_texts[language]) {
            QVERIFY2(text.type.isEmpty(), (text.type + u": "_s + text.name()).toUtf8());
            QVERIFY2(text.translations.size() == (text.isNumerus ? 2 : 1), text.name().toUtf8());
        }
        checkAll([](const CatalogueText &, const QString &translation, int) { return !translation.isEmpty(); });
    }

    void placeholdersAreTheSame_data() { addLanguages(); }
    void placeholdersAreTheSame()
    {
        static const QRegularExpression form(u"%L?(\\d{1,2}|n)"_s);
        checkAll([](const CatalogueText &text, const QString &translation, int number) {
            QStringList wanted = all(text.source, form);
            if (wanted == all(translation, form))
                return true;
            const bool isOne = text.isNumerus && number == 0;  // "A download": one need not be a figure.
            wanted.removeIf([](const QString &name) { return name.endsWith(u'n'); });
            return isOne && wanted == all(translation, form);
        });
    }

    void sentencesEndAlike_data() { addLanguages(); }
    void sentencesEndAlike()
    {
        checkAll([](const CatalogueText &text, const QString &translation, int) {
            return endOf(text.source) == endOf(translation);
        });
    }

    void spacesStandAlike_data() { addLanguages(); }
    void spacesStandAlike()
    {
        checkAll([](const CatalogueText &text, const QString &translation, int) {
            return (text.source.trimmed() == text.source) == (translation.trimmed() == translation)
                && text.source.count(u'\n') == translation.count(u'\n');
        });
    }

    void acceleratorsAreKept_data() { addLanguages(); }
    void acceleratorsAreKept()
    {
        static const QRegularExpression form(u"&\\w"_s);
        checkAll([](const CatalogueText &text, const QString &translation, int) {
            return all(text.source, form).size() == all(translation, form).size();
        });
    }

    void acceleratorsOfAMenuDiffer_data() { addLanguages(); }
    void acceleratorsOfAMenuDiffer()
    {
        QFETCH(QString, language);
        static const QRegularExpression form(u"&\\w"_s);
        QHash<QString, QStringList> taken;
        for (const CatalogueText &text : m_texts[language]) {
            for (const QString &key : all(text.translations.constFirst().toLower(), form)) {
                QVERIFY2(!taken[text.context].contains(key), text.name().toUtf8());
                taken[text.context] << key;
            }
        }
    }

    void germanQuotesAreGerman()
    {
        for (const CatalogueText &text : m_texts[u"de"_s]) {
            for (const QString &translation : text.translations) {
                QVERIFY2(!translation.contains(u'"') && !translation.contains(u'”'), translation.toUtf8());
                QCOMPARE(translation.count(u'„'), translation.count(u'“'));
            }
        }
    }

    void noTextHidesFromLupdate_data()
    {
        QTest::addColumn<QString>("form");
        QTest::newRow("a text is written where it is translated")
            << u"(\\btr\\(|QCoreApplication::translate\\(\\s*\"[^\"]*\",)\\s*[^\"\\s]"_s;
        QTest::newRow("no widget is given words as they are")
            << u"\\bset(Text|ToolTip|WindowTitle|PlaceholderText|AccessibleName|AccessibleDescription|InformativeText|Detail|Reason)\\(\\s*(u|QStringLiteral\\()?\"[A-Z]"_s;
        QTest::newRow("no button, menu or tab is")
            << u"\\badd(Action|Button|Menu|Tab|Row)\\(\\s*(u|QStringLiteral\\()?\"[A-Z]"_s;
        QTest::newRow("the tour presses what has a name in any language") << u"\\bfind<\\w+>\\(\\s*u\""_s;
        QTest::newRow("no error is") << u"Error::Kind::\\w+,\\s*(u|QStringLiteral\\()?\"\\w"_s;
    }
    void noTextHidesFromLupdate()
    {
        QFETCH(QString, form);
        const QRegularExpression hidden(form);
        static const QRegularExpression comment(u"(?<!:)//.*"_s);
        const QDir sources(kRoot + u"/src"_s);
        QDirIterator files(sources.path(), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        QStringList faults;
        while (files.hasNext()) {
            QFile file(files.next());
            const QString name = sources.relativeFilePath(file.fileName());
            if (name.startsWith("localhub/"_L1) || kTables.contains(name))
                continue;  // Nobody but developers starts a localhub.
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll()).remove(comment);
            for (auto match = hidden.globalMatch(text); match.hasNext();)
                faults << name + u": "_s + text.mid(match.next().capturedStart(), 80).simplified();
        }
        QVERIFY2(faults.isEmpty(), faults.join(u'\n').toUtf8());
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
