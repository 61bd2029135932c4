// SPDX-License-Identifier: Apache-2.0
#include "formats/frontmatter.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestFrontMatter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsACard_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("yaml");
        QTest::addColumn<QString>("body");

        QTest::newRow("yaml, then markdown") << u"---\nlicense: mit\n---\n# Hi\n"_s << u"license: mit\n"_s << u"# Hi\n"_s;
        QTest::newRow("lines may end in CRLF") << u"---\r\na: 1\r\n---\r\nx"_s << u"a: 1\r\n"_s << u"x"_s;
        QTest::newRow("a byte order mark is dropped") << u"\ufeff---\na: 1\n---\nx"_s << u"a: 1\n"_s << u"x"_s;
        QTest::newRow("blank lines may come first") << u"\n\n---\na: 1\n---\nx"_s << u"a: 1\n"_s << u"x"_s;
        QTest::newRow("the end may be the end of the file") << u"---\na: 1\n---"_s << u"a: 1\n"_s << QString();
        QTest::newRow("empty yaml") << u"---\n---\nx"_s << QString() << u"x"_s;
        QTest::newRow("no front matter") << u"# Hi\n---\nx"_s << QString() << u"# Hi\n---\nx"_s;
        QTest::newRow("never closed") << u"---\na: 1\n"_s << QString() << u"---\na: 1\n"_s;
        QTest::newRow("a rule inside the body stays") << u"---\na: 1\n---\nx\n---\ny"_s << u"a: 1\n"_s << u"x\n---\ny"_s;
        QTest::newRow("dashes inside a value do not close") << u"---\na: x---\n---\ny"_s << u"a: x---\n"_s << u"y"_s;
    }

    void splitsACard()
    {
        QFETCH(QString, text);
        QFETCH(QString, yaml);
        QFETCH(QString, body);
        const Card card = formats::splitCard(text);
        QCOMPARE(card.yaml, yaml);
        QCOMPARE(card.body, body);
    }
};

QTEST_APPLESS_MAIN(TestFrontMatter)
#include "tst_frontmatter.moc"
