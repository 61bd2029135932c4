// SPDX-License-Identifier: Apache-2.0
#include "gui/repofacts.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestRepoFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesLicensesAsPeopleDo_data()
    {
        QTest::addColumn<QString>("license");
        QTest::addColumn<QString>("text");
        QTest::newRow("one with a version") << u"apache-2.0"_s << u"Apache 2.0"_s;
        QTest::newRow("an abbreviation") << u"mit"_s << u"MIT"_s;
        QTest::newRow("several abbreviations") << u"cc-by-nc-sa-4.0"_s << u"CC BY NC SA 4.0"_s;
        QTest::newRow("one with a digit") << u"cc0-1.0"_s << u"CC0 1.0"_s;
        QTest::newRow("an abbreviation and a word") << u"bsd-3-clause"_s << u"BSD 3 clause"_s;
        QTest::newRow("a name") << u"llama3"_s << u"Llama3"_s;
        QTest::newRow("one that turns the line around") << u"mit\u202e"_s << u"Mit\\u202e"_s;
    }

    void writesLicensesAsPeopleDo()
    {
        QFETCH(const QString, license);
        RepoInfo info;
        info.license = license;
        QStringList texts;
        for (const look::Badge &fact : gui::factsOf(info, RepoType::Model, false))
            texts << fact.text;
        QTEST(texts.value(1), "text");
    }
};

QTEST_GUILESS_MAIN(TestRepoFacts)
#include "tst_repofacts.moc"
