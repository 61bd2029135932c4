// SPDX-License-Identifier: Apache-2.0
#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// The language that the program speaks is the one that the environment asks for.
class TestLanguage : public QObject
{
    Q_OBJECT

    /// The first line of the program's help, with nothing but \a variables set.
    static QString helpIn(const QStringList &variables)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : {u"LC_ALL"_s, u"LC_MESSAGES"_s, u"LANG"_s, u"LANGUAGE"_s})
            environment.remove(name);
        for (const QString &variable : variables)
            environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
        QProcess program;
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(HUBDECK_CLI), {u"--help"_s});
        program.waitForFinished();
        return QString::fromUtf8(program.readAllStandardOutput()).section(u'\n', 0, 0);
    }

private Q_SLOTS:
    void isTheOneAskedFor_data()
    {
        QTest::addColumn<QStringList>("variables");
        QTest::addColumn<bool>("isGerman");
        const auto row = [](const char *name, const QStringList &variables, bool isGerman) {
            QTest::newRow(name) << variables << isGerman;
        };
        row("nothing is asked for", {}, false);
        row("German", {u"LANG=de_DE.UTF-8"_s}, true);
        row("German, whose locale is not installed, as another country has it", {u"LANG=de_LU.UTF-8"_s}, true);
        row("English", {u"LANG=en_GB.UTF-8"_s}, false);
        row("a language that there are no texts in", {u"LANG=fr_FR.UTF-8"_s}, false);
        row("messages apart from the rest", {u"LANG=en_US.UTF-8"_s, u"LC_MESSAGES=de_DE.UTF-8"_s}, true);
        row("a list of languages", {u"LANG=en_US.UTF-8"_s, u"LANGUAGE=fr:de"_s}, true);
        row("German of a country before English", {u"LANG=en_US.UTF-8"_s, u"LANGUAGE=de_AT:en"_s}, true);
        row("English before German", {u"LANG=de_DE.UTF-8"_s, u"LANGUAGE=en:de"_s}, false);
        row("scripts ask for the same words everywhere", {u"LANG=de_DE.UTF-8"_s, u"LANGUAGE=de"_s, u"LC_ALL=C"_s},
            false);
    }
    void isTheOneAskedFor()
    {
        QFETCH(QStringList, variables);
        QFETCH(bool, isGerman);
        const QString help = helpIn(variables);
        QVERIFY2(help.startsWith(isGerman ? "Aufruf: hubdeck-cli"_L1 : "Usage: hubdeck-cli"_L1), help.toUtf8());
    }
};

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
