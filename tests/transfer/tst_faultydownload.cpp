// SPDX-License-Identifier: Apache-2.0
#include "support/contents.h"
#include "support/downloadrig.h"
#include "support/scriptedhub.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using State = TransferRow::State;
using Kind = Error::Kind;

namespace {

const QString kBig = u"model/weights.bin"_s;
const QString kSmall = u"small/17.json"_s;
const QString kEverything = u"/o/m/resolve/**"_s;
const QString kCached = u"/api/resolve-cache/**"_s;
const QString kLfs = u"/lfs/*"_s;

QJsonObject rule(const QString &path, const QJsonObject &fault)
{
    QJsonObject made = fault;
    made[u"path"_s] = path;
    return made;
}

QJsonObject limited(const QString &seconds)
{
    return {{u"status"_s, 429},
            {u"headers"_s,
             QJsonObject{{u"RateLimit"_s, u"\"resolvers\";r=0;t=%1"_s.arg(seconds)},
                         {u"RateLimit-Policy"_s, u"\"fixed window\";\"resolvers\";q=3000;w=300"_s}}}};
}

DownloadRig::Files repository()
{
    DownloadRig::Files files{{kBig, contents::bytes(5'000'000)},
                             {u"empty"_s, {}},
                             {u"also/empty.txt"_s, {}},
                             {u"a folder/ü#%+?&.txt"_s, "odd name"},
                             {u"日本/🤗 100%25.md"_s, "odder name"},
                             {u"-rf"_s, "dash"},
                             {u".hidden"_s, "dot"},
                             {u"twin.json"_s, "{\"n\": 17}"}};
    for (int i = 0; i < 200; ++i)
        files[u"small/%1.json"_s.arg(i)] = "{\"n\": " + QByteArray::number(i) + '}';
    return files;
}

}  // namespace

/// Each thing that can go wrong with an answer, against the download of a whole repository: all is right in the end, or
/// it is said what is not; and never does anything wrong stay that the next try would go on from.
class TestFaultyDownload : public QObject
{
    Q_OBJECT

    DownloadRig m_rig;

    void checkThatItHeals(const TransferRow &row)
    {
        m_rig.faults().clear();
        const TransferRow again = m_rig.retried(row.id);
        QVERIFY2(again.state == State::Succeeded, qPrintable(again.error ? again.error->message : u"not over"_s));
        QCOMPARE(m_rig.whatIsWrong(), QString());
    }

private Q_SLOTS:
    void initTestCase() { m_rig.fill(repository()); }
    void init()
    {
        TransferOptions options;
        options.patience = {.silence = 1s, .firstPause = 20ms};
        m_rig.begin(options);
    }
    void cleanup() { m_rig.end(); }

    void comesRight_data()
    {
        QTest::addColumn<QJsonArray>("rules");
        const auto row = [](const char *name, const QString &path, const QJsonObject &fault) {
            QTest::newRow(name) << QJsonArray{rule(path, fault)};
        };
        const QString info = u"/api/models/o/m/revision/*"_s;
        const QString tree = u"/api/models/o/m/tree/**"_s;

        QTest::newRow("nothing goes wrong") << QJsonArray();
        row("storage stalls in the middle", kLfs, {{u"times"_s, 2}, {u"stallAfter"_s, 2'000'000}});
        row("storage stalls before a head", kLfs, {{u"times"_s, 1}, {u"stallAfter"_s, -1}});
        row("storage stalls before the first byte", kLfs, {{u"times"_s, 1}, {u"stallAfter"_s, 0}});
        row("the hub stalls before a head", kEverything, {{u"times"_s, 3}, {u"stallAfter"_s, -1}});
        row("small files stall", kCached, {{u"times"_s, 5}, {u"stallAfter"_s, 3}});
        row("storage cuts in the middle, time and again", kLfs, {{u"times"_s, 9}, {u"cutAfter"_s, 500'000}});
        row("storage cuts before a head", kLfs, {{u"times"_s, 2}, {u"cutAfter"_s, -1}});
        row("storage cuts before the first byte", kLfs, {{u"times"_s, 2}, {u"cutAfter"_s, 0}});
        row("the hub cuts before a head", kEverything, {{u"times"_s, 20}, {u"cutAfter"_s, -1}});
        row("small files are cut", kCached, {{u"times"_s, 20}, {u"cutAfter"_s, 2}});
        row("the hub has a fault of its own", kEverything, {{u"times"_s, 20}, {u"status"_s, 500}});
        row("a gateway has none", kEverything, {{u"times"_s, 10}, {u"status"_s, 502}, {u"body"_s, u"<html>"_s}});
        row("storage is busy", kLfs, {{u"times"_s, 3}, {u"status"_s, 503}});
        row("storage is too slow for its gateway", kLfs, {{u"times"_s, 2}, {u"status"_s, 504}});
        row("the hub waited too long", kEverything, {{u"times"_s, 2}, {u"status"_s, 408}});
        row("the hub's limit is used up", kEverything, [] {
            QJsonObject fault = limited(u"2"_s);
            fault[u"times"_s] = 3;
            return fault;
        }());
        row("storage has a limit of its own", kLfs,
            {{u"times"_s, 1}, {u"status"_s, 429}, {u"headers"_s, QJsonObject{{u"Retry-After"_s, u"1"_s}}}});
        row("storage is slow", kLfs, {{u"bytesPerSecond"_s, 3'000'000}});
        row("every answer is late", u"/**"_s, {{u"latencyMs"_s, 20}});
        row("a signed address has run out", kLfs, {{u"times"_s, 1}, {u"expired"_s, true}});
        row("a byte is wrong, once", kLfs, {{u"times"_s, 1}, {u"wrongByteAt"_s, 4'999'999}});
        row("a byte of a small file is wrong, once", kCached, {{u"times"_s, 1}, {u"wrongByteAt"_s, 2}});
        row("the hub names another content, once", u"/o/m/resolve/*/"_s + kBig,
            {{u"times"_s, 1}, {u"etag"_s, QString(64, u'e')}});
        row("storage names another content", kLfs, {{u"etag"_s, QString(64, u'e')}});
        row("storage does not say how much", kLfs, {{u"dropHeaders"_s, QJsonArray{u"Content-Length"_s}}});
        row("storage says it by closing", kLfs,
            {{u"dropHeaders"_s, QJsonArray{u"Content-Length"_s, u"Transfer-Encoding"_s}}});
        row("the hub does not say how much", kCached, {{u"dropHeaders"_s, QJsonArray{u"Content-Length"_s}}});
        row("the hub says little", u"/**"_s,
            {{u"dropHeaders"_s,
              QJsonArray{u"X-Error-Code"_s, u"X-Request-Id"_s, u"RateLimit"_s, u"RateLimit-Policy"_s,
                         u"X-Linked-Etag"_s, u"X-Linked-Size"_s, u"ETag"_s, u"Accept-Ranges"_s, u"X-Xet-Hash"_s,
                         u"Content-Type"_s}}});
        row("the question for the commit is cut", info, {{u"times"_s, 2}, {u"cutAfter"_s, 5}});
        row("the question for the commit meets a fault", info, {{u"times"_s, 6}, {u"status"_s, 500}});
        row("the list is cut", tree, {{u"times"_s, 2}, {u"cutAfter"_s, 3000}});
        row("the list meets a fault", tree, {{u"times"_s, 6}, {u"status"_s, 503}});
    }

    void comesRight()
    {
        QFETCH(QJsonArray, rules);
        m_rig.faults().set(rules);
        const TransferRow row = m_rig.run({m_rig.repo});
        QVERIFY2(row.state == State::Succeeded, qPrintable(row.error ? row.error->message : u"not over"_s));
        QCOMPARE(m_rig.whatIsWrong(), QString());
        for (const QJsonObject &request : m_rig.faults().log())
            QCOMPARE(request[u"token"_s].toBool(), request[u"server"_s] == u"hub"_s);
    }

    /// Both go on from what is there by a Range, and take what comes.
    void goesOnWhereItStopped_data()
    {
        QTest::addColumn<QJsonObject>("second");
        QTest::addColumn<qint64>("most");

        QTest::newRow("the rest comes") << QJsonObject() << qint64(5'000'000);
        QTest::newRow("all comes again") << QJsonObject{{u"ignoreRange"_s, true}} << qint64(7'000'000);
        QTest::newRow("the address ran out meanwhile")
            << QJsonObject{{u"expired"_s, true}, {u"times"_s, 1}} << qint64(5'001'000);
        QTest::newRow("a wrong byte comes")
            << QJsonObject{{u"wrongByteAt"_s, 3'000'000}, {u"times"_s, 1}} << qint64(10'000'000);
        QTest::newRow("another part comes, once")
            << QJsonObject{{u"setHeaders"_s, QJsonObject{{u"Content-Range"_s, u"bytes 0-2999999/5000000"_s}}},
                           {u"times"_s, 1}}
            << qint64(10'000'000);
    }

    void goesOnWhereItStopped()
    {
        QFETCH(QJsonObject, second);
        QFETCH(qint64, most);
        // Not a cut: a reset takes along what the system had not handed out yet.
        QJsonArray rules{rule(kLfs, {{u"times"_s, 1}, {u"stallAfter"_s, 2'000'000}})};
        if (!second.isEmpty()) {
            second[u"ranged"_s] = true;
            rules << rule(kLfs, second);
        }
        m_rig.faults().set(rules);
        TransferRow row = m_rig.run({m_rig.repo});
        if (row.state == State::Failed) {
            QCOMPARE(m_rig.whatIsSpoilt(), QString());
            row = m_rig.retried(row.id);
        }
        QVERIFY2(row.state == State::Succeeded, qPrintable(row.error ? row.error->message : u"not over"_s));
        QCOMPARE(m_rig.whatIsWrong(), QString());
        qint64 sent = 0;
        QStringList ranges;
        for (const QJsonObject &request : m_rig.faults().log()) {
            if (request[u"server"_s] == u"cdn"_s) {
                sent += qint64(request[u"sent"_s].toDouble());
                ranges << request[u"range"_s].toString();
            }
        }
        QVERIFY2(ranges.value(1).startsWith("bytes=2000000-"_L1), qPrintable(ranges.join(u' ')));
        QVERIFY2(sent <= most, qPrintable(QString::number(sent)));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QJsonArray>("rules");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("names");
        const auto row
            = [](const char *name, const QString &path, const QJsonObject &fault, Kind kind,
                 const QString &names = {}) { QTest::newRow(name) << QJsonArray{rule(path, fault)} << kind << names; };
        const QString ofBig = u"/o/m/resolve/*/"_s + kBig;

        row("a byte is wrong for ever", kLfs, {{u"wrongByteAt"_s, 0}}, Kind::Checksum, kBig);
        row("a byte of a small file is wrong for ever", u"/api/resolve-cache/**/small/18.json"_s,
            {{u"wrongByteAt"_s, 2}}, Kind::Checksum, u"small/18.json"_s);
        row("the hub names another content for ever", ofBig, {{u"etag"_s, QString(64, u'e')}}, Kind::Checksum);
        row("a redirect leads in a circle", ofBig, {{u"redirect"_s, u"self"_s}}, Kind::Refused);
        row("a redirect leads to a file", ofBig, {{u"redirect"_s, u"file:///etc/passwd"_s}}, Kind::Refused);
        row("storage sends less, and says so", kLfs,
            {{u"setHeaders"_s, QJsonObject{{u"Content-Length"_s, u"4000000"_s}}}}, Kind::BadReply);
        row("storage promises more than comes", kLfs,
            {{u"setHeaders"_s, QJsonObject{{u"Content-Length"_s, u"6000000"_s}}}}, Kind::BadReply);
        row("storage sends another file of no said length", kLfs,
            {{u"body"_s, QString(9000, u'x')}, {u"setHeaders"_s, QJsonObject()}}, Kind::BadReply);
        row("the hub does not know the repository", u"/api/models/o/m/**"_s, {{u"missing"_s, true}}, Kind::NotFound);
        row("the hub knows no token any more", u"/**"_s,
            {{u"status"_s, 401}, {u"body"_s, u"Invalid credentials in Authorization header"_s}}, Kind::Unauthorized);
        row("the hub locks the files", kEverything,
            {{u"status"_s, 403}, {u"headers"_s, QJsonObject{{u"X-Error-Code"_s, u"GatedRepo"_s}}}}, Kind::Gated);
        row("a login page is in the hub's place", u"/**"_s, {{u"status"_s, 200}, {u"body"_s, u"<html>hf_secret"_s}},
            Kind::BadReply);
    }

    void saysWhatIsWrong()
    {
        QFETCH(QJsonArray, rules);
        QFETCH(Kind, kind);
        QFETCH(QString, names);
        m_rig.faults().set(rules);
        const TransferRow row = m_rig.run({m_rig.repo}, 90'000);
        QCOMPARE(int(row.state), int(State::Failed));
        QVERIFY2(row.error->kind == kind, qPrintable(row.error->message + u' ' + row.error->detail));
        QCOMPARE(whyNoSentence(*row.error), QString());
        QVERIFY2(row.error->message.contains(names), qPrintable(row.error->message));
        QCOMPARE(m_rig.whatIsSpoilt(), QString());
        if (kind == Kind::Checksum && !names.isEmpty())
            QVERIFY(!disk::isThere(m_rig.layout().part(m_rig.repo, m_rig.etagOf(names))));
        checkThatItHeals(row);
    }

    void takesTheTokenToNoOtherOrigin_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("a file") << u"/o/m/resolve/*/"_s + kSmall;
        QTest::newRow("the commit") << u"/api/models/o/m/revision/*"_s;
        QTest::newRow("the list") << u"/api/models/o/m/tree/**"_s;
    }

    void takesTheTokenToNoOtherOrigin()
    {
        QFETCH(QString, path);
        ScriptedHub other;
        other.answer = [](const ScriptedHub::Request &) { return ScriptedHub::Answer{200, {}, "stolen"}; };
        m_rig.faults().set({rule(path, {{u"redirect"_s, other.url().toString() + "/x?Signature=hush"_L1}})});
        const TransferRow row = m_rig.run({m_rig.repo});
        QVERIFY(row.isOver());
        QCOMPARE(row.error ? whyNoSentence(*row.error) : QString(), QString());
        QVERIFY(!other.requests.isEmpty());
        for (const auto &request : other.requests) {
            QVERIFY(!request.headers.contains("authorization"));
            QVERIFY(!request.headers.contains("cookie"));
        }
        QCOMPARE(m_rig.whatIsSpoilt(), QString());
        if (row.state == State::Failed)  // Without a list there are other ways to learn what there is.
            checkThatItHeals(row);
    }
};

QTEST_GUILESS_MAIN(TestFaultyDownload)
#include "tst_faultydownload.moc"
