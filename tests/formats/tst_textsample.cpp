// SPDX-License-Identifier: Apache-2.0
#include "core/plaintext.h"
#include "formats/imagekind.h"
#include "formats/textsample.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using formats::TextSample;

class TestTextSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isWhole");
        QTest::addColumn<QString>("encoding");  // Empty: it is no text.
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QByteArray &bytes, const char *encoding, const QString &text,
                            bool isWhole = true) {
            QTest::newRow(name) << bytes << isWhole << QString::fromLatin1(encoding) << text;
        };
        row("an empty file", "", "UTF-8", u""_s);
        row("ASCII", "a\tb\r\nc\n", "UTF-8", u"a\tb\r\nc\n"_s);
        row("UTF-8", "\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80", "UTF-8", u"ä€😀"_s);
        row("UTF-8 with a mark",
            "\xef\xbb\xbf"
            "a",
            "UTF-8", u"a"_s);
        row("UTF-8 cut in the middle of a character", "ab\xe2\x82", "UTF-8", u"ab"_s, false);
        row("UTF-16 with a mark",
            QByteArray("\xff\xfe"
                       "a\0\xe4\0",
                       6),
            "UTF-16LE", u"aä"_s);
        row("UTF-16 the other way round", QByteArray("\xfe\xff\0a\0\xe4", 6), "UTF-16BE", u"aä"_s);
        row("UTF-16 cut in the middle of a character",
            QByteArray("\xff\xfe"
                       "a\0\xe4",
                       5),
            "UTF-16LE", u"a"_s, false);
        row("UTF-32 with a mark", QByteArray("\xff\xfe\0\0a\0\0\0", 8), "UTF-32LE", u"a"_s);
        row("UTF-32 the other way round", QByteArray("\0\0\xfe\xff\0\0\0a", 8), "UTF-32BE", u"a"_s);
        row("Windows-1252",
            "Gr\xfc\xdf"
            "e aus K\xf6ln, zusammen 5 \x80, mehr davon: \x84hier\x93",
            "Windows-1252", u"Grüße aus Köln, zusammen 5 €, mehr davon: „hier“"_s);
        row("a log with colours", "\x1b[31mred\x1b[0m\n", "UTF-8", u"\x1b[31mred\x1b[0m\n"_s);
        row("zero bytes", QByteArray("ab\0cd", 5), "", {});
        row("a zero byte behind much text", QByteArray(5000, 'a') + QByteArray("\0", 1), "", {});
        row("control characters", "\x01\x02\x03\x04 text", "", {});
        row("overlong UTF-8 that hides a slash", "\xc0\xaf\xc0\xaf\xc0\xaf", "", {});
        row("a lone surrogate in UTF-8", "\xed\xa0\x80\xed\xa0\x80", "", {});
        row("bytes behind the last character", "\xf8\x88\x80\x80\x80", "", {});
        row("half a character at the end of the file", "\x81\xe2\x82", "", {});
        row("what only begins like UTF-16", QByteArray("\xff\xfe\1\0\2\0\3\0\4\0\5\0", 12), "", {});
        row("a picture", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), "", {});
    }
    void tellsTheEncoding()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, isWhole);
        QFETCH(const QString, encoding);
        QFETCH(const QString, text);
        std::optional<TextSample> sample = TextSample::of(bytes, isWhole);
        QCOMPARE(sample.has_value(), !encoding.isEmpty());
        if (!sample)
            return;
        QCOMPARE(sample->encoding(), encoding);
        QCOMPARE(sample->decode(bytes), text);
    }

    void piecesMakeTheSameText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("UTF-8") << QByteArray("a\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80z");
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe"
                                              "a\0\x3d\xd8\0\xdez\0",
                                              10);
        QTest::newRow("Windows-1252") << QByteArray("Gr\xfc\xdf"
                                                    "e aus K\xf6ln am Rhein");
    }
    void piecesMakeTheSameText()
    {
        QFETCH(const QByteArray, bytes);
        const QString whole = TextSample::of(bytes, true)->decode(bytes);
        for (qsizetype cut = 4; cut < bytes.size(); ++cut) {
            std::optional<TextSample> sample = TextSample::of(bytes, true);
            const QString first = sample->decode(bytes.first(cut));
            QCOMPARE(first + sample->decode(bytes.sliced(cut)), whole);
        }
    }

    void whatIsBrokenLaterIsReplaced()
    {
        std::optional<TextSample> sample = TextSample::of("good", false);
        QVERIFY(sample);
        QCOMPARE(sample->decode("good"), u"good"_s);
        QCOMPARE(sample->decode("\xff"
                                "bad"),
                 u"\xfffd"
                 "bad"_s);
    }

    void showsWhatHides_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("lines and tabs stay") << u"a\tb\r\nc\n"_s << u"a\tb\nc\n"_s;
        QTest::newRow("backslashes stay") << u"\"\\u00e4\" ä"_s << u"\"\\u00e4\" ä"_s;
        QTest::newRow("a direction that turns what follows") << u"a\u202eb"_s << u"a\\u202eb"_s;
        QTest::newRow("isolates") << u"\u2066a\u2069"_s << u"\\u2066a\\u2069"_s;
        QTest::newRow("an escape of a terminal") << u"\x1b[31m"_s << u"\\u001b[31m"_s;
        QTest::newRow("a lone return") << u"a\rb"_s << u"a\\u000db"_s;
        QTest::newRow("a zero width space") << u"a\u200bb"_s << u"a\\u200bb"_s;
        QTest::newRow("a lone surrogate") << u"a"_s + QChar(0xd800) + u'b'
                                          << u"a\xfffd"
                                             "b"_s;
        QTest::newRow("a separator of lines") << u"a\u2028b"_s << u"a\\u2028b"_s;
        QTest::newRow("a joiner in Persian") << u"می\u200cخواهم"_s << u"می\u200cخواهم"_s;
        QTest::newRow("a joiner among plain letters") << u"a\u200cb"_s << u"a\\u200cb"_s;
    }
    void showsWhatHides()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, shown);
        QCOMPARE(core::visibleLines(text), shown);
    }

    void knowsImagesByTheirBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("kind");
        QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n....") << QByteArray("png");
        QTest::newRow("JPEG") << QByteArray("\xff\xd8\xff\xe0") << QByteArray("jpeg");
        QTest::newRow("GIF") << QByteArray("GIF89a") << QByteArray("gif");
        QTest::newRow("WebP") << QByteArray("RIFF\1\2\3\4WEBPVP8 ") << QByteArray("webp");
        QTest::newRow("a sound in RIFF") << QByteArray("RIFF\1\2\3\4WAVEfmt ") << QByteArray();
        QTest::newRow("SVG") << QByteArray("<svg/>") << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void knowsImagesByTheirBytes()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, kind);
        QCOMPARE(formats::imageKindOf(bytes), kind);
    }
};

QTEST_APPLESS_MAIN(TestTextSample)
#include "tst_textsample.moc"
