// SPDX-License-Identifier: Apache-2.0
#include "accounts/accountlist.h"
#include "accounts/secret.h"
#include "hub/deviceauth.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

/// Who signed in, as a value, and what settings keep of it.
class TestAccountList : public QObject
{
    Q_OBJECT

private:
    const QUrl m_hub{u"https://huggingface.co"_s};
    const QUrl m_mirror{u"https://mirror.test:8443/hub"_s};

    static Account account(const QUrl &endpoint, const QString &name, bool isKept = true)
    {
        Account account;
        account.endpoint = endpoint;
        account.identity.name = name;
        account.isKept = isKept;
        return account;
    }

    static QStringList namesOf(const QList<Account> &accounts)
    {
        QStringList names;
        for (const Account &account : accounts)
            names << account.name();
        return names;
    }

    static QString chosenOf(const AccountList &list, const QUrl &hub)
    {
        const auto chosen = list.chosen(hub);
        return chosen ? chosen->name() : QString();
    }

private Q_SLOTS:
    void survivesBeingWritten()
    {
        Account ada = account(m_mirror, u"gr\u00fc\u00dfe \"\\"_s);
        ada.identity.fullName = u"Ada L."_s;
        ada.identity.organisations = {u"acme"_s, u"lab"_s};
        ada.identity.tokenName = u"laptop"_s;
        ada.identity.tokenRole = u"fineGrained"_s;
        ada.identity.tokenExpires = QDateTime({2027, 1, 2}, {3, 4, 5}, QTimeZone::utc());
        ada.identity.scopes = {{u"acme/model"_s, {u"repo.content.read"_s, u"repo.write"_s}}};
        ada.identity.readsGated = false;
        ada.way = Account::Way::Browser;
        AccountList list;
        list.add(ada);
        list.choose(m_mirror, ada.name());

        const auto read = AccountList::of(list.toJson()).chosen(m_mirror);
        QVERIFY(read);
        QCOMPARE(read->endpoint, m_mirror);
        QCOMPARE(read->identity.fullName, u"Ada L."_s);
        QCOMPARE(read->identity.organisations, ada.identity.organisations);
        QCOMPARE(read->identity.tokenName, u"laptop"_s);
        QCOMPARE(read->identity.tokenRole, u"fineGrained"_s);
        QCOMPARE(read->identity.tokenExpires, ada.identity.tokenExpires);
        QCOMPARE(read->identity.scopes.size(), 1);
        QCOMPARE(read->identity.scopes[0].entity, u"acme/model"_s);
        QCOMPARE(read->identity.scopes[0].permissions, ada.identity.scopes[0].permissions);
        QVERIFY(!read->identity.readsGated);
        QVERIFY(read->way == Account::Way::Browser);
        QVERIFY(read->isKept);
    }

    void namesItsEntry_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("key");
        const QString plain = u"ada@https://huggingface.co"_s;
        QTest::newRow("as it is") << u"https://huggingface.co"_s << plain;
        QTest::newRow("with a slash") << u"https://huggingface.co/"_s << plain;
        QTest::newRow("the usual port, said aloud") << u"https://huggingface.co:443"_s << plain;
        QTest::newRow("a path") << u"https://huggingface.co/hub"_s << plain;
        QTest::newRow("a user and a password") << u"https://eve:pw@huggingface.co"_s << plain;
        QTest::newRow("another port") << u"https://huggingface.co:8443/"_s << u"ada@https://huggingface.co:8443"_s;
        QTest::newRow("this computer") << u"http://127.0.0.1:8080"_s << u"ada@http://127.0.0.1:8080"_s;
        QTest::newRow("this computer's usual port") << u"http://localhost:80/"_s << u"ada@http://localhost"_s;
        QTest::newRow("http on the port of https") << u"http://localhost:443"_s << u"ada@http://localhost:443"_s;
        QTest::newRow("an IPv6 address") << u"http://[::1]:8080"_s << u"ada@http://[::1]:8080"_s;
    }

    void namesItsEntry()
    {
        QFETCH(QString, endpoint);
        QTEST(account(QUrl(endpoint), u"ada"_s).key(), "key");
    }

    void isTheSamePersonHoweverTheHubIsWritten()
    {
        AccountList list;
        list.add(account(m_hub, u"ada"_s));
        Account again = account(QUrl(u"https://huggingface.co:443/"_s), u"ada"_s);
        again.identity.fullName = u"Ada L."_s;
        list.add(again);
        QCOMPARE(list.all().size(), 1);
        list.choose(QUrl(u"https://huggingface.co:443"_s), u"ada"_s);
        QCOMPARE(list.chosen(m_hub)->identity.fullName, u"Ada L."_s);
        QCOMPARE(AccountList::of(list.toJson()).chosen(m_hub)->name(), u"ada"_s);
    }

    void keepsHubsApart()
    {
        AccountList list;
        list.add(account(m_hub, u"bob"_s));
        list.add(account(m_hub, u"ada"_s));
        list.add(account(m_mirror, u"ada"_s));
        list.choose(m_mirror, u"ada"_s);
        QCOMPARE(namesOf(list.at(m_hub)), (QStringList{u"ada"_s, u"bob"_s}));
        QCOMPARE(namesOf(list.at(m_mirror)), QStringList{u"ada"_s});
        QCOMPARE(chosenOf(list, m_hub), QString());
        list.remove(account(m_mirror, u"ada"_s));
        QCOMPARE(namesOf(list.at(m_hub)), (QStringList{u"ada"_s, u"bob"_s}));
        QVERIFY(list.at(m_mirror).isEmpty());
    }

    void choosesWhoIsLeft()
    {
        AccountList list;
        for (const QString &name : {u"cleo"_s, u"ada"_s, u"bob"_s})
            list.add(account(m_hub, name));
        list.choose(m_hub, u"ada"_s);
        list.remove(account(m_hub, u"cleo"_s));
        QCOMPARE(chosenOf(list, m_hub), u"ada"_s);
        list.remove(account(m_hub, u"ada"_s));
        QCOMPARE(chosenOf(list, m_hub), u"bob"_s);
        list.remove(account(m_hub, u"bob"_s));
        QCOMPARE(chosenOf(list, m_hub), QString());
    }

    void doesNotWriteWhoIsThereForThisRunAlone()
    {
        AccountList list;
        list.add(account(m_hub, u"ada"_s));
        list.add(account(m_hub, u"guest"_s, false));
        list.choose(m_hub, u"guest"_s);
        const AccountList read = AccountList::of(list.toJson());
        QCOMPARE(namesOf(read.at(m_hub)), QStringList{u"ada"_s});
        QCOMPARE(chosenOf(read, m_hub), QString());
        QVERIFY(!list.toJson().contains("guest"));

        AccountList anew = read;  // As it is read again after another program wrote it.
        anew.keepOfThisRun(list);
        QCOMPARE(namesOf(anew.at(m_hub)), (QStringList{u"ada"_s, u"guest"_s}));
        QCOMPARE(chosenOf(anew, m_hub), u"guest"_s);
    }

    void keepsWhoHasATokenOfThisRunBesideThatInTheKeychain()
    {
        AccountList list;
        list.add(account(m_hub, u"ada"_s));
        list.choose(m_hub, u"ada"_s);
        const QByteArray written = list.toJson();
        list.add(account(m_hub, u"ada"_s, false));
        QVERIFY(!list.chosen(m_hub)->isKept);
        QCOMPARE(list.toJson(), written);

        AccountList anew = AccountList::of(written);
        anew.keepOfThisRun(list);
        QVERIFY(!anew.chosen(m_hub)->isKept);
        QCOMPARE(anew.toJson(), written);

        AccountList signedOutElsewhere;
        signedOutElsewhere.keepOfThisRun(list);
        QCOMPARE(AccountList::of(signedOutElsewhere.toJson()).all().size(), 0);
    }

    void takesNoHostileList_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("accounts");
        const auto row = [](const char *name, const QByteArray &json, int accounts = 0) {
            QTest::newRow(name) << json << accounts;
        };
        const QByteArray good = "{\"endpoint\":\"https://hub.test\",\"name\":\"ada\"}";
        row("nothing", "");
        row("no JSON", "\xff\xfe{");
        row("cut short", "{\"accounts\":[{\"endpoint\":\"https://hub.test\",\"na");
        row("an array", "[1]");
        row("accounts that are none", "{\"accounts\":{\"name\":\"ada\"}}");
        row("a number among them", "{\"accounts\":[7,null,[]," + good + "]}", 1);
        row("no name", "{\"accounts\":[{\"endpoint\":\"https://hub.test\"}]}");
        row("a name that is no text", "{\"accounts\":[{\"endpoint\":\"https://hub.test\",\"name\":[\"ada\"]}]}");
        row("no Hub", "{\"accounts\":[{\"name\":\"ada\"}]}");
        row("a Hub without a host", "{\"accounts\":[{\"name\":\"ada\",\"endpoint\":\"https:///x\"}]}");
        row("a Hub that is a path", "{\"accounts\":[{\"name\":\"ada\",\"endpoint\":\"/etc/passwd\"}]}");
        row("the same one twice", "{\"accounts\":[" + good + ',' + good + "]}", 1);
        row("things that are of another kind",
            "{\"accounts\":[{\"endpoint\":\"https://"
            "hub.test\",\"name\":\"ada\",\"organisations\":7,\"scopes\":{\"a\":1},"
            "\"tokenExpires\":true,\"way\":[]}],\"chosen\":[1]}",
            1);
        row("somebody chosen who is not there",
            "{\"accounts\":[" + good + "],\"chosen\":{\"https://hub.test:443\":\"x\"}}", 1);
    }

    void takesNoHostileList()
    {
        QFETCH(QByteArray, json);
        const AccountList list = AccountList::of(json);
        QTEST(int(list.all().size()), "accounts");
        QVERIFY(!list.chosen(QUrl(u"https://hub.test"_s)));
        QCOMPARE(AccountList::of(list.toJson()).all().size(), list.all().size());
    }

    void writesNoPassword()
    {
        AccountList list;
        list.add(account(QUrl(u"https://eve:made-up-word@huggingface.co"_s), u"ada"_s));
        QVERIFY(!list.toJson().contains("made-up-word"));
    }

    void readsWhatTheKeychainKept_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("a token") << QByteArray("{\"token\":\"hf_x\"}") << QByteArray("hf_x");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("a token as it is, of another program") << QByteArray("hf_x") << QByteArray();
        QTest::newRow("a token that is a number") << QByteArray("{\"token\":7}") << QByteArray();
        QTest::newRow("a header of somebody's own") << QByteArray("{\"token\":\"x\\r\\nX-Evil: 1\"}") << QByteArray();
        QTest::newRow("an umlaut") << QByteArray("{\"token\":\"hf_\xc3\xbc\"}") << QByteArray();
    }

    void readsWhatTheKeychainKept()
    {
        QFETCH(QByteArray, entry);
        const auto secret = Secret::of(entry);
        QTEST(secret ? secret->token : QByteArray(), "token");
    }

    void keepsWhatABrowserSignInGave()
    {
        const QDateTime now({2026, 5, 1}, {12, 0}, QTimeZone::utc());
        const Secret first = Secret::granted({"hf_oauth_1", "r_1", std::chrono::seconds(3600)}, now);
        QCOMPARE(first.expires, now.addSecs(3600));
        const auto read = Secret::of(first.toEntry());
        QCOMPARE(read->token, "hf_oauth_1");
        QCOMPARE(read->refreshToken, "r_1");
        QCOMPARE(read->expires, first.expires);

        const Secret second = Secret::granted({"hf_oauth_2", {}}, now, first.refreshToken);
        QCOMPARE(second.refreshToken, "r_1");
        QVERIFY(!second.expires.isValid());
        QVERIFY(!Secret::of(second.toEntry())->expires.isValid());
    }
};

QTEST_APPLESS_MAIN(TestAccountList)
#include "tst_accountlist.moc"
