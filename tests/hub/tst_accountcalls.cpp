// SPDX-License-Identifier: Apache-2.0
#include "hub/deviceauth.h"
#include "hub/gate.h"
#include "hub/whoami.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static hub::Reply answer(QByteArray json, int status = 200)
{
    hub::Reply reply;
    reply.status = status;
    reply.body = json.replace('\'', '"');
    return reply;
}

/// What the Hub says when somebody signs in, and of what is gated.
class TestAccountCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCodeNamesItsPageItsIntervalAndItsLifetime()
    {
        const auto code = hub::parseDeviceCode(
            answer("{'device_code':'s3cret','user_code':'WDJB-MJHT','verification_uri':'https://hub.test/device',"
                   "'verification_uri_complete':'https://hub.test/device?user_code=WDJB-MJHT','interval':7,"
                   "'expires_in':600}"));
        QVERIFY(code);
        QCOMPARE(code->secret, "s3cret"_ba);
        QCOMPARE(code->code, u"WDJB-MJHT"_s);
        QCOMPARE(code->filledPage, QUrl(u"https://hub.test/device?user_code=WDJB-MJHT"_s));
        QCOMPARE(code->interval, 7s);
        QCOMPARE(code->lifetime, 600s);
    }

    void whatACodeLeavesOutHasTheDefaultsOfTheStandard()
    {
        const auto code = hub::parseDeviceCode(
            answer("{'device_code':'s','user_code':'A-1','verification_uri':'https://hub.test/device'}"));
        QVERIFY(code);
        QCOMPARE(code->filledPage, code->page);
        QCOMPARE(code->interval, 5s);
        QCOMPARE(code->lifetime, 900s);
    }

    void aFilledPageOfAnotherHostIsNotOpened()
    {
        const auto code = hub::parseDeviceCode(
            answer("{'device_code':'s','user_code':'A-1','verification_uri':'https://hub.test/device',"
                   "'verification_uri_complete':'https://evil.test/device?user_code=A-1'}"));
        QCOMPARE(code->filledPage, QUrl(u"https://hub.test/device"_s));
    }

    void whatBeginsNoSignInIsABadReply_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << "{}"_ba;
        QTest::newRow("no page") << "{'device_code':'s','user_code':'A'}"_ba;
        QTest::newRow("a page without a host") << "{'device_code':'s','user_code':'A','verification_uri':'device'}"_ba;
        QTest::newRow("a secret that fits no form")
            << "{'device_code':'a\\nb','user_code':'A','verification_uri':'https://hub.test/d'}"_ba;
        QTest::newRow("numbers") << "{'device_code':1,'user_code':2,'verification_uri':3}"_ba;
    }

    void whatBeginsNoSignInIsABadReply()
    {
        QFETCH(const QByteArray, json);
        const auto code = hub::parseDeviceCode(answer(json));
        QVERIFY(!code);
        QCOMPARE(code.error().kind, Error::Kind::BadReply);
    }

    void aGrantIsATokenOrAReason_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("granted") << 200 << "{'access_token':'hf_oauth_x','token_type':'bearer'}"_ba
                                 << "hf_oauth_x"_ba << QString();
        QTest::newRow("not yet") << 400 << "{'error':'authorization_pending'}"_ba << QByteArray()
                                 << u"authorization_pending"_s;
        QTest::newRow("a token in a refusal is none")
            << 400 << "{'access_token':'hf_oauth_x','error':'access_denied'}"_ba << QByteArray() << u"access_denied"_s;
        QTest::newRow("a token that fits no header is none")
            << 200 << "{'access_token':'a\\r\\nX: y','error':'odd'}"_ba << QByteArray() << u"odd"_s;
    }

    void aGrantIsATokenOrAReason()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, json);
        const auto grant = hub::parseTokenGrant(answer(json, status));
        QVERIFY(grant);
        QTEST(grant->token, "token");
        QTEST(grant->refusal, "refusal");
    }

    void aGrantWithNeitherIsABadReply()
    {
        QVERIFY(!hub::parseTokenGrant(answer("{}")));
        QVERIFY(!hub::parseTokenGrant(answer("<html>", 502)));
    }

    void aGrantTellsHowLongItCounts()
    {
        const auto grant
            = hub::parseTokenGrant(answer("{'access_token':'hf_oauth_x','refresh_token':'r','expires_in':28800}"));
        QCOMPARE(grant->refreshToken, "r"_ba);
        QCOMPARE(grant->lifetime, std::chrono::seconds(28800));
        QVERIFY(!hub::parseTokenGrant(answer("{'access_token':'hf_oauth_x','expires_in':-4}"))->lifetime);
    }

    void aFineGrainedTokenNamesItsScopes()
    {
        const auto identity = hub::parseIdentity(
            answer("{'name':'alice','orgs':[{'name':'acme'}],'auth':{'accessToken':{'displayName':'desk',"
                   "'role':'fineGrained','expiration':'2027-03-03T00:00:00.000Z','fineGrained':{"
                   "'canReadGatedRepos':false,'scoped':[{'entity':{'type':'org','name':'acme'},"
                   "'permissions':['repo.content.read','repo.write']},{'permissions':['lost']}]}}}}"));
        QVERIFY(identity);
        QCOMPARE(identity->tokenExpires, QDateTime(QDate(2027, 3, 3), QTime(0, 0), QTimeZone::utc()));
        QVERIFY(!identity->readsGated);
        QCOMPARE(identity->scopes.size(), 1);
        QCOMPARE(identity->scopes.constFirst().entity, u"acme"_s);
        QCOMPARE(identity->scopes.constFirst().permissions, QStringList({u"repo.content.read"_s, u"repo.write"_s}));
    }

    void aBrowserSignInHasNoToken()
    {
        const auto identity = hub::parseIdentity(answer("{'name':'alice','auth':{'type':'oauth'}}"));
        QCOMPARE(identity->tokenRole, QString());
        QVERIFY(identity->readsGated);
    }

    void namesCannotPoseAsOthers()
    {
        const auto identity = hub::parseIdentity(answer("{'name':'ali\xe2\x80\xae"
                                                        "ce'}"));
        QVERIFY(!identity->name.contains(QChar(0x202e)));
    }

    void aGateAsksWhatItsAuthorsWrote()
    {
        const auto gate = hub::parseGate(answer(
            "{'gated':'manual','cardData':{'extra_gated_prompt':'Tell us.','extra_gated_button_content':'Ask',"
            "'extra_gated_fields':{'Company':'text','I agree':'checkbox','Country':'country','Born':'date_picker',"
            "'Use':{'type':'select','options':['Research',{'label':'Other','value':'other'}]}}}}"));
        QVERIFY(gate);
        QCOMPARE(gate->kind, RepoInfo::Gate::Manual);
        QCOMPARE(gate->prompt, u"Tell us."_s);
        QCOMPARE(gate->button, u"Ask"_s);
        QCOMPARE(gate->fields.size(), 5);
        QVERIFY(gate->isKnown());
        const auto &use = gate->fields.constLast();
        QCOMPARE(use.name, u"Use"_s);
        QCOMPARE(use.options, QStringList({u"Research"_s, u"other"_s}));
    }

    void aGateAsksInTheOrderOfItsAuthors()
    {
        const auto gate = hub::parseGate(
            answer("{'Since':1,'cardData':{'extra_gated_fields':{'Name':'text','Größe \\\\ Zweck':'text',"
                   "'Use':{'type':'select','options':['Name','Since']},'Born':'date_picker',"
                   "'Since':'text'}}}"));
        QVERIFY(gate);
        QStringList names;
        for (const Gate::Field &field : gate->fields)
            names << field.name;
        QCOMPARE(names, QStringList({u"Name"_s, u"Größe \\ Zweck"_s, u"Use"_s, u"Born"_s, u"Since"_s}));
    }

    void whatIsAskedInAWayNobodyKnowsIsForTheHubsOwnPage()
    {
        QVERIFY(!hub::parseGate(answer("{'gated':'auto','cardData':{'extra_gated_fields':{'Where':'ip_location'}}}"))
                     ->isKnown());
        QVERIFY(!hub::parseGate(answer("{'gated':'auto','cardData':{'extra_gated_fields':{'W':{'type':'select'}}}}"))
                     ->isKnown());
    }

    void aGateWithoutACardAsksNothing()
    {
        const auto gate = hub::parseGate(answer("{'gated':'auto'}"));
        QVERIFY(gate && gate->isKnown() && gate->fields.isEmpty());
        QCOMPARE(gate->kind, RepoInfo::Gate::Automatic);
    }
};

QTEST_GUILESS_MAIN(TestAccountCalls)
#include "tst_accountcalls.moc"
