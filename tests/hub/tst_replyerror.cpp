// SPDX-License-Identifier: Apache-2.0
#include "hub/reply.h"
#include "hub/servermessage.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Kind = Error::Kind;

namespace {

const QUrl kRepository(u"https://hub.test/api/models/acme/m"_s);

hub::Reply refusal(int status, const QList<QNetworkReply::RawHeaderPair> &headers, const QByteArray &body = {})
{
    // Qt's text for a status has the whole address, signature and all.
    const QString text = u"Error transferring https://hub.test/x?Signature=secret"_s;
    return {status,  QNetworkReply::UnknownContentError,  text,
            headers, QByteArray(body).replace('\'', '"'), kRepository};
}

}  // namespace

class TestReplyError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decidesByCodeBeforeStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<Kind>("kind");

        const auto row = [](const char *title, int status, const char *code, const char *message, Kind kind) {
            QTest::newRow(title) << status << QByteArray(code) << QByteArray(message) << kind;
        };
        row("gated, nobody signed in", 401, "GatedRepo", "", Kind::Gated);
        row("gated, no access", 403, "GatedRepo", "", Kind::Gated);
        row("no such revision", 404, "RevisionNotFound", "Invalid rev id: x", Kind::NoRevision);
        row("no such file", 404, "EntryNotFound", "Entry not found", Kind::NoEntry);
        row("no such repository, signed in", 404, "RepoNotFound", "", Kind::NotFound);
        row("no such repository, nobody signed in", 401, "", "Invalid username or password.", Kind::Unauthorized);
        row("a token that is none", 401, "", "Invalid credentials in Authorization header", Kind::Unauthorized);
        row("disabled", 403, "", "Access to this resource is disabled.", Kind::Forbidden);
        row("not allowed", 403, "", "Your organisation wants another token", Kind::Forbidden);
        row("a gate that the token must not pass", 403, "",
            "Please enable access to public gated repositories in your fine-grained token settings to view this "
            "repository.",
            Kind::MissingScope);
        row("a permission that the token lacks", 403, "",
            "You don't have the required permissions to complete this action on acme/m, missing permissions: "
            "repo.content.read.",
            Kind::MissingScope);
        row("missing without a code", 404, "", "", Kind::NotFound);
        row("a proxy wants a password", 407, "", "", Kind::Proxy);
        row("changed meanwhile", 409, "", "", Kind::Conflict);
        row("another parent", 412, "", "", Kind::Conflict);
        row("no such range", 416, "", "", Kind::BadReply);
        row("too many requests", 429, "", "", Kind::RateLimited);
        row("a bad request", 400, "", "", Kind::BadReply);
        row("the server is ill", 500, "", "", Kind::Server);
        row("the server is busy", 503, "", "", Kind::Server);
        row("a code that we do not know", 418, "Teapot", "", Kind::BadReply);
    }

    void decidesByCodeBeforeStatus()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, message);
        QFETCH(Kind, kind);
        const auto error = hub::errorOf(refusal(status, {{"x-error-code", code}, {"x-error-message", message}}));
        QVERIFY(error && error->kind == kind);
        QVERIFY(!error->message.isEmpty());
        QVERIFY(error->detail.contains(u"HTTP %1"_s.arg(status)));
        QVERIFY(error->detail.contains(QString::fromLatin1(message)));
        QVERIFY(!error->detail.contains("secret"_L1));
    }

    void tellsHowFarOneHasComeAtAGate_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<Error::Access>("access");

        using Access = Error::Access;
        const auto row = [](const char *title, int status, const char *message, Access access) {
            QTest::newRow(title) << status << QByteArray(message) << access;
        };
        row("nobody is signed in", 401,
            "Access to model acme/m is restricted. You must have access to it and be authenticated to access it. "
            "Please log in.",
            Access::SignedOut);
        row("nobody asked", 403,
            "Access to model acme/m is restricted and you are not in the authorized list. Visit "
            "https://hub.test/acme/m to ask for access.",
            Access::NotAsked);
        row("the authors have not looked yet", 403,
            "Your request to access model acme/m is awaiting a review from the repo authors.", Access::Pending);
        row("the authors said no", 403, "Your request to access model acme/m has been rejected by the repo's authors.",
            Access::Rejected);
        row("a Hub with words of its own", 403, "No.", Access::NotAsked);
        row("nothing is said", 403, "", Access::NotAsked);
    }

    void tellsHowFarOneHasComeAtAGate()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, message);
        const auto error = hub::errorOf(refusal(status, {{"X-Error-Code", "GatedRepo"}, {"X-Error-Message", message}}));
        QVERIFY(error && error->kind == Kind::Gated);
        QTEST(error->access, "access");
    }

    void namesThePermissionThatIsMissing_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("named");

        const auto row = [](const char *title, const char *message, const QString &named) {
            QTest::newRow(title) << QByteArray(message) << named;
        };
        row("one", "No, missing permissions: repo.content.read.", u": repo.content.read."_s);
        row("two", "No, missing permissions: repo.content.read, repo.write", u": repo.content.read, repo.write."_s);
        row("none", "No, missing permissions:", u": the Hub does not say which."_s);
        row("markup and not a name", "missing permissions: <b>all</b>", u": the Hub does not say which."_s);
    }

    void namesThePermissionThatIsMissing()
    {
        QFETCH(QByteArray, message);
        QFETCH(QString, named);
        const auto error = hub::errorOf(refusal(403, {{"X-Error-Message", message}}));
        QCOMPARE(error->kind, Kind::MissingScope);
        QVERIFY2(error->message.endsWith(named), qPrintable(error->message));
    }

    void tellsWhatNobodyElseMaySee()
    {
        const auto anonymous = hub::errorOf(refusal(401, {}));
        const auto stale
            = hub::errorOf(refusal(401, {{"X-Error-Message", "Invalid credentials in Authorization header"}}));
        hub::Reply whoami = refusal(401, {});
        whoami.url = QUrl(u"https://hub.test/api/whoami-v2"_s);
        QVERIFY(anonymous->message.contains("private"_L1));
        QVERIFY(stale->message.contains("token"_L1));
        QVERIFY(!hub::errorOf(whoami)->message.contains("private"_L1));
    }

    void readsWhatDidNotCome_data()
    {
        QTest::addColumn<QNetworkReply::NetworkError>("failure");
        QTest::addColumn<Kind>("kind");

        QTest::newRow("no name") << QNetworkReply::HostNotFoundError << Kind::Offline;
        QTest::newRow("refused") << QNetworkReply::ConnectionRefusedError << Kind::Offline;
        QTest::newRow("cut") << QNetworkReply::RemoteHostClosedError << Kind::Offline;
        QTest::newRow("silent") << QNetworkReply::OperationCanceledError << Kind::Timeout;
        QTest::newRow("an untrusted certificate") << QNetworkReply::SslHandshakeFailedError << Kind::Tls;
        QTest::newRow("no proxy there") << QNetworkReply::ProxyConnectionRefusedError << Kind::Proxy;
        QTest::newRow("an address of another kind") << QNetworkReply::ProtocolUnknownError << Kind::Refused;
        QTest::newRow("no HTTP") << QNetworkReply::ProtocolFailure << Kind::BadReply;
    }

    void readsWhatDidNotCome()
    {
        QFETCH(QNetworkReply::NetworkError, failure);
        QFETCH(Kind, kind);
        for (const int status : {0, 200}) {
            const auto error = hub::errorOf({status, failure, u"Host https://a.test/?secret"_s, {}, {}, kRepository});
            QVERIFY(error && error->kind == kind);
            QVERIFY(!error->detail.contains("secret"_L1));
        }
    }

    void findsNothingWrong()
    {
        QVERIFY(!hub::errorOf({200, QNetworkReply::NoError, {}, {}, {}, kRepository}));
        QVERIFY(!hub::errorOf({302, QNetworkReply::NoError, {}, {}, {}, kRepository}));
    }

    void saysHowLongToWait_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("limit");
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<int>("seconds");

        QTest::newRow("the window is used up") << 429 << QByteArray("\"api\";r=0;t=55") << QByteArray("7") << 55;
        QTest::newRow("spaces between") << 429 << QByteArray("\"api\"; r=0; t=55") << QByteArray() << 55;
        QTest::newRow("another limiter's") << 429 << QByteArray("\"api\";r=3;t=55") << QByteArray("7") << 7;
        QTest::newRow("only Retry-After") << 503 << QByteArray() << QByteArray("12") << 12;
        QTest::newRow("no 429, no window") << 503 << QByteArray("\"api\";r=0;t=55") << QByteArray() << 0;
        QTest::newRow("a date") << 429 << QByteArray() << QByteArray("Wed, 21 Oct 2026 07:28:00 GMT") << 0;
        QTest::newRow("a negative number") << 429 << QByteArray() << QByteArray("-5") << 0;
        QTest::newRow("a year") << 429 << QByteArray() << QByteArray("31536000") << 3600;
    }

    void saysHowLongToWait()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, limit);
        QFETCH(QByteArray, retryAfter);
        QFETCH(int, seconds);
        const auto error = hub::errorOf(refusal(status, {{"ratelimit", limit}, {"retry-after", retryAfter}}));
        QCOMPARE(int(error->retryAfter.count()), seconds);
        QVERIFY(error->isTransient());
    }

    void namesTheCommitThatLacksAFile()
    {
        const QByteArray commit(40, 'a');
        const auto error = [](const char *code, const QByteArray &value) {
            return *hub::errorOf(refusal(404, {{"X-Error-Code", code}, {"X-Repo-Commit", value}}));
        };
        QCOMPARE(error("EntryNotFound", commit).commit, QString::fromLatin1(commit));
        QCOMPARE(error("EntryNotFound", "../../x").commit, QString());
        QCOMPARE(error("RevisionNotFound", commit).commit, QString());
    }

    void takesTheMessagesOfEachBody_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("messages");

        const auto row = [](const char *title, const char *body, const QStringList &messages) {
            QTest::newRow(title) << QByteArray(body) << messages;
        };
        row("one", "{'error':'no'}", {u"no"_s});
        row("several", "{'error':['no','never']}", {u"no"_s, u"never"_s});
        row("a code and its meaning", "{'error':'slow_down','error_description':'wait'}", {u"slow_down"_s, u"wait"_s});
        row("a list of objects", "{'errors':[{'message':'a'},{'message':'b'}]}", {u"a"_s, u"b"_s});
        row("an object", "{'error':{'message':'a'}}", {u"a"_s});
        row("a message", "{'message':'a'}", {u"a"_s});
        row("the same twice", "{'error':'a','message':'a'}", {u"a"_s});
        row("numbers", "{'error':5,'errors':[1,{'message':2}]}", {});
        row("HTML", "<html>404</html>", {});
        row("nothing", "", {});
        row("a line break and an escape", "{\"error\":\"a\\n b\\u001b[0m\"}", {u"a b\\u001b[0m"_s});
        row("a signed address", "{'error':'see https://cdn.test/x?Signature=secret now'}",
            {u"see https://cdn.test/x now"_s});
        row("a token", "{'error':'hf_abcDEF123 and Bearer hf_x'}", {u"hf_… and Bearer …"_s});
    }

    void takesTheMessagesOfEachBody()
    {
        QFETCH(QByteArray, body);
        QFETCH(QStringList, messages);
        QCOMPARE(hub::serverMessages(refusal(400, {}, body)), messages);
    }

    void repeatsNoSecretOfTheRequest_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("quoted");

        const auto row = [](const char *title, const char *text, const QString &quoted) {
            QTest::newRow(title) << QByteArray(text) << quoted;
        };
        row("an address that is signed", "see https://cdn.test/x?Signature=secret now",
            u"see https://cdn.test/x now"_s);
        row("one without its server", "for /lfs/x?a=secret&Signature=secret, no", u"for /lfs/x no"_s);
        row("the signature alone", "X-Amz-Signature=secret is old", u"X-Amz-Signature … is old"_s);
        row("an encoded one", "at %2Fx%3FSignature%3Dsecret", u"at %2Fx%3FSignature …"_s);
        row("a token of the Hub's", "hf_secret is old", u"hf_… is old"_s);
        row("a mirror's token", "my+se/cret is old", u"… is old"_s);
        row("an encoded token", "my%2Bse%2Fcret is old", u"… is old"_s);
        row("the whole header", "no Bearer my+se/cret here", u"no Bearer … here"_s);
        row("a question", "Who? a=b", u"Who? a=b"_s);
        const QByteArray start(2393, ' ');  // So much of it that a cut goes through the token.
        QTest::newRow("a token at the end of a long text") << start + "my+se/cret" << u"…"_s;
    }
    void repeatsNoSecretOfTheRequest()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, quoted);
        hub::Reply reply = refusal(500, {});
        reply.token = "my+se/cret";
        QCOMPARE(hub::quoted(text, reply), quoted);

        for (const char *name : {"X-Error-Code", "X-Error-Message", "X-Request-Id", "Content-Range"}) {
            reply.headers = {{name, text}};
            for (const int status : {416, 500}) {
                reply.status = status;
                const QString detail = hub::errorOf(reply)->detail;
                QVERIFY2(!detail.contains("cret"_L1), qPrintable(detail));
            }
        }
    }

    void saysTheRequestsId()
    {
        const auto error = hub::errorOf(refusal(500, {{"x-request-id", "Root=1-abc"}}, "{'error':'Internal'}"));
        QCOMPARE(error->detail, u"HTTP 500; Internal; request Root=1-abc"_s);
    }

    void comparesNamesOfHeadersWithoutCase()
    {
        const hub::Reply reply{200, {}, {}, {{"x-repo-commit", "a"}, {"X-Repo-Commit", "b"}}, {}, {}};
        QCOMPARE(reply.header("X-REPO-Commit"), "a");
        QCOMPARE(reply.header("Link"), "");
    }
};

QTEST_APPLESS_MAIN(TestReplyError)
#include "tst_replyerror.moc"
