// SPDX-License-Identifier: Apache-2.0
#include "core/filetree.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

FileTree treeOf(const QStringList &paths)
{
    FileTree tree;
    for (const QString &path : paths)
        tree.add({RemoteFile{path, path.size(), {}}});
    return tree;
}

/// "onnx/ (2, 17)" is a folder with two files of 17 bytes.
QStringList textsOf(const QList<FolderEntry> &entries)
{
    QStringList texts;
    for (const FolderEntry &entry : entries)
        texts << (entry.isFolder ? u"%1/ (%2, %3)"_s.arg(entry.name).arg(entry.files).arg(entry.bytes) : entry.name);
    return texts;
}

}  // namespace

class TestFileTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWhatAFolderHolds_data()
    {
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QStringList>("rows");

        QTest::newRow("nothing") << QStringList() << u""_s << QStringList();
        QTest::newRow("folders come first")
            << QStringList{u"a.txt"_s, u"z/b"_s, u"z/c/d"_s} << u""_s << QStringList{u"z/ (2, 8)"_s, u"a.txt"_s};
        QTest::newRow("below a folder") << QStringList{u"a.txt"_s, u"z/b"_s, u"z/c/d"_s} << u"z"_s
                                        << QStringList{u"c/ (1, 5)"_s, u"b"_s};
        QTest::newRow("names that begin alike")
            << QStringList{u"a-b/1"_s, u"a/1"_s, u"a.b/1"_s, u"ab"_s, u"a0/1"_s} << u""_s
            << QStringList{u"a/ (1, 3)"_s, u"a-b/ (1, 5)"_s, u"a.b/ (1, 5)"_s, u"a0/ (1, 4)"_s, u"ab"_s};
        QTest::newRow("only what lies in it")
            << QStringList{u"a-b/1"_s, u"a/1"_s, u"a0/2"_s} << u"a"_s << QStringList{u"1"_s};
        QTest::newRow("no such folder") << QStringList{u"a/1"_s} << u"b"_s << QStringList();
        QTest::newRow("a file is no folder") << QStringList{u"a"_s} << u"a"_s << QStringList();
        QTest::newRow("an absolute path stays one row")
            << QStringList{u"/etc/x"_s} << u""_s << QStringList{u"/etc/x"_s};
        QTest::newRow("an empty part stays in its row") << QStringList{u"a//b"_s} << u"a"_s << QStringList{u"/b"_s};
    }

    void answersWhatAFolderHolds()
    {
        QFETCH(QStringList, paths);
        QFETCH(QString, folder);
        QFETCH(QStringList, rows);
        const FileTree tree = treeOf(paths);
        QCOMPARE(textsOf(tree.entriesOf(folder)), rows);
        // Uncounted, the same rows come, with nothing said of what lies below them.
        QList<FolderEntry> uncounted = tree.entriesOf(folder);
        for (FolderEntry &entry : uncounted)
            entry.bytes = entry.files = -1;
        QCOMPARE(tree.uncountedEntriesOf(folder), uncounted);
        for (const FolderEntry &entry : tree.entriesOf(folder))
            QVERIFY(entry.isFolder ? tree.hasFolder(entry.path) : tree.find(entry.path) != nullptr);
    }

    void doesNotKnowAFolderWithAnUnknownSize()
    {
        FileTree tree;
        tree.add({{u"a/1"_s, 5, {}}, {u"a/2"_s, -1, {}}, {u"a/3"_s, 7, {}}});
        QCOMPARE(textsOf(tree.entriesOf({})), QStringList{u"a/ (3, -1)"_s});
    }

    void takesTheLaterOfTwo()
    {
        FileTree tree;
        tree.add({{u"a"_s, 1, {}}});
        tree.add({{u"a"_s, 2, {}}});
        QCOMPARE(tree.count(), 1);
        QCOMPARE(tree.find(u"a"_s)->size, 2);
        QVERIFY(!tree.find(u"b"_s));
    }

    void listsAllBelow()
    {
        const FileTree tree = treeOf({u"b/2"_s, u"a"_s, u"b/1/x"_s, u"b-/3"_s});
        QCOMPARE(tree.filesBelow(u"b"_s).size(), 2);
        QCOMPARE(tree.filesBelow(u"b"_s).constFirst().path, u"b/1/x"_s);
        QCOMPARE(tree.files().size(), 4);
        QVERIFY(tree.hasFolder({}));
        QVERIFY(tree.hasFolder(u"b/1"_s));
        QVERIFY(!tree.hasFolder(u"b/"_s));
        QVERIFY(!tree.hasFolder(u"a"_s));
    }

    void bearsAHundredThousandFiles()
    {
        RemoteFiles files;
        for (int i = 0; i < 100'000; ++i)
            files << RemoteFile{u"many/file-%1.txt"_s.arg(i, 6, 10, QLatin1Char('0')), 10, {}};
        files << RemoteFile{u"README.md"_s, 1, {}};
        QElapsedTimer timer;
        timer.start();
        FileTree tree;
        tree.add(files);
        QCOMPARE(textsOf(tree.entriesOf({})), (QStringList{u"many/ (100000, 1000000)"_s, u"README.md"_s}));
        QCOMPARE(tree.entriesOf(u"many"_s).size(), 100'000);
        QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_APPLESS_MAIN(TestFileTree)
#include "tst_filetree.moc"
