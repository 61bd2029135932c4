// SPDX-License-Identifier: Apache-2.0
#include "core/safename.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestSafeName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatMustNotBeWritten_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("safe");

        const auto bad = [](const char *title, const QString &path) { QTest::newRow(title) << path << false; };
        bad("nothing", u""_s);
        bad("climbs", u"../x"_s);
        bad("climbs inside", u"a/../b"_s);
        bad("climbs at the end", u"a/.."_s);
        bad("a dot", u"a/./b"_s);
        bad("absolute", u"/etc/passwd"_s);
        bad("an empty part", u"a//b"_s);
        bad("a slash at the end", u"a/"_s);
        bad("a drive", u"C:/x"_s);
        bad("a drive below a folder", u"a/C:x"_s);
        bad("a drive's current folder", u"D:foo"_s);
        bad("backslashes", u"a\\..\\b"_s);
        bad("a share", u"\\\\server\\x"_s);
        bad("NUL", u"a"_s + QChar(u'\0') + u"b"_s);
        bad("a line break", u"a\nb"_s);
        bad("DEL", u"a\x7f"_s);
        bad("a C1 control", u"a\u0085"_s);
        bad("a lone surrogate", u"a"_s + QChar(0xd800));
        bad("git's folder", u".git/config"_s);
        bad("git's folder, in capitals", u"a/.GIT/hooks/pre-commit"_s);
        bad("git's folder, as macOS reads it", u".g\u200cit/config"_s);
        bad("git's folder, by its short name", u"GIT~1/config"_s);
        bad("a device", u"CON"_s);
        bad("a device with an ending", u"a/aux.txt"_s);
        bad("a device and a space", u"nul .txt"_s);
        bad("a port", u"com7.tar.gz"_s);
        bad("a port with a raised digit", u"LPT\u00b2"_s);
        bad("a dot at the end", u"a./b"_s);
        bad("a space at the end", u"a /b"_s);
        bad("256 bytes", QString(256, u'a'));
        bad("256 bytes in 128 characters", QString(128, u'ä'));

        const auto good = [](const char *title, const QString &path) { QTest::newRow(title) << path << true; };
        good("an ordinary path", u"onnx/model.onnx"_s);
        good("a hidden file", u".gitattributes"_s);
        good("spaces, marks and umlauts", u"a b/größe #1 100%+.txt"_s);
        good("a leading space", u" a"_s);
        good("three dots and more", u"a/...b"_s);
        good("a time", u"logs/12:30.txt"_s);
        good("a name that begins like a device", u"console.txt"_s);
        good("a port without number", u"com.txt"_s);
        good("bidi characters: shown escaped, legal on the Hub", u"a\u202eb"_s);
        good("255 bytes", QString(255, u'a'));
        good("an emoji", u"🤗.txt"_s);
    }

    void refusesWhatMustNotBeWritten()
    {
        QFETCH(QString, path);
        QFETCH(bool, safe);
        QCOMPARE(core::whyUnsafe(path).isEmpty(), safe);
    }

    void knowsRevisions_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");

        QTest::newRow("a branch") << u"main"_s << true;
        QTest::newRow("a branch with slashes") << u"feat/x/y"_s << true;
        QTest::newRow("a tag") << u"v1.0"_s << true;
        QTest::newRow("an umlaut") << u"größe"_s << true;
        QTest::newRow("a percent sign and a hash") << u"a%2Fb#c"_s << true;
        QTest::newRow("a pull request") << u"refs/pr/1"_s << true;
        QTest::newRow("nothing") << u""_s << false;
        QTest::newRow("climbs") << u"../../x"_s << false;
        QTest::newRow("absolute") << u"/x"_s << false;
        QTest::newRow("an empty part") << u"a//b"_s << false;
        QTest::newRow("a hidden part") << u"a/.b"_s << false;
        QTest::newRow("a lock") << u"a.lock/b"_s << false;
        QTest::newRow("an option") << u"-x"_s << false;
        QTest::newRow("a backslash") << u"a\\b"_s << false;
        QTest::newRow("a space") << u"a b"_s << false;
        QTest::newRow("a line break") << u"a\nb"_s << false;
    }

    void knowsRevisions()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        QCOMPARE(core::isRevision(text), valid);
    }

    void knowsHashes()
    {
        const QString sha1 = u"607a30d783dfa663caf39e06633721c8d4cfcd7e"_s;
        const QString sha256 = QString(64, u'a');
        QVERIFY(core::isCommit(sha1));
        QVERIFY(!core::isCommit(sha1.toUpper()));
        QVERIFY(!core::isCommit(sha1.chopped(1)));
        QVERIFY(!core::isCommit(sha1.chopped(1) + u'/'));
        QVERIFY(!core::isCommit(sha256));
        QVERIFY(core::isContentName(sha1));
        QVERIFY(core::isContentName(sha256));
        QVERIFY(!core::isContentName(u"../../../x"_s));
        QVERIFY(!core::isContentName({}));
        QVERIFY(!core::isContentName(sha1.chopped(1) + QChar(0x0661)));  // A digit, but none of ours.
    }
};

QTEST_APPLESS_MAIN(TestSafeName)
#include "tst_safename.moc"
