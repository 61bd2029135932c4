// SPDX-License-Identifier: Apache-2.0
#include "core/contenthash.h"
#include "local/snapshotexport.h"
#include "support/disk.h"
#include "support/tinydisk.h"

#include <QMap>
#include <QTemporaryDir>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kCommit(40, u'1');

/// What an archive holds, by another reader's word.
QMap<QString, QByteArray> contentOf(const QString &path)
{
    QMap<QString, QByteArray> files;
    const std::unique_ptr<archive, decltype(&archive_read_free)> reader(archive_read_new(), &archive_read_free);
    archive_read_support_format_zip_seekable(reader.get());  // By its directory at the end, as most programs read it.
    archive_read_support_format_tar(reader.get());
    archive_read_support_filter_gzip(reader.get());
    archive_read_set_options(reader.get(), "hdrcharset=UTF-8");
    if (archive_read_open_filename(reader.get(), QFile::encodeName(path).constData(), 1 << 16) != ARCHIVE_OK)
        return {{u"<error>"_s, archive_error_string(reader.get())}};
    archive_entry *entry = nullptr;
    int code = ARCHIVE_OK;
    while ((code = archive_read_next_header(reader.get(), &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN) {
        QByteArray bytes;
        QByteArray piece(1 << 16, Qt::Uninitialized);
        la_ssize_t count = 0;
        while ((count = archive_read_data(reader.get(), piece.data(), size_t(piece.size()))) > 0)
            bytes += piece.first(count);
        files.insert(QString::fromUtf8(archive_entry_pathname_utf8(entry)), count < 0 ? QByteArray("<broken>") : bytes);
    }
    return files;
}

}  // namespace

class TestSnapshotExport : public QObject
{
    Q_OBJECT

    const RepoId m_repo{RepoType::Model, u"o/m"_s};
    std::unique_ptr<QTemporaryDir> m_dir;
    QMap<QString, QByteArray> m_files;

    RepoCache cache() const { return {CacheLayout(m_dir->filePath(u"cache"_s)), m_repo, LinkMode::Symlinks}; }
    QString out(const QString &name) const { return m_dir->filePath(u"out/"_s + name); }

    static QString etagOf(const QByteArray &bytes, ContentHash::Kind kind)
    {
        ContentHash hash(kind, bytes.size());
        hash.add(bytes);
        return QString::fromLatin1(hash.hex());
    }
    /// As a download leaves it; answers where the content lies.
    QString keep(const QString &path, const QByteArray &bytes, ContentHash::Kind kind = ContentHash::Kind::GitBlob)
    {
        const QString etag = etagOf(bytes, kind);
        const CacheLayout layout = cache().layout();
        disk::put(layout.blob(m_repo, etag), bytes);
        disk::makeLink(u"../"_s.repeated(2 + path.count(u'/')) + u"blobs/"_s + etag,
                       layout.pointer(m_repo, kCommit, path));
        m_files.insert(path, bytes);
        return layout.blob(m_repo, etag);
    }
    std::optional<Error> write(const QString &target, ExportWatch *watch = nullptr)
    {
        ExportWatch own;
        const auto files = local::filesOfSnapshot(cache(), kCommit);
        return files ? local::exportSnapshot(cache(), *files, target, watch ? watch : &own) : files.error();
    }
    QStringList left() const { return QDir(out({})).entryList(QDir::Files | QDir::Hidden); }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_files.clear();
        QDir().mkpath(out({}));
    }

    void writesWhatTheRepositoryHas_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a .zip") << u"m.zip"_s;
        QTest::newRow("a .tar.gz") << u"m.tar.gz"_s;
        QTest::newRow("a .tgz, in capital letters") << u"M.TGZ"_s;
    }
    void writesWhatTheRepositoryHas()
    {
        QFETCH(QString, name);
        keep(u"README.md"_s, "# Card\n");
        keep(u"onnx/deep/er/a.json"_s, "{}");
        keep(u"umlaut \u00e4 \u65e5\u672c.txt"_s, "x");
        keep(u"empty.txt"_s, {});
        keep(QString(u'l').repeated(200) + u"/"_s + QString(u'n').repeated(200), "long");
        keep(u"model.safetensors"_s, QByteArray(20'000'000, 'w'), ContentHash::Kind::Sha256);
        ExportWatch watch;
        const auto error = write(out(name), &watch);
        QVERIFY2(!error, qPrintable(error ? error->message + error->detail : QString()));
        const auto found = contentOf(out(name));
        QCOMPARE(found.keys(), m_files.keys());
        QVERIFY(found == m_files);
        QCOMPARE(watch.done.load(), watch.total.load());
        QCOMPARE(left(), QStringList{name});
    }

    void theSameFilesAreTheSameBytes_data() { writesWhatTheRepositoryHas_data(); }
    void theSameFilesAreTheSameBytes()
    {
        QFETCH(QString, name);
        for (const QString &path : {u"b.txt"_s, u"a/c.txt"_s, u"a.txt"_s})
            keep(path, path.toUtf8());
        QVERIFY(!write(out(name)));
        const QByteArray first = disk::contentOf(out(name));
        QTest::qWait(1100);  // Times in archives are of whole seconds.
        qputenv("TZ", "Asia/Tokyo");
        ::tzset();
        QVERIFY(!write(out(name)));  // In the place of the one before.
        qunsetenv("TZ");
        ::tzset();
        QCOMPARE(disk::contentOf(out(name)), first);
    }

    void onlyWhatIsHereAndSaysHowManyAreNot()
    {
        keep(u"a.txt"_s, "a");
        RemoteFiles all{{.path = u"a.txt"_s, .size = 1, .blobId = etagOf("a", ContentHash::Kind::GitBlob)},
                        {.path = u"b.txt"_s, .size = 1, .blobId = etagOf("b", ContentHash::Kind::GitBlob)},
                        {.path = u"c/d.txt"_s, .size = 1, .blobId = etagOf("d", ContentHash::Kind::GitBlob)}};
        auto files = local::filesOfSnapshot(cache(), kCommit);
        QVERIFY(files && !files->isKnown);
        QVERIFY(!cache().writeTree(kCommit, all));
        files = local::filesOfSnapshot(cache(), kCommit);
        QVERIFY(files && files->isKnown);
        QCOMPARE(files->missing, 2);
        QCOMPARE(files->files.size(), 1);
        QVERIFY(!write(out(u"m.zip"_s)));
        QCOMPARE(contentOf(out(u"m.zip"_s)).keys(), QStringList{u"a.txt"_s});
    }

    void aLinkThatDanglesIsMissing()
    {
        keep(u"a.txt"_s, "a");
        QFile::remove(keep(u"b.txt"_s, "b"));
        const auto files = local::filesOfSnapshot(cache(), kCommit);
        QVERIFY(files);
        QCOMPARE(files->files.size(), 1);
    }

    void aDamagedContentIsNoticed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("other bytes") << QByteArray("abX");
        QTest::newRow("too few") << QByteArray("ab");
        QTest::newRow("too many") << QByteArray("abcd");
        QTest::newRow("none") << QByteArray();
    }
    void aDamagedContentIsNoticed()
    {
        QFETCH(QByteArray, bytes);
        keep(u"a.txt"_s, "fine");
        disk::put(keep(u"onnx/b.txt"_s, "abc"), bytes);
        const auto error = write(out(u"m.zip"_s));
        QVERIFY(error && error->kind == Error::Kind::Checksum);
        QVERIFY2(error->message.contains(u"onnx/b.txt"_s), qPrintable(error->message));
        QVERIFY(left().isEmpty());
    }

    void whatLeadsElsewhereIsRefused()
    {
        keep(u"a.txt"_s, "a");
        disk::put(m_dir->filePath(u"secret"_s), "secret");
        disk::makeLink(m_dir->filePath(u"secret"_s), cache().layout().pointer(m_repo, kCommit, u"b.txt"_s));
        auto error = write(out(u"m.zip"_s));
        QVERIFY(error && error->kind == Error::Kind::Refused);
        QFile::remove(cache().layout().pointer(m_repo, kCommit, u"b.txt"_s));
        keep(u"con\u0007trol.txt"_s, "x");
        error = write(out(u"m.zip"_s));
        QVERIFY(error && error->kind == Error::Kind::Refused);
        QVERIFY2(error->message.contains(u"\\u0007"_s), qPrintable(error->message));
        QVERIFY(left().isEmpty());
    }

    void nothingIsLeftWhenItIsStopped()
    {
        keep(u"a.bin"_s, QByteArray(3'000'000, 'a'), ContentHash::Kind::Sha256);
        disk::put(out(u"m.tar.gz"_s), "what was there");
        ExportWatch watch;
        watch.isStopped = true;
        const auto error = write(out(u"m.tar.gz"_s), &watch);
        QVERIFY(error && error->kind == Error::Kind::Cancelled);
        QCOMPARE(left(), QStringList{u"m.tar.gz"_s});
        QCOMPARE(disk::contentOf(out(u"m.tar.gz"_s)), QByteArray("what was there"));
    }

    void aFullDiskIsSaidSoAndLeftClean()
    {
        QByteArray noise(8'000'000, Qt::Uninitialized);
        for (qsizetype i = 0; i < noise.size(); ++i)
            noise[i] = char((i * 2654435761U) >> 13);
        keep(u"a.bin"_s, noise, ContentHash::Kind::Sha256);
        const TinyDisk disk(out(u"tiny"_s), "size=64k");
        if (!disk)
            QSKIP("No disk can be mounted here.");
        const auto error = write(out(u"tiny/m.zip"_s));
        QVERIFY(error);
        QVERIFY(error->kind == Error::Kind::DiskFull);
        QVERIFY(QDir(out(u"tiny"_s)).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void anythingElseIsNoExport()
    {
        keep(u"a.txt"_s, "a");
        const auto error = write(out(u"m.rar"_s));
        QVERIFY(error && error->kind == Error::Kind::Refused);
        m_dir = std::make_unique<QTemporaryDir>();
        const auto nothing = write(out(u"m.zip"_s));
        QVERIFY(nothing && nothing->kind == Error::Kind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestSnapshotExport)
#include "tst_snapshotexport.moc"
