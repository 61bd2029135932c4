// SPDX-License-Identifier: Apache-2.0
#include "hub/commits.h"
#include "hub/filemetadata.h"
#include "hub/hubclient.h"
#include "hub/network.h"
#include "hub/refs.h"
#include "hub/repoinfo.h"
#include "hub/tree.h"
#include "hub/whoami.h"
#include "support/faults.h"
#include "support/onetoken.h"
#include "support/testhub.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using Outcome = std::optional<Kind>;  // Nothing: the right answer.

Q_DECLARE_METATYPE(Outcome)

namespace {

constexpr int kFiles = 1'200;  // More than a page of the list.
const RepoId kRepo{RepoType::Model, u"o/m"_s};

/// The calls by what the Hub's addresses look like.
const QMap<QString, QString> kPaths{{u"repoInfo"_s, u"/api/models/o/m/revision/main"_s},
                                    {u"tree"_s, u"/api/models/o/m/tree/**"_s},
                                    {u"refs"_s, u"/api/models/o/m/refs"_s},
                                    {u"commits"_s, u"/api/models/o/m/commits/**"_s},
                                    {u"whoami"_s, u"/api/whoami-v2"_s},
                                    {u"fileMetadata"_s, u"/o/m/resolve/**"_s}};

QJsonObject status(int number, const QString &code = {}, int times = -1)
{
    QJsonObject fault{{u"status"_s, number}, {u"body"_s, u"no"_s}};
    if (!code.isEmpty())
        fault[u"headers"_s] = QJsonObject{{u"X-Error-Code"_s, code}};
    if (times >= 0)
        fault[u"times"_s] = times;
    return fault;
}

QJsonObject saying(int number, const QString &name, const QString &value, int times)
{
    return {{u"status"_s, number}, {u"headers"_s, QJsonObject{{name, value}}}, {u"times"_s, times}};
}

}  // namespace

/// Each thing that can go wrong with an answer, against each call: the right answer, or the right error, soon and after
/// few requests. All calls run at once; each meets the fault by itself.
class TestFaultyCalls : public QObject
{
    Q_OBJECT

    TestHub m_hub{true};
    Faults m_faults{m_hub.url()};
    OneToken m_credentials;
    QString m_commit;
    QMap<QString, Outcome> m_outcomes;
    QMap<QString, Error> m_errors;

    /// \a isRight looks at an answer.
    template<typename T, typename IsRight>
    auto taker(const QString &call, IsRight isRight)
    {
        return [this, call, isRight](const Result<T> &answer) {
            m_outcomes[call] = answer ? Outcome() : Outcome(answer.error().kind);
            if (!answer)
                m_errors[call] = answer.error();
            else if (!isRight(*answer))
                m_errors[call] = {Kind::BadReply, u"A wrong answer was taken for a right one."_s};
        };
    }

    template<typename T, typename IsRight>
    void ask(HubClient &client, const QString &name, const ApiCall<T> &call, IsRight isRight)
    {
        client.send(call, &client, taker<T>(name, isRight));
    }

    void askForTree(HubClient &client)
    {
        auto files = std::make_shared<int>(0);
        client.stream(hub::tree(kRepo, u"main"_s, {}, true), &client, [this, files](const auto &page) {
            *files += page ? int(page->items.size()) : 0;
            if (!page || !page->next.isValid())
                taker<Page<TreeEntry>>(u"tree"_s, [&](const auto &) { return *files == kFiles; })(page);
            return true;
        });
    }

    void askAll(HubClient &client)
    {
        ask(client, u"repoInfo"_s, hub::repoInfo(kRepo, u"main"_s),
            [this](const RepoInfo &info) { return info.sha == m_commit; });
        ask(client, u"refs"_s, hub::refs(kRepo), [](const Refs &refs) { return refs.branches.size() == 1; });
        ask(client, u"commits"_s, hub::commits(kRepo, u"main"_s, 10),
            [this](const Page<Commit> &page) { return page.items.value(0).id == m_commit; });
        ask(client, u"whoami"_s, hub::whoami(), [](const Identity &identity) { return identity.name == u"ada"_s; });
        ask(client, u"fileMetadata"_s, hub::fileMetadata(kRepo, u"main"_s, u"file-1"_s),
            [this](const auto &metadata) { return metadata.commit == m_commit && metadata.file.blobId.size() == 40; });
        askForTree(client);
    }

    int requestsFor(const QString &call) const
    {
        const QString prefix = kPaths[call].section(u'*', 0, 0);
        int count = 0;
        for (const QJsonObject &request : m_faults.log()) {
            const QString path = request[u"path"_s].toString();
            count += path.startsWith(prefix) || (call == "fileMetadata"_L1 && path.contains("resolve-cache"_L1));
        }
        return count;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QList<localhub::Change> changes;
        for (int i = 0; i < kFiles; ++i)
            changes << localhub::Change::put("file-" + QByteArray::number(i), QByteArray::number(i));
        m_commit = m_hub.commit("main", changes);
    }

    void eachCall_data()
    {
        QTest::addColumn<QJsonObject>("fault");
        QTest::addColumn<Outcome>("get");
        QTest::addColumn<Outcome>("head");  // The call that asks for headers alone.
        QTest::addColumn<int>("requests");  // At the most, for one answer.
        const auto row = [](const char *name, const QJsonObject &fault, const Outcome &get, const Outcome &head,
                            int requests) { QTest::newRow(name) << fault << get << head << requests; };
        const Outcome right;
        const QString limit = u"RateLimit"_s;

        row("nothing goes wrong", {}, right, right, 1);
        row("the answer is late", {{u"latencyMs"_s, 300}}, right, right, 1);
        row("the answer is slow", {{u"bytesPerSecond"_s, 300'000}}, right, right, 1);
        row("a fault of the hub's own, twice", status(500, {}, 2), right, right, 3);
        row("a fault of the hub's own, for ever", status(500), Kind::Server, Kind::Server, 4);
        row("a gateway's fault, once", status(502, {}, 1), right, right, 2);
        row("busy, and back in a second", saying(503, u"Retry-After"_s, u"1"_s, 1), right, right, 2);
        row("busy for a minute", saying(503, u"Retry-After"_s, u"60"_s, 9), Kind::Server, Kind::Server, 1);
        row("the gateway waited too long, once", status(504, {}, 1), right, right, 2);
        row("the hub waited too long, once", status(408, {}, 1), right, right, 2);
        row("the limit is used up for a second", saying(429, limit, u"\"x\";r=0;t=1"_s, 1), right, right, 2);
        row("the limit is used up for long", saying(429, limit, u"\"x\";r=0;t=99"_s, 9), Kind::RateLimited,
            Kind::RateLimited, 1);
        row("too often, and nobody says for how long", status(429), Kind::RateLimited, Kind::RateLimited, 4);
        row("not signed in", status(401), Kind::Unauthorized, Kind::Unauthorized, 1);
        row("not allowed", status(403), Kind::Forbidden, Kind::Forbidden, 1);
        row("gated", status(403, u"GatedRepo"_s), Kind::Gated, Kind::Gated, 1);
        row("no such repository", status(404, u"RepoNotFound"_s), Kind::NotFound, Kind::NotFound, 1);
        row("no such revision", status(404, u"RevisionNotFound"_s), Kind::NoRevision, Kind::NoRevision, 1);
        row("no such file", status(404, u"EntryNotFound"_s), Kind::NoEntry, Kind::NoEntry, 1);
        row("a server that is no hub", {{u"missing"_s, true}}, Kind::NotFound, Kind::NotFound, 1);
        row("a request that is not taken", status(400), Kind::BadReply, Kind::BadReply, 1);
        row("a status that nobody knows", status(599), Kind::Server, Kind::Server, 1);
        row("an answer without one", status(204), Kind::BadReply, Kind::BadReply, 1);
        row("a circle", {{u"redirect"_s, u"self"_s}}, Kind::Refused, Kind::Refused, 21);
        row("a redirect to a file", {{u"redirect"_s, u"file:///etc/passwd"_s}}, Kind::Refused, Kind::BadReply, 1);
        row("a redirect to where nobody is", {{u"redirect"_s, u"http://127.0.0.1:9/?Signature=x"_s}}, Kind::Offline,
            Kind::BadReply, 1);
        row("no JSON", {{u"body"_s, u"[{"_s}}, Kind::BadReply, Kind::BadReply, 1);
        row("deep JSON", {{u"body"_s, QString(100'000, u'[')}}, Kind::BadReply, Kind::BadReply, 1);
        row("a page for people", {{u"body"_s, u"<html>"_s}}, Kind::BadReply, Kind::BadReply, 1);
        row("nothing at all", {{u"body"_s, u""_s}}, Kind::BadReply, Kind::BadReply, 1);
        row("other JSON", {{u"body"_s, u"17"_s}}, Kind::BadReply, Kind::BadReply, 1);
        row("cut before a head, once", {{u"cutAfter"_s, -1}, {u"times"_s, 1}}, right, right, 3);
        row("cut before a head, for ever", {{u"cutAfter"_s, -1}}, Kind::Offline, Kind::Offline, 12);
        row("cut before the body, for ever", {{u"cutAfter"_s, 0}}, Kind::Offline, right, 4);
        row("cut in the body, twice", {{u"cutAfter"_s, 20}, {u"times"_s, 2}}, right, right, 3);
        row("cut in the body, for ever", {{u"cutAfter"_s, 20}}, Kind::Offline, right, 4);
        row("silent before a head", {{u"stallAfter"_s, -1}}, Kind::Timeout, Kind::Timeout, 1);
        row("silent in the body", {{u"stallAfter"_s, 20}}, Kind::Timeout, right, 1);
        row("a length that is not said", {{u"dropHeaders"_s, QJsonArray{u"Content-Length"_s}}}, right, right, 1);
        row("a body that ends with the connection",
            {{u"dropHeaders"_s, QJsonArray{u"Content-Length"_s, u"Transfer-Encoding"_s}}}, right, right, 1);
        row("a length that is too small", {{u"setHeaders"_s, QJsonObject{{u"Content-Length"_s, u"9"_s}}}},
            Kind::BadReply, right, 1);
        row("a length that is too large",
            {{u"setHeaders"_s, QJsonObject{{u"Content-Length"_s, u"999999"_s}, {u"Connection"_s, u"close"_s}}}},
            Kind::Offline, right, 4);
        row("headers that nobody needs are missing",
            {{u"dropHeaders"_s,
              QJsonArray{limit, u"RateLimit-Policy"_s, u"X-Request-Id"_s, u"Content-Type"_s, u"X-Error-Code"_s}}},
            right, right, 1);
        row("everything on one page", {{u"unpaged"_s, true}}, right, right, 1);
    }

    void eachCall()
    {
        QFETCH(QJsonObject, fault);
        QFETCH(Outcome, get);
        QFETCH(Outcome, head);
        QFETCH(int, requests);
        QJsonArray rules;
        for (const QString &path : kPaths) {
            fault[u"path"_s] = path;
            rules << fault;
        }
        m_faults.set(rules);
        m_faults.clearLog();
        m_outcomes.clear();
        m_errors.clear();
        const auto network = hub::makeNetwork({});
        HubClient client(network.get(), m_hub.url(), {}, &m_credentials);
        client.setPatience({.silence = 2s, .firstPause = 20ms});
        askAll(client);
        QVERIFY(QTest::qWaitFor([&] { return m_outcomes.size() == kPaths.size(); }, 20'000));
        for (auto it = m_outcomes.cbegin(); it != m_outcomes.cend(); ++it) {
            const Outcome expected = it.key() == "fileMetadata"_L1 ? head : get;
            const Error error = m_errors.value(it.key());
            QVERIFY2(*it == expected, qPrintable(it.key() + u": "_s + error.message + u' ' + error.detail));
            QVERIFY2(it->has_value() || error.message.isEmpty(), qPrintable(it.key() + u": "_s + error.message));
            const int most = it.key() == "fileMetadata"_L1 || it.key() == "tree"_L1 ? requests + 1 : requests;
            QVERIFY2(requestsFor(it.key()) <= most,
                     qPrintable(u"%1: %2 requests"_s.arg(it.key()).arg(requestsFor(it.key()))));
        }
    }
};

QTEST_GUILESS_MAIN(TestFaultyCalls)
#include "tst_faultycalls.moc"
