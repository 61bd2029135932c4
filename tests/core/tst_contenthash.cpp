// SPDX-License-Identifier: Apache-2.0
#include "core/contenthash.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Kind = ContentHash::Kind;

class TestContentHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesContentAsGitAndTheHubDo_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("hex");

        QTest::newRow("git's name of an empty file")
            << Kind::GitBlob << QByteArray() << QByteArray("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        QTest::newRow("git's name of a line")
            << Kind::GitBlob << QByteArray("hello\n") << QByteArray("ce013625030ba8dba906f756967f9e9ca394464a");
        QTest::newRow("SHA-256 of an empty file")
            << Kind::Sha256 << QByteArray()
            << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("SHA-256 of three letters")
            << Kind::Sha256 << QByteArray("abc")
            << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    void namesContentAsGitAndTheHubDo()
    {
        QFETCH(Kind, kind);
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, hex);
        ContentHash hash(kind, content.size());
        for (const char byte : content)
            hash.add({&byte, 1});
        QCOMPARE(hash.hex(), hex);
        QVERIFY(ContentHash::kindOf(QString::fromLatin1(hex)) == kind);
    }

    void goesOnAfterItWasAsked()
    {
        ContentHash hash(Kind::Sha256, -1);
        hash.add("ab");
        QVERIFY(!hash.hex().isEmpty());
        hash.add("c");
        QCOMPARE(hash.hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    void forgetsWhenItRestarts()
    {
        ContentHash hash(Kind::GitBlob, 6);
        hash.add("something else");
        hash.restart();
        hash.add("hello\n");
        ContentHash moved = std::move(hash);
        QCOMPARE(moved.hex(), "ce013625030ba8dba906f756967f9e9ca394464a");
    }
};

QTEST_APPLESS_MAIN(TestContentHash)
#include "tst_contenthash.moc"
