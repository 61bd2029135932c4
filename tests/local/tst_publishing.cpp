// SPDX-License-Identifier: Apache-2.0
#include "core/partfile.h"
#include "local/repocache.h"
#include "support/disk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <optional>

using namespace Qt::Literals::StringLiterals;

static const QString kCommit(40, u'c');
static const RepoId kRepo{RepoType::Model, u"o/n"_s};

static RemoteFile fileAt(const QString &path, QChar digit = u'a')
{
    return {path, 5, QString(40, digit)};
}

class TestPublishing : public QObject
{
    Q_OBJECT

private:
    std::optional<QTemporaryDir> m_dir;

    CacheLayout layout() const { return CacheLayout(m_dir->filePath(u"hub"_s)); }
    RepoCache cache(LinkMode mode = LinkMode::Symlinks) const { return RepoCache(layout(), kRepo, mode); }
    QString pointer(const QString &path) const { return layout().pointer(kRepo, kCommit, path); }
    QString outside(const QString &name) const { return m_dir->filePath(u"outside/"_s + name); }

    /// Downloads \a bytes, as a transfer does: a part file, then its publication.
    std::optional<Error> publish(const RepoCache &cache, const RemoteFile &file,
                                 const QByteArray &bytes = "hello") const
    {
        if (auto error = cache.prepare(kCommit))
            return error;
        QFile part;
        if (auto error = core::openPart(part, layout().part(kRepo, file.etag()), QIODevice::WriteOnly))
            return error;
        part.write(bytes);
        return cache.publish(part, kCommit, file);
    }

private Q_SLOTS:
    void init() { m_dir.emplace(); }
    void cleanup() { m_dir.reset(); }

    void publishesABlobAndItsPointer_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("link");
        const QByteArray blob = "blobs/" + QByteArray(40, 'a');
        QTest::newRow("at the top") << u"config.json"_s << "../../" + blob;
        QTest::newRow("in folders") << u"a/b/c d.bin"_s << "../../../../" + blob;
        QTest::newRow("with letters of others") << u"\u00fc/%23#+.txt"_s << "../../../" + blob;
    }

    void publishesABlobAndItsPointer()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, link);
        const RemoteFile file = fileAt(path);
        QVERIFY(!cache().hasFile(kCommit, path));
        QVERIFY(!publish(cache(), file));
        QCOMPARE(disk::linkAt(pointer(path)), link);
        QCOMPARE(disk::contentOf(pointer(path)), "hello");
        QVERIFY(cache().hasFile(kCommit, path));
        QCOMPARE(cache().blobSize(file.etag()), 5);
        QVERIFY(!disk::isThere(layout().part(kRepo, file.etag())));
        QVERIFY(!cache().link(kCommit, file));
        QCOMPARE(QDir(layout().blobs(kRepo)).entryList(QDir::Files | QDir::System | QDir::Hidden).size(), 1);
        QVERIFY(disk::contentOf(layout().root() + u"/CACHEDIR.TAG"_s)
                    .startsWith("Signature: 8a477f597d28d172789f06886806bc55\n"));
        QCOMPARE(disk::contentOf(layout().root() + u"/CACHEDIR.TAG"_s).size(), 191);
    }

    void givesABlobTheModeOfTheUmask()
    {
        const mode_t before = ::umask(027);
        const auto error = publish(cache(), fileAt(u"a"_s));
        ::umask(before);
        QVERIFY(!error);
        QCOMPARE(disk::modeOf(layout().blob(kRepo, fileAt({}).etag())), 0640u);
    }

    void replacesWhatLiesInThePointersPlace_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("a link to another blob") << u"link"_s;
        QTest::newRow("a link to a file elsewhere") << u"outside"_s;
        QTest::newRow("a link that dangles") << u"dangling"_s;
        QTest::newRow("a file of the mode without links") << u"file"_s;
    }

    void replacesWhatLiesInThePointersPlace()
    {
        QFETCH(QString, kind);
        const QString place = pointer(u"sub/a"_s);
        disk::put(outside(u"victim"_s), "victim");
        if (kind == "link"_L1)
            disk::makeLink(u"../../../blobs/"_s + QString(40, u'b'), place);
        else if (kind == "file"_L1)
            disk::put(place, "other");
        else
            disk::makeLink(outside(kind == "outside"_L1 ? u"victim"_s : u"none"_s), place);
        for (const LinkMode mode : {LinkMode::Symlinks, LinkMode::Copies}) {
            QVERIFY(!publish(cache(mode), fileAt(u"sub/a"_s)));
            QCOMPARE(disk::linkAt(place).startsWith("../../../blobs/aaaa"), mode == LinkMode::Symlinks);
            QCOMPARE(disk::contentOf(place), "hello");
            QCOMPARE(disk::contentOf(outside(u"victim"_s)), "victim");
            QVERIFY(!disk::isThere(outside(u"none"_s)));
        }
    }

    void writesNothingThroughALinkedFolder_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<LinkMode>("mode");
        for (const LinkMode mode : {LinkMode::Symlinks, LinkMode::Copies}) {
            const char *how = mode == LinkMode::Symlinks ? "with links" : "without links";
            QTest::addRow("a folder of the snapshot, %s", how) << u"snapshots/"_s + kCommit + u"/sub"_s << mode;
            QTest::addRow("the snapshot, %s", how) << u"snapshots/"_s + kCommit << mode;
            QTest::addRow("all snapshots, %s", how) << u"snapshots"_s << mode;
            QTest::addRow("the blobs, %s", how) << u"blobs"_s << mode;
        }
    }

    void writesNothingThroughALinkedFolder()
    {
        QFETCH(QString, folder);
        QFETCH(LinkMode, mode);
        QVERIFY(QDir().mkpath(outside({})));
        disk::makeLink(outside({}), layout().repo(kRepo) + u'/' + folder);
        const auto error = publish(cache(mode), fileAt(u"sub/a"_s));
        QVERIFY(error);
        QVERIFY(error->kind == Error::Kind::Disk || error->kind == Error::Kind::Refused);
        QVERIFY(error->message.contains(u"link"_s));
        QVERIFY(QDir(outside({})).isEmpty());
    }

    void followsTheLinksOfTheCachesOwner()
    {
        QVERIFY(QDir().mkpath(outside(u"disk"_s)));
        disk::makeLink(outside(u"disk"_s), layout().repo(kRepo));
        QVERIFY(!publish(cache(), fileAt(u"a"_s)));
        QCOMPARE(disk::contentOf(pointer(u"a"_s)), "hello");
    }

    void readsThroughTheSharedStoreAndNeverWritesThere()
    {
        const QString hash(64, u'9');
        const QString payload = layout().root() + u"/blobs/99/"_s + hash;
        disk::put(payload, "store");
        const RemoteFile file = fileAt(u"a"_s);
        const QString blob = layout().blob(kRepo, file.etag());
        disk::makeLink(u"../../blobs/99/"_s + hash, blob);
        QCOMPARE(cache().blobSize(file.etag()), 5);
        QVERIFY(!cache().link(kCommit, file));
        QCOMPARE(disk::contentOf(pointer(u"a"_s)), "store");
        QVERIFY(!publish(cache(), file));
        QCOMPARE(disk::contentOf(payload), "store");
        QCOMPARE(disk::contentOf(pointer(u"a"_s)), "hello");
        QCOMPARE(disk::linkAt(blob), "<no link>");
    }

    void healsABlobThatDangles()
    {
        const RemoteFile file = fileAt(u"a"_s);
        disk::makeLink(u"../../blobs/99/"_s + QString(64, u'9'), layout().blob(kRepo, file.etag()));
        disk::makeLink(u"../../blobs/"_s + file.etag(), pointer(u"a"_s));
        QVERIFY(!cache().hasFile(kCommit, u"a"_s));
        QVERIFY(!cache().blobSize(file.etag()));
        QCOMPARE(cache().link(kCommit, file)->kind, Error::Kind::NotFound);
        QVERIFY(!publish(cache(), file));
        QVERIFY(cache().hasFile(kCommit, u"a"_s));
        QVERIFY(!QDir(layout().root() + u"/blobs"_s).exists());
    }

    void movesANewBlobAndCopiesAnOldOneWithoutLinks()
    {
        const RepoCache copies = cache(LinkMode::Copies);
        QVERIFY(!publish(copies, fileAt(u"sub/new"_s)));
        QCOMPARE(disk::linkAt(pointer(u"sub/new"_s)), "<no link>");
        QCOMPARE(disk::contentOf(pointer(u"sub/new"_s)), "hello");
        QVERIFY(QDir(layout().blobs(kRepo)).isEmpty());

        QByteArray bytes(3'000'001, 'x');
        disk::put(layout().blob(kRepo, QString(40, u'b')), bytes);
        QVERIFY(!copies.link(kCommit, fileAt(u"old"_s, u'b')));
        QCOMPARE(disk::linkAt(pointer(u"old"_s)), "<no link>");
        QCOMPARE(disk::contentOf(pointer(u"old"_s)), bytes);
        QCOMPARE(QDir(layout().blobs(kRepo)).entryList(QDir::Files | QDir::Hidden), QStringList(QString(40, u'b')));
    }

    void publishesOnlyTheFileThatWasProved()
    {
        QVERIFY(!cache().prepare());
        const RemoteFile file = fileAt(u"a"_s);
        QFile part;
        QVERIFY(!core::openPart(part, layout().part(kRepo, file.etag()), QIODevice::WriteOnly));
        part.write("hello");
        QVERIFY(QFile::remove(layout().part(kRepo, file.etag())));
        disk::put(layout().part(kRepo, file.etag()), "wrong");
        QCOMPARE(cache().publish(part, kCommit, file)->kind, Error::Kind::Refused);
        QVERIFY(!disk::isThere(layout().blob(kRepo, file.etag())));
        QVERIFY(!disk::isThere(pointer(u"a"_s)));
    }

    void refusesHostileNames_data()
    {
        QTest::addColumn<QString>("commit");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("etag");
        const QString etag(40, u'a');
        QTest::newRow("a path that leads up") << kCommit << u"../../../x"_s << etag;
        QTest::newRow("an absolute path") << kCommit << u"/etc/x"_s << etag;
        QTest::newRow("a folder of Git's") << kCommit << u".git/config"_s << etag;
        QTest::newRow("a commit that leads up") << u"../../x"_s << u"a"_s << etag;
        QTest::newRow("a commit that is a branch") << u"main"_s << u"a"_s << etag;
        QTest::newRow("an etag that leads up") << kCommit << u"a"_s << u"../../x"_s;
        QTest::newRow("no etag") << kCommit << u"a"_s << QString();
    }

    void refusesHostileNames()
    {
        QFETCH(QString, commit);
        QFETCH(QString, path);
        QFETCH(QString, etag);
        QVERIFY(!cache().prepare());
        QFile part;
        QVERIFY(!core::openPart(part, m_dir->filePath(u"part"_s), QIODevice::WriteOnly));
        const RemoteFile file{path, 5, etag};
        QCOMPARE(cache().publish(part, commit, file, m_dir->filePath(u"part"_s))->kind, Error::Kind::Refused);
        QCOMPARE(cache().link(commit, file)->kind, Error::Kind::Refused);
        QVERIFY(QDir(layout().blobs(kRepo)).isEmpty());
        QVERIFY(!disk::isThere(layout().repo(kRepo) + u"/snapshots"_s));
    }

    void saysThatTheDiskIsFull()
    {
        const QByteArray root = QFile::encodeName(layout().root());
        QVERIFY(QDir().mkpath(layout().root()));
        if (::mount("tmpfs", root.constData(), "tmpfs", 0, "size=256k") != 0)
            QSKIP("Only root can make a small disk to fill.");
        const auto unmount = qScopeGuard([&] { ::umount(root.constData()); });
        QVERIFY(!cache().prepare());
        disk::put(layout().blob(kRepo, QString(40, u'b')), QByteArray(150'000, 'x'));
        const auto error = cache(LinkMode::Copies).link(kCommit, fileAt(u"copy"_s, u'b'));
        QVERIFY(error);
        QCOMPARE(error->kind, Error::Kind::DiskFull);
        QVERIFY(!disk::isThere(pointer(u"copy"_s)));
        QCOMPARE(QDir(layout().blobs(kRepo)).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }
};

QTEST_APPLESS_MAIN(TestPublishing)
#include "tst_publishing.moc"
