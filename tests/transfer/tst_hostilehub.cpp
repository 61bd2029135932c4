// SPDX-License-Identifier: Apache-2.0
#include "support/contents.h"
#include "support/disk.h"
#include "support/memory.h"
#include "support/onetoken.h"
#include "support/rowwatch.h"
#include "support/scriptedhub.h"
#include "support/sentence.h"
#include "transfer/transferqueue.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Answer = ScriptedHub::Answer;
using Request = ScriptedHub::Request;
using Headers = QList<QPair<QByteArray, QByteArray>>;
using State = TransferRow::State;
using Kind = Error::Kind;

Q_DECLARE_METATYPE(ScriptedHub::Answer)

namespace {

const RepoId kRepo{RepoType::Model, u"o/m"_s};
const QByteArray kCommit(40, '1');
const QByteArray kBytes = "{}";
constexpr qint64 kMoreMemory = 250 << 20;  // Far less than such a Hub can send in the time.

QByteArray json(const QJsonArray &rows)
{
    return QJsonDocument(rows).toJson();
}

QJsonObject entry(const QString &path, const RemoteFile &file)
{
    QJsonObject row{{u"type"_s, u"file"_s}, {u"path"_s, path}, {u"size"_s, file.size}, {u"oid"_s, file.blobId}};
    if (!file.sha256.isEmpty())
        row[u"lfs"_s] = QJsonObject{{u"oid"_s, file.sha256}, {u"size"_s, file.size}};
    return row;
}

QJsonObject entry(const QString &path)
{
    return entry(path, contents::smallFile(path, kBytes));
}

/// \a block packed as often as it makes \a size bytes.
Answer bomb(qsizetype size, const QByteArray &block = QByteArray(1 << 16, ' '))
{
    return {200, Headers{{"Content-Encoding", "deflate"}}, qCompress(block.repeated(size / block.size()), 1).mid(4)};
}

}  // namespace

/// A Hub that means harm: nothing outside the cache's folder changes, memory stays flat, it ends soon, and one clear
/// sentence says why.
class TestHostileHub : public QObject
{
    Q_OBJECT

    ScriptedHub m_hub;
    QTemporaryDir m_dir;
    QThreadPool m_pool;
    std::unique_ptr<TransferQueue> m_queue;
    RowWatch m_watch;
    quint64 m_id = 0;
    QMap<QByteArray, Answer> m_answers;  ///< By how the address begins; the longest that fits.

    Answer answer(const Request &request) const
    {
        Answer found{404};
        for (auto it = m_answers.cbegin(); it != m_answers.cend(); ++it) {
            if (request.target.startsWith(it.key()))
                found = *it;
        }
        return found;
    }

    void list(const QJsonArray &rows)
    {
        m_answers = {{"/api/models/o/m/revision/", {200, {}, "{\"id\":\"o/m\",\"sha\":\"" + kCommit + "\"}"}},
                     {"/api/models/o/m/tree/", {200, {}, json(rows)}},
                     {"/o/m/resolve/", {200, Headers{{"X-Repo-Commit", kCommit}}, kBytes}}};
    }

    TransferRow run(const DownloadWish &wish = {kRepo})
    {
        m_queue->add(++m_id, wish);
        (void)QTest::qWaitFor([&] { return m_watch.isOver(m_id) || isPaused(); }, 120'000);
        return m_watch.of(m_id);
    }

    bool isPaused() const { return m_watch.of(m_id).state == State::Paused; }  ///< No disk has room for so much.

    /// All that lies beside the caches, which have a folder of their own.
    QStringList surroundings() const
    {
        QStringList names;
        QDirIterator it(m_dir.path(), QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            if (const QString name = it.next(); !name.startsWith(m_dir.path() + "/deep/down/cache"_L1))
                names << name;
        }
        return names;
    }

private Q_SLOTS:
    void init()
    {
        list({entry(u"a.json"_s)});
        m_hub.answer = [this](const Request &request) { return answer(request); };
        m_hub.requests.clear();
        m_watch = {};
        QDir().mkpath(m_dir.filePath(u"deep/down"_s));
        TransferOptions options{m_hub.url()};
        options.cacheRoot = m_dir.filePath(u"deep/down/cache%1"_s.arg(m_id));
        options.credentials = std::make_shared<OneToken>();
        options.pool = &m_pool;
        options.patience = {.silence = 2s, .firstPause = 20ms};
        m_queue = std::make_unique<TransferQueue>(options);
        connect(m_queue.get(), &TransferQueue::rowsChanged, this,
                [this](const QList<TransferRow> &rows) { m_watch.take(rows); });
    }

    void cleanup()
    {
        m_queue.reset();
        QVERIFY(m_pool.waitForDone(10'000));
    }

    void endsSoonAndStaysSmall_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<int>("seconds");
        const QByteArray info = "/api/models/o/m/revision/";
        const QByteArray file = "/o/m/resolve/";
        const QByteArray many = QByteArray("X-More: and more\r\n").repeated(4096);
        const QByteArray chunk = "10000\r\n" + QByteArray(65536, 'x') + "\r\n";
        const auto row = [](const char *name, const QByteArray &address, const Answer &answer, int seconds) {
            QTest::newRow(name) << address << answer << seconds;
        };
        const Answer line{200, {}, "X-Long: ", -1, -1, -1, QByteArray(1 << 16, 'x'), false};
        const Answer lines{200, {}, {}, -1, -1, -1, many, false};
        const Answer body{200, {}, {}, -2, -1, -1, QByteArray(1 << 16, 'x')};
        const Answer chunks{200, Headers{{"Transfer-Encoding", "chunked"}}, {}, -2, -1, -1, chunk};

        row("a header line of an answer never ends", info, line, 100);
        row("an answer never ends", info, body, 90);
        row("an answer never ends, in chunks", info, chunks, 90);
        row("a refusal never ends", info, {403, {}, {}, -2, -1, -1, QByteArray(1 << 16, 'x')}, 90);
        row("an answer unpacks to a gigabyte", info, bomb(1 << 30), 90);
        row("an answer unpacks to more than it should, little by little", info,
            bomb(900 << 20, contents::bytes(3'000) + QByteArray(60'000, ' ')), 90);
        row("headers of a file never end", file, lines, 100);
        row("a file never ends", file, body, 90);
        row("a file never ends, in chunks", file, chunks, 90);
        row("a file is larger than was said", file, {200, {}, {}, 1LL << 40, -1, -1, QByteArray(1 << 16, 'x')}, 90);
        row("a file is packed", file, bomb(1 << 20), 90);
        row("a refusal of a file never ends", file, {403, {}, {}, -2, -1, -1, QByteArray(1 << 16, 'x')}, 90);
        row("a redirect of a file never ends", file,
            {302, Headers{{"Location", "/x"}}, {}, -2, -1, -1, QByteArray(1 << 16, 'x')}, 90);
    }

    void endsSoonAndStaysSmall()
    {
        QFETCH(QByteArray, address);
        QFETCH(Answer, answer);
        QFETCH(int, seconds);
        m_answers[address] = answer;
        const QStringList before = surroundings();
        const qint64 used = memory::restart();
        QElapsedTimer clock;
        clock.start();
        const TransferRow row = run();
        const qint64 more = memory::peak() - used;
        qInfo("%lld MB more, %lld ms, %d requests", more >> 20, clock.elapsed(), int(m_hub.requests.size()));
        QCOMPARE(int(row.state), int(State::Failed));
        QCOMPARE(whyNoSentence(*row.error), QString());
        QVERIFY2(more < kMoreMemory + memory::kSanitizer, qPrintable(QString::number(more >> 20)));
        QVERIFY2(clock.elapsed() < seconds * 1000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(surroundings(), before);
    }

    void pagesEnd()
    {
        m_answers["/api/models/o/m/tree/"]
            = {200, Headers{{"Link", "</api/models/o/m/tree/" + kCommit + "?cursor=x>; rel=\"next\""}}, "[]"};
        const TransferRow row = run();
        QCOMPARE(int(row.state), int(State::Failed));
        QVERIFY(row.error->kind == Kind::BadReply);
        QCOMPARE(whyNoSentence(*row.error), QString());
    }

    void noPageIsAskedForElsewhere()
    {
        ScriptedHub other;
        m_answers["/api/models/o/m/tree/"]
            = {200, Headers{{"Link", '<' + other.url().toEncoded() + "/x>; rel=\"next\""}}, json({entry(u"a"_s)})};
        const TransferRow row = run();
        QCOMPARE(int(row.state), int(State::Failed));
        QVERIFY(row.error->kind == Kind::Refused);
        QCOMPARE(whyNoSentence(*row.error), QString());
        QVERIFY(other.requests.isEmpty());
    }

    void namesStayInside_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *name :
             {"../evil", "../../../../evil", "/etc/evil", "a/../../evil", "..", ".", "a//evil", "a\\..\\evil", "C:evil",
              "a/.git/config", "A/.GIT/evil", "con", "evil\n", "evil.", "a\x01", "a/", "/", ""})
            QTest::newRow(name) << QString::fromUtf8(name);
        QTest::newRow("NUL") << u"evil"_s + QChar(0);
        QTest::newRow("a long name") << QString(300, u'e');
        QTest::newRow("a long path") << u"e/"_s.repeated(5'000) + u'e';
    }

    void namesStayInside()
    {
        QFETCH(QString, path);
        list({entry(path), entry(u"a.json"_s)});
        const QStringList before = surroundings();
        const TransferRow row = run();
        QVERIFY(row.state == State::Succeeded || row.state == State::Failed);
        if (row.state == State::Failed)
            QCOMPARE(whyNoSentence(*row.error), QString());
        else
            QCOMPARE(row.filesRefused, 1);
        QCOMPARE(surroundings(), before);
        QVERIFY(!QFileInfo::exists(u"/etc/evil"_s));
    }

    void hashesAreHashes_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<Answer>("answer");
        const auto file = [](const QString &blobId, const QString &sha256) {
            return Answer{200, {}, json({entry(u"a.json"_s, {u"a.json"_s, 2, blobId, sha256})})};
        };
        const QByteArray tree = "/api/models/o/m/tree/";
        const QByteArray info = "/api/models/o/m/revision/";
        const QString climbs = u"../../../../evil"_s;
        QTest::newRow("the list's hash of a small file") << tree << file(climbs, {});
        QTest::newRow("the list's hash of a large file") << tree << file(QString(40, u'a'), climbs);
        QTest::newRow("in capitals") << tree << file(QString(40, u'A'), {});
        QTest::newRow("the commit") << info << Answer{200, {}, "{\"id\":\"o/m\",\"sha\":\"../../../../evil\"}"};
        QTest::newRow("a commit of forty dots")
            << info << Answer{200, {}, "{\"id\":\"o/m\",\"sha\":\"" + QByteArray(40, '.') + "\"}"};
    }

    void hashesAreHashes()
    {
        QFETCH(QByteArray, address);
        QFETCH(Answer, answer);
        m_answers[address] = answer;
        m_answers["/o/m/resolve/"].headers << qMakePair(QByteArray("ETag"), QByteArray("\"../../../../evil\""));
        const QStringList before = surroundings();
        const TransferRow row = run();
        QVERIFY(row.state == State::Failed || row.filesRefused == 1);
        if (row.error)
            QCOMPARE(whyNoSentence(*row.error), QString());
        QCOMPARE(surroundings(), before);
    }

    void headersOfAFileAloneAreChecked_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("an etag that climbs") << QByteArray("ETag") << QByteArray("\"../../../../evil\"");
        QTest::newRow("a linked etag that climbs") << QByteArray("X-Linked-Etag") << QByteArray("../../../../evil");
        QTest::newRow("a commit that climbs") << QByteArray("X-Repo-Commit") << QByteArray("../../../../evil");
        QTest::newRow("a size below nothing") << QByteArray("X-Linked-Size") << QByteArray("-5");
        QTest::newRow("a size beyond all") << QByteArray("X-Linked-Size") << QByteArray("9223372036854775807");
    }

    void headersOfAFileAloneAreChecked()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        const QByteArray etag = '"' + contents::smallFile({}, kBytes).blobId.toLatin1() + '"';
        QMap<QByteArray, QByteArray> headers{{"ETag", etag}, {"X-Repo-Commit", kCommit}};
        headers[name] = value;
        Answer answer{200, {}, kBytes};
        for (auto it = headers.cbegin(); it != headers.cend(); ++it)
            answer.headers << qMakePair(it.key(), *it);
        m_answers["/o/m/resolve/"] = answer;
        m_answers["/api/"] = {404};
        const QStringList before = surroundings();
        DownloadWish wish{kRepo};
        wish.paths = QStringList{u"a.json"_s};
        wish.isSingleFile = true;
        const TransferRow row = run(wish);
        QVERIFY(row.isOver() || row.error);
        if (row.error)
            QCOMPARE(whyNoSentence(*row.error), QString());
        QCOMPARE(surroundings(), before);
    }
};

QTEST_GUILESS_MAIN(TestHostileHub)
#include "tst_hostilehub.moc"
