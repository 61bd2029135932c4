// SPDX-License-Identifier: Apache-2.0
#include "hub/headwatch.h"
#include "support/brokenserver.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kGrowth = 16 << 20;  // Under a sanitizer Qt reads a head at 2 MB/s.
constexpr size_t kMuch = 4 * kGrowth;

/// Bytes that come over a connection of this program and need no memory.
class Stream
{
public:
    Stream()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *where = reinterpret_cast<sockaddr *>(&address);
        const bool isMade = ::bind(m_listener, where, size) == 0 && ::listen(m_listener, 1) == 0
            && ::getsockname(m_listener, where, &size) == 0 && ::connect(m_reader, where, size) == 0;
        if (!isMade)
            qFatal("no connection");
        m_writer = ::accept(m_listener, nullptr, nullptr);
    }
    ~Stream()
    {
        for (const int fd : {m_listener, m_reader, m_writer})
            ::close(fd);
    }
    Q_DISABLE_COPY_MOVE(Stream)

    size_t move(size_t bytes) const
    {
        std::thread sender([this, bytes] {
            static char piece[1 << 16];
            for (size_t sent = 0; sent < bytes; sent += sizeof piece)
                (void)!::send(m_writer, piece, sizeof piece, MSG_NOSIGNAL);
            ::shutdown(m_writer, SHUT_WR);
        });
        static char piece[1 << 16];
        size_t moved = 0;
        for (ssize_t got = 1; got > 0; moved += size_t(got))
            got = ::recv(m_reader, piece, sizeof piece, 0);
        sender.join();
        return moved;
    }

private:
    int m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
    int m_reader = ::socket(AF_INET, SOCK_STREAM, 0);
    int m_writer = -1;
};

}  // namespace

class TestHeadWatch : public QObject
{
    Q_OBJECT

    QNetworkAccessManager m_network;
    QTcpServer m_silent;  // Takes connections and says nothing.

    std::unique_ptr<QNetworkReply> ask(const QUrl &url)
    {
        std::unique_ptr<QNetworkReply> reply(m_network.get(QNetworkRequest(url)));
        reply->setReadBufferSize(1 << 20);  // As ours have: without it Qt reads a head byte by byte, and slowly.
        return reply;
    }
    QUrl silentUrl() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_silent.serverPort())); }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_silent.listen(QHostAddress::LocalHost)); }

    void noticesAHeadThatNeverEnds_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("one long header") << QByteArray("HTTP/1.1 200 OK\r\nX-Long: ");
        QTest::newRow("a long status") << QByteArray("HTTP/1.1 200 ");
    }
    void noticesAHeadThatNeverEnds()
    {
        QFETCH(const QByteArray, head);
        BrokenServer server;
        server.answers = {head};
        server.neverEnds = true;
        const auto reply = ask(server.url());
        HeadWatch watch(kGrowth);
        QSignalSpy noticed(&watch, &HeadWatch::neverEnds);
        watch.watch(*reply);
        QTRY_COMPARE_WITH_TIMEOUT(noticed.size(), 1, 150'000);
    }

    void aHeadThatIsAwaitedIsNoneThatNeverEnds_data()
    {
        QTest::addColumn<bool>("takesMemory");
        QTest::addColumn<bool>("brings");
        QTest::newRow("while nothing happens") << false << false;
        QTest::newRow("while others need memory") << true << false;
        QTest::newRow("while others bring bytes") << false << true;
    }
    void aHeadThatIsAwaitedIsNoneThatNeverEnds()
    {
        QFETCH(const bool, takesMemory);
        QFETCH(const bool, brings);
        const Stream stream;
        const auto reply = ask(silentUrl());
        HeadWatch watch(kGrowth);
        QSignalSpy noticed(&watch, &HeadWatch::neverEnds);
        watch.watch(*reply);
        QTest::qWait(1000);  // It has looked.
        const QByteArray much(takesMemory ? qsizetype(kMuch) : 0, 'x');
        if (brings)
            QCOMPARE(stream.move(kMuch), kMuch);
        QTest::qWait(500);
        QVERIFY(noticed.isEmpty());
    }

    void nothingIsWatchedOnceTheHeadIsThere()
    {
        BrokenServer server;
        server.answers = {"HTTP/1.1 200 OK\r\n\r\n"};
        server.neverEnds = true;  // The body: whoever reads it has limits of its own.
        const auto reply = ask(server.url());
        HeadWatch watch(kGrowth);
        QSignalSpy noticed(&watch, &HeadWatch::neverEnds);
        QSignalSpy head(reply.get(), &QNetworkReply::metaDataChanged);
        watch.watch(*reply);
        QTRY_VERIFY_WITH_TIMEOUT(!head.isEmpty(), 60'000);
        QTest::qWait(1500);
        QVERIFY(noticed.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHeadWatch)
#include "tst_headwatch.moc"
