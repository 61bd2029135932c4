// SPDX-License-Identifier: Apache-2.0
#include "core/glob.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestGlob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesLikePython_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("matches");

        const auto row = [](const char *title, const QString &pattern, const QString &path, bool matches) {
            QTest::newRow(title) << pattern << path << matches;
        };
        row("a name", u"config.json"_s, u"config.json"_s, true);
        row("the whole path counts", u"config.json"_s, u"a/config.json"_s, false);
        row("case counts", u"*.JSON"_s, u"a.json"_s, false);
        row("a star crosses slashes", u"*.json"_s, u"a/b/c.json"_s, true);
        row("a star takes nothing, too", u"a*b"_s, u"ab"_s, true);
        row("two stars are one", u"a/**/b"_s, u"a/x/y/b"_s, true);
        row("a star between", u"data/*.json"_s, u"data/sub/x.json"_s, true);
        row("a star takes line breaks", u"a*b"_s, u"a\nb"_s, true);
        row("a question mark is one character", u"a?c"_s, u"abc"_s, true);
        row("a question mark is not none", u"a?c"_s, u"ac"_s, false);
        row("a question mark is one emoji", u"?.txt"_s, u"🤗.txt"_s, true);
        row("an ending slash takes all below", u"onnx/"_s, u"onnx/a/b"_s, true);
        row("an ending slash takes nothing else", u"onnx/"_s, u"onnx"_s, false);
        row("a set", u"[abc].txt"_s, u"b.txt"_s, true);
        row("not in a set", u"[abc].txt"_s, u"d.txt"_s, false);
        row("a range", u"v[0-9]"_s, u"v7"_s, true);
        row("out of a range", u"v[0-9]"_s, u"va"_s, false);
        row("a negated set", u"[!abc]"_s, u"d"_s, true);
        row("in a negated set", u"[!abc]"_s, u"a"_s, false);
        row("a negated set takes a slash", u"a[!b]c"_s, u"a/c"_s, true);
        row("a caret is only a character", u"[^a]"_s, u"a"_s, true);
        row("a bracket that nothing closes", u"a[b"_s, u"a[b"_s, true);
        row("a bracket that nothing closes is no set", u"a[b"_s, u"ab"_s, false);
        row("a closing bracket first in a set", u"[]x]"_s, u"]"_s, true);
        row("a closing bracket first in a negated set", u"[!]]"_s, u"]"_s, false);
        row("a hyphen first", u"[-a]"_s, u"-"_s, true);
        row("a hyphen last", u"[a-]"_s, u"-"_s, true);
        row("a range that runs backwards holds nothing", u"[z-a]"_s, u"m"_s, false);
        row("what stands beside a backward range stays", u"[z-ax]"_s, u"x"_s, true);
        row("a negated backward range holds all", u"[!z-a]"_s, u"m"_s, true);
        row("two ranges", u"[a-cx-z]"_s, u"y"_s, true);
        row("a chained hyphen", u"[a-c-e]"_s, u"d"_s, false);
        row("a chained hyphen is one", u"[a-c-e]"_s, u"-"_s, true);
        row("a dot is only a dot", u"a.b"_s, u"axb"_s, false);
        row("other marks are only marks", u"a+(b)|c$"_s, u"a+(b)|c$"_s, true);
        row("an empty pattern", u""_s, u""_s, true);
        row("an empty pattern takes nothing else", u""_s, u"a"_s, false);
        row("a backslash is a slash", u"data\\*.json"_s, u"data/x.json"_s, true);
        row("a star at the end after a miss", u"*a*b*"_s, u"xxaxxbxx"_s, true);
    }

    void matchesLikePython()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, path);
        QFETCH(bool, matches);
        QCOMPARE(core::globMatches(pattern, path), matches);
    }

    void answersQuicklyToManyStars()
    {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!core::globMatches(u"*a"_s.repeated(200) + u"b"_s, QString(10'000, u'a')));
        QVERIFY(timer.elapsed() < 2000);
    }

    void filters_data()
    {
        QTest::addColumn<QStringList>("include");
        QTest::addColumn<QStringList>("exclude");
        QTest::addColumn<QStringList>("taken");

        const QStringList all{u"README.md"_s, u"a.bin"_s, u"onnx/b.bin"_s};
        QTest::newRow("no patterns take everything") << QStringList() << QStringList() << all;
        QTest::newRow("include") << QStringList{u"*.bin"_s} << QStringList() << QStringList{all[1], all[2]};
        QTest::newRow("exclude") << QStringList() << QStringList{u"onnx/"_s} << QStringList{all[0], all[1]};
        QTest::newRow("exclude wins") << QStringList{u"*.bin"_s, u"*.md"_s} << QStringList{u"onnx/*"_s}
                                      << QStringList{all[0], all[1]};
        QTest::newRow("nothing fits") << QStringList{u"*.txt"_s} << QStringList() << QStringList();
    }

    void filters()
    {
        QFETCH(QStringList, include);
        QFETCH(QStringList, exclude);
        QFETCH(QStringList, taken);
        const core::PathFilter filter(include, exclude);
        QStringList got;
        for (const QString &path : {u"README.md"_s, u"a.bin"_s, u"onnx/b.bin"_s}) {
            if (filter.takes(path))
                got << path;
        }
        QCOMPARE(got, taken);
    }
};

QTEST_APPLESS_MAIN(TestGlob)
#include "tst_glob.moc"
