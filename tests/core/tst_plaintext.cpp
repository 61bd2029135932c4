// SPDX-License-Identifier: Apache-2.0
#include "core/plaintext.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestPlainText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatHides_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");

        const auto same = [](const char *title, const QString &text) { QTest::newRow(title) << text << text; };
        same("an ordinary name", u"config.json"_s);
        same("umlauts, Chinese, Arabic", u"größe 模型 نموذج"_s);
        same("an emoji beyond 16 bits", u"🤗 model"_s);
        same("an emoji in colour", u"❤\ufe0f"_s);
        same("markup is only text", u"<b>&amp;</b>"_s);
        same("a backslash", u"a\\b\\n"_s);
        same("an ideographic space", u"模\u3000型"_s);

        QTest::newRow("a turn of direction") << u"a\u202etxt.exe"_s << u"a\\u202etxt.exe"_s;
        QTest::newRow("a line break") << u"a\nb"_s << u"a\\u000ab"_s;
        QTest::newRow("an escape sequence of terminals") << u"\x1b[31m"_s << u"\\u001b[31m"_s;
        QTest::newRow("NUL") << u"a"_s + QChar(u'\0') << u"a\\u0000"_s;
        QTest::newRow("no width") << u"a\u200bb\ufeff"_s << u"a\\u200bb\\ufeff"_s;
        QTest::newRow("a soft hyphen") << u"a\u00adb"_s << u"a\\u00adb"_s;
        QTest::newRow("a space that is none") << u"a\u00a0b"_s << u"a\\u00a0b"_s;
        QTest::newRow("a filler") << u"a\u3164"_s << u"a\\u3164"_s;
        QTest::newRow("a variation of a letter") << u"a\ufe0f"_s << u"a\\ufe0f"_s;
        QTest::newRow("a tag beyond 16 bits") << u"a\U000e0041"_s << u"a\\U000e0041"_s;
        QTest::newRow("a line separator") << u"a\u2028b"_s << u"a\\u2028b"_s;
        QTest::newRow("text that poses as an escape") << u"a\\u202e"_s << u"a\\u005cu202e"_s;
    }

    void showsWhatHides()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(core::visible(text), shown);
    }
};

QTEST_APPLESS_MAIN(TestPlainText)
#include "tst_plaintext.moc"
