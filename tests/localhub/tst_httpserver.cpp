// SPDX-License-Identifier: Apache-2.0
#include "localhub/http/httpserver.h"
#include "localhub/rawclient.h"
#include "localhub/wireclient.h"

#include <QTest>

#include <future>

using namespace Qt::Literals::StringLiterals;
using namespace localhub;
using namespace std::chrono_literals;

/// Answers that write themselves, and what they see of their connection.
class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesItself_data()
    {
        QTest::addColumn<bool>("goesOn");

        QTest::newRow("another request follows on the same connection") << true;
        QTest::newRow("it was the last one, and the connection ends") << false;
    }

    void writesItself()
    {
        QFETCH(bool, goesOn);
        const auto server = served([goesOn](Wire &wire) { return wire.put(kAnswer) && goesOn; });
        WireClient client(server->port());
        for (int i = 0; i < (goesOn ? 3 : 1); ++i) {
            client.ask("/");
            QCOMPARE(client.receive(5000, kAnswer.size()), kAnswer);
        }
        QCOMPARE(client.receive(goesOn ? 100 : 5000), QByteArray());
        QCOMPARE(client.end(), goesOn ? WireClient::End::Open : WireClient::End::Closed);
    }

    void theBodyOfARequestIsReadFirst()
    {
        const auto server = served([](Wire &wire) { return wire.put(kAnswer); });
        RawClient client(server->port());
        QCOMPARE(client.send("POST", "/", {}, "GET / HTTP/1.1\r\n\r\n").body, "ok"_ba);
        QCOMPARE(client.get("/").body, "ok"_ba);
    }

    void aResetComesAfterAllThatWasWritten()
    {
        const QByteArray much(10 << 20, 'x');
        const auto server = served([&](Wire &wire) {
            wire.put(much);
            wire.reset();
            return false;
        });
        WireClient client(server->port());
        client.ask("/");
        QCOMPARE(client.receive(5000).size(), much.size());
        QCOMPARE(client.end(), WireClient::End::Reset);
    }

    void manyComeAtOnce()
    {
        const auto server = served([](Wire &wire) { return wire.put(kAnswer); }, 64);
        qint64 best = 60'000;
        for (int round = 0; round < 5; ++round) {  // A busy machine is not slow each time.
            QElapsedTimer timer;
            timer.start();
            std::vector<std::unique_ptr<WireClient>> clients;
            for (int i = 0; i < 64; ++i) {
                clients.push_back(std::make_unique<WireClient>(server->port()));
                clients.back()->ask("/");
            }
            for (const auto &client : clients)
                QCOMPARE(client->receive(5000, kAnswer.size()), kAnswer);
            best = qMin(best, timer.elapsed());
        }
        // Whoever is not taken in tries again after a second, and then after two more.
        QVERIFY2(best < 1000, qPrintable(QString::number(best)));
    }

    void aWaitEndsAtOnce_data()
    {
        QTest::addColumn<bool>("clientGoes");

        QTest::newRow("when the client goes") << true;
        QTest::newRow("when the server ends") << false;
    }

    void aWaitEndsAtOnce()
    {
        QFETCH(bool, clientGoes);
        std::promise<void> began;
        std::promise<bool> ended;
        auto server = served([&](Wire &wire) {
            began.set_value();
            ended.set_value(wire.wait(1h));
            return false;
        });
        auto client = std::make_unique<WireClient>(server->port());
        client->ask("/");
        began.get_future().wait();
        if (clientGoes)
            client.reset();
        else
            server.reset();
        auto end = ended.get_future();
        QCOMPARE(end.wait_for(5s), std::future_status::ready);
        QVERIFY(!end.get());
    }

private:
    static inline const QByteArray kAnswer = "HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\nok";

    static std::shared_ptr<HttpServer> served(const WrittenAnswer &answer, size_t threads = 4)
    {
        return *HttpServer::start(
            0,
            [answer](const Request &) {
                Response response;
                response.body = answer;
                return response;
            },
            threads);
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
