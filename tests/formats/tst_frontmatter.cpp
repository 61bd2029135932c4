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

        QTest::newRow("yaml, then markdown")
            << u"---\nlicense: mit\n---\n# Hi\n"_s << u"license: mit\n"_s << u"# Hi\n"_s;
        QTest::newRow("lines may end in CRLF") << u"---\r\na: 1\r\n---\r\nx"_s << u"a: 1\r\n"_s << u"x"_s;
        QTest::newRow("a byte order mark is dropped") << u"\ufeff---\na: 1\n---\nx"_s << u"a: 1\n"_s << u"x"_s;
        QTest::newRow("blank lines may come first") << u"\n\n---\na: 1\n---\nx"_s << u"a: 1\n"_s << u"x"_s;
        QTest::newRow("the end may be the end of the file") << u"---\na: 1\n---"_s << u"a: 1\n"_s << QString();
        QTest::newRow("empty yaml") << u"---\n---\nx"_s << QString() << u"x"_s;
        QTest::newRow("no front matter") << u"# Hi\n---\nx"_s << QString() << u"# Hi\n---\nx"_s;
        QTest::newRow("never closed") << u"---\na: 1\n"_s << QString() << u"---\na: 1\n"_s;
        QTest::newRow("a rule inside the body stays")
            << u"---\na: 1\n---\nx\n---\ny"_s << u"a: 1\n"_s << u"x\n---\ny"_s;
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

    void readsFields_data()
    {
        QTest::addColumn<QString>("yaml");
        QTest::addColumn<QStringList>("words");  // Of the key "k".
        QTest::newRow("a word") << u"k: apache-2.0\n"_s << QStringList{u"apache-2.0"_s};
        QTest::newRow("a word in quotes") << u"k: \"a: b # c\"\n"_s << QStringList{u"a: b # c"_s};
        QTest::newRow("a comment behind it") << u"k: mit # the usual\n"_s << QStringList{u"mit"_s};
        QTest::newRow("lines that end in CRLF") << u"k: mit\r\nl: x\r\n"_s << QStringList{u"mit"_s};
        QTest::newRow("a list") << u"k:\n- en\n- de\nl: x\n"_s << QStringList{u"en"_s, u"de"_s};
        QTest::newRow("a list that stands further in") << u"k:\n  - en\n  - 'de'\n"_s << QStringList{u"en"_s, u"de"_s};
        QTest::newRow("a list in brackets") << u"k: [en, \"de\"]\n"_s << QStringList{u"en"_s, u"de"_s};
        QTest::newRow("brackets that never close") << u"k: [en, de\n"_s << QStringList{u"en"_s, u"de"_s};
        QTest::newRow("nothing") << u"k:\nl: x\n"_s << QStringList();
        QTest::newRow("null") << u"k: null\n"_s << QStringList();
        QTest::newRow("structures") << u"k:\n- name: x\n  results:\n    - task: y\n"_s << QStringList();
        QTest::newRow("the same name further in") << u"l:\n  k: x\n"_s << QStringList();
        QTest::newRow("a quote that never closes") << u"k: \"open\n"_s << QStringList{u"open"_s};
    }
    void readsFields()
    {
        QFETCH(const QString, yaml);
        QFETCH(const QStringList, words);
        QCOMPARE(formats::fieldsOf(yaml).value(u"k"_s), words);
    }

    void readsOnlySoManyWords()
    {
        QVERIFY(formats::fieldsOf(u"k:\n"_s + u"- x\n"_s.repeated(100'000)).value(u"k"_s).size() <= 50);
    }
};

QTEST_APPLESS_MAIN(TestFrontMatter)
#include "tst_frontmatter.moc"
