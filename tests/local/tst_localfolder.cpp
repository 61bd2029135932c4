// SPDX-License-Identifier: Apache-2.0
#include "core/partfile.h"
#include "local/localfolder.h"
#include "support/disk.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::Literals::StringLiterals;

static const QString kCommit(40, u'c');

/// "hello", as a small file: its git blob SHA-1.
static RemoteFile smallFile(const QString &path)
{
    return {path, 5, u"b6fc4c620b67d95f953a5c1c1230aaab5db5a1b0"_s};
}

/// "hello", as a large file: its SHA-256.
static RemoteFile largeFile(const QString &path)
{
    return {path, 5, QString(40, u'b'), u"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"_s};
}

class TestLocalFolder : public QObject
{
    Q_OBJECT

private:
    std::optional<QTemporaryDir> m_dir;

    LocalFolder folder() const { return LocalFolder(m_dir->filePath(u"mine"_s)); }
    QString inside(const QString &path) const { return folder().file(path); }
    QString download(const QString &name) const { return inside(u".cache/huggingface/download/"_s + name); }
    QString outside() const { return m_dir->filePath(u"outside"_s); }

    std::optional<Error> publish(const RemoteFile &file) const
    {
        if (auto error = folder().prepare(file))
            return error;
        QFile part;
        if (auto error = core::openPart(part, folder().part(file), QIODevice::WriteOnly))
            return error;
        part.write("hello");
        return folder().publish(part, kCommit, file);
    }

    void putMetadata(const QString &path, const QString &commit, const QString &etag, qint64 secondsOff) const
    {
        const QString time = QString::number(QDateTime::currentSecsSinceEpoch() + secondsOff) + u".5"_s;
        disk::put(download(path + u".metadata"_s), (commit + u'\n' + etag + u'\n' + time + u'\n').toLatin1());
    }

private Q_SLOTS:
    void init() { m_dir.emplace(); }
    void cleanup() { m_dir.reset(); }

    void knowsWhereAllLies()
    {
        QCOMPARE(folder().lock(u"sub/a.json"_s), download(u"sub/a.json.lock"_s));
        QCOMPARE(folder().lock(u".gitattributes"_s), download(u".gitattributes.lock"_s));
        QCOMPARE(folder().part(smallFile(u"sub/a"_s)),
                 download(u"sub/a."_s + smallFile({}).etag() + u".hubdeck.part"_s));
        const QString longName(240, u'n');
        const QString part = QFileInfo(folder().part(largeFile(longName))).fileName();
        QVERIFY(part.size() <= 255);
        QVERIFY(part.contains(largeFile({}).etag()));
    }

    void refusesItsOwnBookkeeping_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("its metadata") << u".cache/huggingface/download/a.metadata"_s << true;
        QTest::newRow("its folder") << u".cache/huggingface"_s << true;
        QTest::newRow("the folder above") << u".cache"_s << true;
        QTest::newRow("in other letters") << u".Cache/HuggingFace/x"_s << true;
        QTest::newRow("a neighbour") << u".cache/huggingface2/x"_s << false;
        QTest::newRow("another cache") << u".cache/pip/x"_s << false;
        QTest::newRow("a folder below") << u"sub/.cache/huggingface/x"_s << false;
    }

    void refusesItsOwnBookkeeping()
    {
        QFETCH(QString, path);
        QFETCH(bool, isRefused);
        QCOMPARE(!LocalFolder::whyUnsafe(path).isEmpty(), isRefused);
    }

    void publishes_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("at the top") << u"config.json"_s;
        QTest::newRow("in folders") << u"a/b/c d.bin"_s;
        QTest::newRow("with a long name") << QString(240, u'n');
    }

    void publishes()
    {
        QFETCH(QString, path);
        const RemoteFile file = smallFile(path);
        QVERIFY(!folder().isCurrent(kCommit, file));
        const auto before = double(QDateTime::currentMSecsSinceEpoch()) / 1000;
        QVERIFY(!publish(file));
        QCOMPARE(disk::contentOf(inside(path)), "hello");
        QVERIFY(!disk::isThere(folder().part(file)));
        const QList<QByteArray> lines = disk::contentOf(download(path + u".metadata"_s)).split('\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0], kCommit.toLatin1());
        QCOMPARE(lines[1], file.etag().toLatin1());
        QVERIFY(lines[2].toDouble() >= before - 0.001);
        QVERIFY(lines[3].isEmpty());
        QCOMPARE(disk::contentOf(inside(u".cache/huggingface/.gitignore"_s)), "*");
        QCOMPARE(disk::contentOf(inside(u".cache/huggingface/CACHEDIR.TAG"_s)).size(), 191);
        QVERIFY(folder().isCurrent(kCommit, file));
    }

    void leavesWhatTheUserWroteIntoItsIgnoreFile()
    {
        disk::put(inside(u".cache/huggingface/.gitignore"_s), "mine");
        QVERIFY(!publish(smallFile(u"a"_s)));
        QCOMPARE(disk::contentOf(inside(u".cache/huggingface/.gitignore"_s)), "mine");
    }

    void knowsACurrentFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("commit");
        QTest::addColumn<QString>("etag");
        QTest::addColumn<int>("secondsOff");
        QTest::addColumn<bool>("isCurrent");
        const QString other(40, u'd');
        const QString etag = smallFile({}).etag();
        QTest::newRow("of this commit") << QByteArray("hello") << kCommit << other << 0 << true;
        QTest::newRow("of another, the same content") << QByteArray("hello") << other << etag << 0 << true;
        QTest::newRow("of another, other content") << QByteArray("HELLO") << other << other << 0 << false;
        QTest::newRow("of this commit, cut short") << QByteArray("hel") << kCommit << etag << 0 << false;
        QTest::newRow("changed since") << QByteArray("HELLO") << kCommit << etag << -60 << false;
        QTest::newRow("touched since") << QByteArray("hello") << kCommit << etag << -60 << true;
    }

    void knowsACurrentFile()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, commit);
        QFETCH(QString, etag);
        QFETCH(int, secondsOff);
        disk::put(inside(u"sub/a"_s), content);
        putMetadata(u"sub/a"_s, commit, etag, secondsOff);
        QTEST(folder().isCurrent(kCommit, smallFile(u"sub/a"_s)), "isCurrent");
    }

    void hashesWhatItHasNoMetadataOf_data()
    {
        QTest::addColumn<QByteArray>("metadata");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("cut short") << QByteArray(40, 'c') + "\n";
        QTest::newRow("a time that is none") << QByteArray(40, 'c') + "\n" + QByteArray(40, 'd') + "\nsoon\n";
        QTest::newRow("very long") << QByteArray(100'000, '\n');
    }

    void hashesWhatItHasNoMetadataOf()
    {
        QFETCH(QByteArray, metadata);
        disk::put(inside(u"a"_s), "hello");
        if (!metadata.isEmpty())
            disk::put(download(u"a.metadata"_s), metadata);
        QVERIFY(folder().isCurrent(kCommit, smallFile(u"a"_s)));
        QVERIFY(folder().isCurrent(kCommit, largeFile(u"a"_s)));
        disk::put(inside(u"a"_s), "HELLO");
        QVERIFY(!folder().isCurrent(kCommit, smallFile(u"a"_s)));
        QVERIFY(!folder().isCurrent(kCommit, largeFile(u"a"_s)));
    }

    void replacesALinkAndNotWhatItLeadsTo()
    {
        disk::put(outside() + u"/victim"_s, "victim");
        disk::makeLink(outside() + u"/victim"_s, inside(u"a"_s));
        QVERIFY(!publish(smallFile(u"a"_s)));
        QCOMPARE(disk::linkAt(inside(u"a"_s)), "<no link>");
        QCOMPARE(disk::contentOf(inside(u"a"_s)), "hello");
        QCOMPARE(disk::contentOf(outside() + u"/victim"_s), "victim");
    }

    void writesNothingThroughALinkedFolder_data()
    {
        QTest::addColumn<QString>("link");
        QTest::newRow("a folder of the files") << u"sub"_s;
        QTest::newRow("the bookkeeping") << u".cache"_s;
        QTest::newRow("the downloads") << u".cache/huggingface/download"_s;
        QTest::newRow("a folder of the downloads") << u".cache/huggingface/download/sub"_s;
    }

    void writesNothingThroughALinkedFolder()
    {
        QFETCH(QString, link);
        QVERIFY(QDir().mkpath(outside()));
        disk::makeLink(outside(), inside(link));
        const auto error = publish(smallFile(u"sub/a"_s));
        QVERIFY(error);
        QCOMPARE(error->kind, Error::Kind::Refused);
        QVERIFY(QDir(outside()).isEmpty());
    }

    void refusesHostileNames_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("up") << u"../x"_s;
        QTest::newRow("absolute") << u"/x"_s;
        QTest::newRow("a folder of Git's") << u".git/config"_s;
        QTest::newRow("its own bookkeeping") << u".cache/huggingface/download/a.metadata"_s;
    }

    void refusesHostileNames()
    {
        QFETCH(QString, path);
        QFile part;
        QVERIFY(!core::openPart(part, m_dir->filePath(u"part"_s), QIODevice::WriteOnly));
        QCOMPARE(folder().publish(part, kCommit, smallFile(path))->kind, Error::Kind::Refused);
        QVERIFY(!disk::isThere(folder().root()));
    }
};

QTEST_APPLESS_MAIN(TestLocalFolder)
#include "tst_localfolder.moc"
