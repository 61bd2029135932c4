// SPDX-License-Identifier: Apache-2.0
#include "models/checkedpaths.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestCheckedPaths : public QObject
{
    Q_OBJECT

    static FileTree tree()
    {
        FileTree files;
        for (const QString &path : {u"README.md"_s, u"onnx/a.onnx"_s, u"onnx/deep/b.onnx"_s, u"onnx/deep/c.onnx"_s})
            files.add({{path, 1, QString(40, u'a')}});
        return files;
    }

    /// "+a/" checks the folder a, "-a/b" takes the file a/b out again.
    static CheckedPaths marked(const QString &marks)
    {
        CheckedPaths checked;
        for (const QString &mark : marks.split(u' ', Qt::SkipEmptyParts)) {
            const bool isFolder = mark.endsWith(u'/');
            checked.set(mark.sliced(1).chopped(isFolder ? 1 : 0), isFolder, mark.startsWith(u'+'));
        }
        return checked;
    }

private Q_SLOTS:
    void saysTheStateOfAPath_data()
    {
        QTest::addColumn<QString>("marks");
        QTest::addColumn<QString>("path");
        QTest::addColumn<Qt::CheckState>("state");

        QTest::newRow("nothing is checked at first") << u""_s << u"a"_s << Qt::Unchecked;
        QTest::newRow("a file that was checked") << u"+a"_s << u"a"_s << Qt::Checked;
        QTest::newRow("a name that only begins alike") << u"+a"_s << u"ab"_s << Qt::Unchecked;
        QTest::newRow("all below a checked folder") << u"+a/"_s << u"a/b/c"_s << Qt::Checked;
        QTest::newRow("what was taken out of it again") << u"+a/ -a/b"_s << u"a/b"_s << Qt::Unchecked;
        QTest::newRow("its neighbours stay") << u"+a/ -a/b"_s << u"a/c"_s << Qt::Checked;
        QTest::newRow("a folder that lacks a file") << u"+a/ -a/b"_s << u"a"_s << Qt::PartiallyChecked;
        QTest::newRow("a folder of which one file is checked") << u"+a/b/c"_s << u"a"_s << Qt::PartiallyChecked;
        QTest::newRow("a folder beside it") << u"+a/b/c"_s << u"a/d"_s << Qt::Unchecked;
        QTest::newRow("a folder checked over its files") << u"+a/b -a/c +a/"_s << u"a"_s << Qt::Checked;
        QTest::newRow("a folder unchecked over its files") << u"+a/b +a/c -a/"_s << u"a"_s << Qt::Unchecked;
        QTest::newRow("put back what was taken out") << u"+a/ -a/b +a/b"_s << u"a"_s << Qt::Checked;
    }

    void saysTheStateOfAPath()
    {
        QFETCH(const QString, marks);
        QFETCH(const QString, path);
        QTEST(marked(marks).stateOf(path), "state");
    }

    void tellsADownloadWhatToTake_data()
    {
        QTest::addColumn<QString>("marks");
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<QStringList>("exclude");

        QTest::newRow("files by their paths") << u"+README.md"_s << QStringList{u"README.md"_s} << QStringList{};
        QTest::newRow("a folder ends in a slash") << u"+onnx/"_s << QStringList{u"onnx/"_s} << QStringList{};
        QTest::newRow("what was taken out is left out")
            << u"+onnx/ -onnx/deep/"_s << QStringList{u"onnx/"_s} << QStringList{u"onnx/deep/"_s};
        QTest::newRow("a name with signs of a pattern means itself")
            << u"+a/ -a/x[1]*?"_s << QStringList{u"a/"_s} << QStringList{u"a/x[[]1][*][?]"_s};
        QTest::newRow("a file put back into the plan alone")
            << u"+onnx/ -onnx/deep/ +onnx/deep/c.onnx"_s << QStringList{u"onnx/a.onnx"_s, u"onnx/deep/c.onnx"_s}
            << QStringList{};
    }

    void tellsADownloadWhatToTake()
    {
        QFETCH(const QString, marks);
        const FileTree files = tree();
        const CheckedPaths::Wish wish = marked(marks).wishOf(&files);
        QTEST(wish.paths, "paths");
        QTEST(wish.exclude, "exclude");
    }

    void refusesWhatItCouldNotSayWithoutTheFiles()
    {
        const CheckedPaths checked = marked(u"+onnx/ -onnx/deep/"_s);
        QVERIFY(!checked.maySet(u"onnx/deep/c.onnx"_s, true));
        QVERIFY(checked.maySet(u"onnx/deep"_s, true));
        QVERIFY(checked.maySet(u"README.md"_s, true));
        QVERIFY(checked.maySet(u"onnx/a.onnx"_s, false));
    }
};

QTEST_APPLESS_MAIN(TestCheckedPaths)
#include "tst_checkedpaths.moc"
