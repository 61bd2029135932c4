// SPDX-License-Identifier: Apache-2.0
#include "support/contents.h"
#include "support/disk.h"
#include "support/testhub.h"

#include <QDirIterator>
#include <QProcess>
#include <QTest>

#include <sys/mount.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Outcome {
    int code = -1;  ///< -1: it did not end in time.
    QString path;
    QString said;  ///< On stderr.
};

/// A folder that cannot be written to, whoever one is; false where it may not be mounted.
class ReadOnly
{
public:
    explicit ReadOnly(const QString &folder) : m_folder(QFile::encodeName(folder))
    {
        const char *at = m_folder.constData();
        m_isMounted = ::mount(at, at, nullptr, MS_BIND, nullptr) == 0
            && ::mount(nullptr, at, nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) == 0;
    }
    ~ReadOnly() { ::umount2(m_folder.constData(), MNT_DETACH); }
    Q_DISABLE_COPY_MOVE(ReadOnly)

    explicit operator bool() const { return m_isMounted; }

private:
    QByteArray m_folder;
    bool m_isMounted;
};

}  // namespace

/// hubdeck-cli, the program itself, in a cache on a disk that is not like others.
class TestOddDisks : public QObject
{
    Q_OBJECT

    TestHub m_hub;
    QTemporaryDir m_dir;
    QMap<QString, QByteArray> m_files{{u"a/config.json"_s, "{}"},
                                      {u"same.bin"_s, contents::bytes(2'000'000)},
                                      {u"twin.bin"_s, contents::bytes(2'000'000)},
                                      {u"b.txt"_s, "text"}};

    Outcome download(const QString &cache, const QStringList &variables, unsigned user = 0) const
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HF_ENDPOINT"_s, m_hub.url().toString());
        environment.insert(u"HF_HUB_CACHE"_s, cache);
        environment.insert(u"HF_HOME"_s, m_dir.filePath(u"home"_s));
        for (const QString &variable : variables)
            environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
        environment.insert(u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s);
        program.setProcessEnvironment(environment);
        if (user > 0)
            program.setChildProcessModifier([user] { (void)!::setuid(user); });
        program.start(QStringLiteral(HUBDECK_CLI), {u"download"_s, u"o/m"_s});
        if (!program.waitForFinished(60'000)) {
            program.kill();
            program.waitForFinished();
            return {};
        }
        const QString out = QString::fromUtf8(program.readAllStandardOutput()).trimmed();
        return {program.exitCode(), out.section(u'\n', -1), QString::fromUtf8(program.readAllStandardError())};
    }

    QString cache(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    static QString blobs(const QString &cache) { return cache + "/models--o--m/blobs"_L1; }

    /// Everything below \a folder that is not a file of the repository, a lock or a folder.
    static QStringList leftovers(const QString &folder)
    {
        QStringList found;
        for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
            const QString name = QFileInfo(it.next()).fileName();
            if (name.endsWith(".part"_L1) || name.contains(".hubdeck."_L1) || name.endsWith(".tmp"_L1))
                found << name;
        }
        return found;
    }

    /// And what the system says of it, below.
    static bool isOneSentence(const QString &said)
    {
        const QStringList lines = said.trimmed().split(u'\n');
        return lines.size() <= 2 && lines.first().startsWith("error: "_L1) && lines.first().endsWith(u'.');
    }

private Q_SLOTS:
    void initTestCase() { m_hub.commit(m_files); }

    void everythingComesAllTheSame_data()
    {
        QTest::addColumn<QStringList>("variables");
        QTest::addColumn<bool>("hasLinks");

        const QString library = m_dir.filePath(u"oddfs.so"_s);  // A path with a space in it would be two to the loader.
        QVERIFY(QFile::exists(library) || QFile::link(QStringLiteral(ODDFS), library));
        const QString shim = u"LD_PRELOAD="_s + library;
        QTest::newRow("on a disk without locks") << QStringList{shim, u"ODDFS=flock"_s} << true;
        QTest::newRow("on a disk without links") << QStringList{shim, u"ODDFS=symlink"_s} << false;
        QTest::newRow("on one that has neither") << QStringList{shim, u"ODDFS=flock,symlink,syncrange"_s} << false;
        QTest::newRow("where links are not wanted") << QStringList{u"HF_HUB_DISABLE_SYMLINKS=1"_s} << false;
    }

    void everythingComesAllTheSame()
    {
        QFETCH(QStringList, variables);
        QFETCH(bool, hasLinks);
        const QString folder = cache(QTest::currentDataTag());
        for (const char *time : {"the first time", "again"}) {
            const Outcome outcome = download(folder, variables);
            QVERIFY2(outcome.code == 0, qPrintable(QString::fromLatin1(time) + outcome.said));
            for (auto it = m_files.cbegin(); it != m_files.cend(); ++it) {
                const QFileInfo file(outcome.path + u'/' + it.key());
                QCOMPARE(disk::contentOf(file.filePath()), it.value());
                QCOMPARE(file.isSymLink(), hasLinks);
            }
            QCOMPARE(leftovers(folder), QStringList());
        }
    }

    void aCacheThatIsOnlyReadServesWhatItHas()
    {
        const QString folder = cache("full");
        QCOMPARE(download(folder, {}).code, 0);
        const ReadOnly mounted(folder);
        if (!mounted)
            QSKIP("Only root may mount a folder.");
        const Outcome outcome = download(folder, {});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.said));
        QCOMPARE(disk::contentOf(outcome.path + "/b.txt"_L1), "text");
    }

    void aCacheThatIsOnlyReadAndEmptyIsSaid()
    {
        const QString folder = cache("empty");
        QVERIFY(QDir().mkpath(folder));
        const ReadOnly mounted(folder);
        if (!mounted)
            QSKIP("Only root may mount a folder.");
        const Outcome outcome = download(folder, {});
        QCOMPARE(outcome.code, 7);
        QVERIFY2(isOneSentence(outcome.said), qPrintable(outcome.said));
    }

    void aCacheOfSomebodyElseIsSaid()
    {
        constexpr unsigned nobody = 65534;
        if (::getuid() != 0 || !QFile::exists(u"/usr/bin/setpriv"_s))
            QSKIP("Only root may become somebody else.");
        const QString folder = cache("theirs");
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::setPermissions(m_dir.path(), QFile::Permissions(0x7055)));
        const Outcome outcome = download(folder, {}, nobody);
        if (outcome.code == 255 || outcome.code == -1)
            QSKIP("The program lies where nobody else may run it.");
        QCOMPARE(outcome.code, 7);
        QVERIFY2(isOneSentence(outcome.said), qPrintable(outcome.said));
    }

    void nothingIsWrittenThroughAFolderThatIsALink_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"blobs", "snapshots", "refs", "trees"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void nothingIsWrittenThroughAFolderThatIsALink()
    {
        QFETCH(QString, name);
        const QString folder = cache(QTest::currentDataTag());
        const QString elsewhere = m_dir.filePath(u"elsewhere-"_s + name);
        QVERIFY(QDir().mkpath(elsewhere) && QDir().mkpath(folder + "/models--o--m"_L1));
        disk::makeLink(elsewhere, folder + "/models--o--m/"_L1 + name);
        const Outcome outcome = download(folder, {});
        QVERIFY2(outcome.code == 7, qPrintable(QString::number(outcome.code) + outcome.said));
        QVERIFY2(isOneSentence(outcome.said), qPrintable(outcome.said));
        QVERIFY(QDir(elsewhere).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOddDisks)
#include "tst_odddisks.moc"
