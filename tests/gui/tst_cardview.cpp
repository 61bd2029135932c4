// SPDX-License-Identifier: Apache-2.0
#include "gui/cardview.h"

#include <QTest>
#include <QTextDocument>

using namespace Qt::Literals::StringLiterals;

class TestCardView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheFrontMatterSays_data()
    {
        QTest::addColumn<QString>("yaml");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("the main fields")
            << u"license: apache-2.0\nlibrary_name: transformers\npipeline_tag: text-generation\n"_s
            << QStringList{u"Licence"_s, u"Apache 2.0"_s, u"Transformers"_s, u"Text generation"_s};
        QTest::newRow("lists") << u"language:\n- en\n- de\ntags: [a, b]\n"_s << QStringList{u"en, de"_s, u"a, b"_s};
        QTest::newRow("markup, as it is written")
            << u"license: <b>x</b>\ntags: ['![a](http://x.test/a.png)', '<a href=\"x\">y</a>']\n"_s
            << QStringList{u"<b>x</b>"_s, u"![a](http://x.test/a.png)"_s, u"<a href=\"x\">y</a>"_s};
        QTest::newRow("what turns the text") << u"base_model: a\u202eb\n"_s << QStringList{u"a\\u202eb"_s};
        QTest::newRow("what is far too long")
            << u"base_model: "_s + u"x"_s.repeated(5000) << QStringList{u"x"_s.repeated(100) + u'…'};
    }
    void saysWhatTheFrontMatterSays()
    {
        QFETCH(const QString, yaml);
        QFETCH(const QStringList, said);
        CardView card;
        card.setCard(u"---\n"_s + yaml + u"\n---\n# Title\n\nBody.\n"_s);
        const QString text = card.toPlainText();
        for (const QString &words : said)
            QVERIFY2(text.contains(words), qPrintable(text));
        QVERIFY(text.indexOf(said.first()) < text.indexOf(u"Title"_s));
        QVERIFY(!text.contains(u"---"_s));
        QVERIFY(!card.toHtml().contains(u"<a href"_s));
    }

    void saysNothingWithoutOne()
    {
        CardView card;
        card.setCard(u"# Title\n\nBody.\n"_s);
        QVERIFY(card.toPlainText().startsWith(u"Title"_s));
    }

    void unknownFieldsAreLeftOut()
    {
        CardView card;
        card.setCard(u"---\nmodel-index:\n- name: x\nwidget: y\n---\n# Title\n"_s);
        QVERIFY(card.toPlainText().startsWith(u"Title"_s));
    }
};

QTEST_MAIN(TestCardView)
#include "tst_cardview.moc"
