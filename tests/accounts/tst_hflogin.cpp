// SPDX-License-Identifier: Apache-2.0
#include "accounts/hflogin.h"
#include "local/filelock.h"
#include "support/disk.h"
#include "support/sentence.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;

class TestHfLogin : public QObject
{
    Q_OBJECT

private:
    std::optional<QTemporaryDir> m_dir;

    QString token() const { return m_dir->filePath(u"token"_s); }
    QString stored() const { return m_dir->filePath(u"stored_tokens"_s); }

    Environment environment() const
    {
        Environment environment;
        environment.tokenPath = token();
        return environment;
    }

    /// In one line: "*name=token" for the active one.
    QStringList logins() const
    {
        QStringList texts;
        for (const HfLogin &login : hfLogins(environment()))
            texts << (login.isActive ? "*"_L1 : ""_L1) + login.name + u'=' + QString::fromLatin1(login.token);
        return texts;
    }

private Q_SLOTS:
    void init() { m_dir.emplace(); }
    void cleanup() { m_dir.reset(); }

    void findsThem_data()
    {
        QTest::addColumn<QByteArray>("active");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("found");
        const auto row = [](const char *name, const char *active, const char *file, const QStringList &found) {
            QTest::newRow(name) << QByteArray(active) << QByteArray(file) << found;
        };
        row("nothing", "", "", {});
        row("a token alone has no name", "hf_a\n", "", {u"*=hf_a"_s});
        row("a name alone is not active", "", "[laptop]\nhf_token = hf_a\n\n", {u"laptop=hf_a"_s});
        row("the active one comes first", "hf_b", "[a]\nhf_token = hf_a\n\n[b]\nhf_token = hf_b\n\n[c]\nhf_token=hf_c",
            {u"*b=hf_b"_s, u"a=hf_a"_s, u"c=hf_c"_s});
        row("a token that no section has comes first", "hf_x", "[a]\nhf_token = hf_a\n", {u"*=hf_x"_s, u"a=hf_a"_s});
        row("of two names for one token the first is active", "hf_a", "[b]\nhf_token=hf_a\n[a]\nhf_token=hf_a\n",
            {u"*b=hf_a"_s, u"a=hf_a"_s});
        row("names in all alphabets", "", "[gr\xc3\xbc\xc3\x9f\x65 \xf0\x9f\xa6\x99]\nhf_token = hf_a\n",
            {u"grüße 🦙=hf_a"_s});
        row("a name with brackets", "", "[a[b]c]\nhf_token = hf_a\n", {u"a[b]c=hf_a"_s});
        row("a percent sign is one", "", "[a%(b)s]\nhf_token = hf_%a\n", {u"a%(b)s=hf_%a"_s});
        row("line ends of Windows", "hf_a\r\n", "[a]\r\nhf_token = hf_a\r\n", {u"*a=hf_a"_s});
        row("colons, comments, capitals", "", "; x\n[a]\n# hf_token = hf_x\nHF_Token: hf_a\n", {u"a=hf_a"_s});
        row("[DEFAULT] is no name, but counts for each", "",
            "[DEFAULT]\nhf_token = hf_d\n[a]\nx=y\n[b]\nhf_token=hf_b\n", {u"a=hf_d"_s, u"b=hf_b"_s});
        row("a section without a token", "", "[a]\nother = x\n[b]\nhf_token = \n", {});
        row("a token that cannot stand in a header", "", "[a]\nhf_token = hf_\xc3\xbc\n[b]\nhf_token = hf b\n", {});
        row("a value of two lines is no section", "", "[a]\nx = y\n  [b]\n  hf_token = hf_x\nhf_token = hf_a\n",
            {u"a=hf_a"_s});
        row("what is no UTF-8 is empty", "hf_a", "[\xfc]\nhf_token = hf_a\n", {u"*=hf_a"_s});
        row("a byte order mark is no section", "", "\xef\xbb\xbf[a]\nhf_token = hf_a\n", {});
        row("a line before all sections", "", "hf_token = hf_a\n[a]\nhf_token = hf_a\n", {});
        row("a line that is none", "", "[a]\nhf_token = hf_a\nwhatever\n", {});
        row("a section twice", "", "[a]\nhf_token = hf_a\n[a]\nhf_token = hf_b\n", {});
        row("a field twice", "", "[a]\nhf_token = hf_a\nhf_token = hf_b\n", {});
    }

    void findsThem()
    {
        QFETCH(QByteArray, active);
        QFETCH(QByteArray, file);
        if (!active.isEmpty())
            disk::put(token(), active);
        disk::put(stored(), file);
        QTEST(logins(), "found");
    }

    void knowsWhenSignInsEnd_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDateTime>("expires");
        QTest::newRow("seconds") << u"1790000000"_s << QDateTime::fromSecsSinceEpoch(1790000000, Qt::UTC);
        QTest::newRow("no number") << u"soon"_s << QDateTime();
        QTest::newRow("far too much") << u"99999999999999999999"_s << QDateTime();
        QTest::newRow("nothing") << QString() << QDateTime();
    }

    void knowsWhenSignInsEnd()
    {
        QFETCH(QString, text);
        disk::put(stored(), "[a]\nhf_token = hf_a\nrefresh_token = r_a\nexpires_at = " + text.toUtf8() + "\n");
        const QList<HfLogin> logins = hfLogins(environment());
        QCOMPARE(logins.size(), 1);
        QCOMPARE(logins[0].refreshToken, "r_a");
        QTEST(logins[0].expires, "expires");
    }

    void isNotHeldByWhatIsNoFile()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(token()).constData(), 0600), 0);
        QCOMPARE(::mkfifo(QFile::encodeName(stored()).constData(), 0600), 0);
        QCOMPARE(logins(), QStringList());
        QVERIFY(!forgetHfLogin(environment(), "hf_a"));
    }

    void readsNoFileWithoutAnEnd()
    {
        QByteArray sections;
        for (int i = 0; i < 100'000; ++i)
            sections += '[' + QByteArray::number(i) + "]\nhf_token = hf_a\n";
        disk::put(stored(), sections);
        QCOMPARE(logins(), QStringList());
    }

    void forgetsOne_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("active");
        QTest::addColumn<QByteArray>("file");
        const QByteArray a = "# mine\n[a]\r\nhf_token = hf_a\n", b = "[b]\nhf_token=hf_b ; x\n\n\n", c = "[c]\nx: y";
        const QByteArray all
            = a + "[z]\nhf_token = hf_z\nrefresh_token = r\n  more\n\n" + b + "[z2]\nhf_token = hf_z\n" + c;
        QTest::newRow("a stored one, by whatever names") << QByteArray("hf_z") << QByteArray("hf_a") << a + b + c;
        QTest::newRow("the first") << QByteArray("hf_a") << QByteArray() << "# mine\n" + all.sliced(a.size());
        QTest::newRow("one that is not there") << QByteArray("hf_y") << QByteArray("hf_a") << all;
        QTest::newRow("no token at all") << QByteArray() << QByteArray("hf_a") << all;
    }

    void forgetsOne()
    {
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, file);
        disk::put(this->token(), "hf_a");
        disk::put(stored(),
                  "# mine\n[a]\r\nhf_token = hf_a\n[z]\nhf_token = hf_z\nrefresh_token = r\n  more\n\n"
                  "[b]\nhf_token=hf_b ; x\n\n\n[z2]\nhf_token = hf_z\n[c]\nx: y");
        ::chmod(QFile::encodeName(stored()).constData(), 0640);
        QVERIFY(!forgetHfLogin(environment(), token));
        QCOMPARE(disk::contentOf(stored()), file);
        const bool isLeftAlone = token.isEmpty() || token == "hf_y";
        QCOMPARE(disk::modeOf(stored()), isLeftAlone ? 0640u : 0600u);
        QCOMPARE(disk::isThere(stored() + u".lock"_s), !isLeftAlone);
        QTEST(disk::isThere(this->token()) ? disk::contentOf(this->token()) : QByteArray(), "active");
        QCOMPARE(QDir(m_dir->path()).entryList({u"stored_tokens.*"_s}),
                 isLeftAlone ? QStringList() : QStringList{u"stored_tokens.lock"_s});
    }

    void forgetsTheOneThatIsStoredNowhereElse()
    {
        disk::put(token(), "hf_a\n");
        QVERIFY(!forgetHfLogin(environment(), "hf_a"));
        QVERIFY(!disk::isThere(token()));
        QVERIFY(!disk::isThere(stored()));
    }

    void leavesTheLinkToAFileOfAnotherFolder()
    {
        QTemporaryDir elsewhere;
        const QString file = elsewhere.filePath(u"tokens"_s);
        disk::put(file, "[a]\nhf_token = hf_a\n");
        disk::makeLink(file, stored());
        QVERIFY(!forgetHfLogin(environment(), "hf_a"));
        QCOMPARE(disk::contentOf(file), "");
        QCOMPARE(disk::linkAt(stored()), file.toUtf8());
    }

    void leavesWhatIsLocked()
    {
        const QByteArray file = "[a]\nhf_token = hf_a\n";
        disk::put(stored(), file);
        FileLock lock(stored() + u".lock"_s);
        QVERIFY(lock.tryLock());
        const auto error = forgetHfLogin(environment(), "hf_a");
        QVERIFY(error);
        QCOMPARE(int(error->kind), int(Error::Kind::Conflict));
        QCOMPARE(whyNoSentence(*error), QString());
        QCOMPARE(disk::contentOf(stored()), file);
        lock.unlock();
        QVERIFY(!forgetHfLogin(environment(), "hf_a"));
        QCOMPARE(disk::contentOf(stored()), "");
    }

    void saysThatItCannotBeWritten()
    {
        disk::put(stored(), "[a]\nhf_token = hf_a\n");
        disk::makeLink(u"elsewhere"_s, stored() + u".lock"_s);
        const auto error = forgetHfLogin(environment(), "hf_a");
        QVERIFY(error);
        QCOMPARE(int(error->kind), int(Error::Kind::Refused));
        QCOMPARE(logins(), QStringList{u"a=hf_a"_s});
    }
};

QTEST_GUILESS_MAIN(TestHfLogin)
#include "tst_hflogin.moc"
