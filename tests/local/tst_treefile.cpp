// SPDX-License-Identifier: Apache-2.0
#include "local/treefile.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(RemoteFile)

static RemoteFile plainFile(const QString &path)
{
    return {path, 12, QString(40, u'a')};
}

class TestTreeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAsPythonDoes()
    {
        RemoteFile large{u"sub/model.bin"_s, 5'000'000'000, QString(40, u'b'), QString(64, u'c'), QString(64, u'd')};
        const QByteArray wanted = "{\n \"format_version\": 1,\n \"files\": {\n"
                                  "  \"README.md\": {\n   \"size\": 12,\n   \"blob_id\": \""
            + QByteArray(40, 'a') + "\"\n  },\n  \"sub/model.bin\": {\n   \"size\": 5000000000,\n   \"blob_id\": \""
            + QByteArray(40, 'b') + "\",\n   \"lfs_sha256\": \"" + QByteArray(64, 'c')
            + "\",\n   \"lfs_size\": 5000000000,\n   \"xet_hash\": \"" + QByteArray(64, 'd') + "\"\n  }\n }\n}";
        QCOMPARE(local::treeToJson({large, plainFile(u"README.md"_s)}), wanted);
        QCOMPARE(local::treeToJson({}), "{\n \"format_version\": 1,\n \"files\": {}\n}");
    }

    void escapesAsPythonDoes_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("an umlaut") << u"\u00fc"_s << QByteArray("\"\\u00fc\"");
        QTest::newRow("a character of two units") << u"\U0001f917"_s << QByteArray("\"\\ud83e\\udd17\"");
        QTest::newRow("quote and backslash") << u"a\"\\"_s << QByteArray("\"a\\\"\\\\\"");
        QTest::newRow("delete") << u"\x7f"_s << QByteArray("\"\\u007f\"");
        QTest::newRow("a slash stays") << u"a/b"_s << QByteArray("\"a/b\"");
    }

    void escapesAsPythonDoes()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, json);
        const auto text = local::treeToJson({plainFile(path)});
        QVERIFY(text);
        QVERIFY2(text->contains("  " + json + ": {"), text->constData());
        QCOMPARE(local::treeFromJson(*text), RemoteFiles{plainFile(path)});
    }

    void sortsByCodePoint()
    {
        // U+FB00 is one unit above all surrogates, and below every character of two.
        const auto text = local::treeToJson({plainFile(u"\U0001f917"_s), plainFile(u"\ufb00"_s)});
        QVERIFY(text);
        QVERIFY(text->indexOf("\\ufb00") < text->indexOf("\\ud83e"));
    }

    void isNotWrittenIncomplete_data()
    {
        QTest::addColumn<RemoteFile>("file");
        const QString sha1(40, u'a');
        QTest::newRow("a size not known") << RemoteFile{u"a"_s, -1, sha1};
        QTest::newRow("no blob id") << RemoteFile{u"a"_s, 1, {}};
        QTest::newRow("a sha256 where the blob id stands") << RemoteFile{u"a"_s, 1, QString(64, u'a')};
        QTest::newRow("a sha256 that is none") << RemoteFile{u"a"_s, 1, sha1, u"../../x"_s};
        QTest::newRow("a Xet hash that is none") << RemoteFile{u"a"_s, 1, sha1, {}, QString(64, u'X')};
        QTest::newRow("no path") << RemoteFile{{}, 1, sha1};
    }

    void isNotWrittenIncomplete()
    {
        QFETCH(RemoteFile, file);
        QVERIFY(!local::treeToJson({plainFile(u"z"_s), file}));
    }

    void readsWhatOthersWrote_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("isRead");
        const QByteArray sha1 = "\"blob_id\":\"" + QByteArray(40, 'a') + "\"";
        const QByteArray sha256 = "\"" + QByteArray(64, 'c') + "\"";
        const auto with = [](const QByteArray &file, const QByteArray &version = "1") {
            return "{\"format_version\":" + version + ",\"files\":{\"a\":{" + file + "}}}";
        };
        QTest::newRow("the smallest") << with("\"size\":1," + sha1) << true;
        QTest::newRow("null for what is absent") << with("\"size\":1,\"xet_hash\":null," + sha1) << true;
        QTest::newRow("a key of later") << with("\"size\":1,\"mode\":\"x\"," + sha1) << true;
        QTest::newRow("a large file") << with("\"size\":1,\"lfs_size\":1,\"lfs_sha256\":" + sha256 + "," + sha1)
                                      << true;
        QTest::newRow("a later format") << with("\"size\":1," + sha1, "2") << false;
        QTest::newRow("a format that is text") << with("\"size\":1," + sha1, "\"1\"") << false;
        QTest::newRow("no size") << with(sha1) << false;
        QTest::newRow("a size below 0") << with("\"size\":-1," + sha1) << false;
        QTest::newRow("a size that is text") << with("\"size\":\"1\"," + sha1) << false;
        QTest::newRow("no blob id") << with("\"size\":1") << false;
        QTest::newRow("a Xet hash that is a number") << with("\"size\":1,\"xet_hash\":1," + sha1) << false;
        QTest::newRow("a Xet hash cut short") << with("\"size\":1,\"xet_hash\":\"ab\"," + sha1) << false;
        QTest::newRow("a sha256 that leads out") << with("\"size\":1,\"lfs_sha256\":\"../x\"," + sha1) << false;
        QTest::newRow("files as a list") << QByteArray("{\"format_version\":1,\"files\":[]}") << false;
        QTest::newRow("an entry that is text") << QByteArray("{\"format_version\":1,\"files\":{\"a\":\"b\"}}") << false;
        QTest::newRow("cut short") << QByteArray("{\"format_version\":1,\"fi") << false;
        QTest::newRow("empty") << QByteArray() << false;
    }

    void readsWhatOthersWrote()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, isRead);
        QCOMPARE(local::treeFromJson(json).has_value(), isRead);
    }
};

QTEST_APPLESS_MAIN(TestTreeFile)
#include "tst_treefile.moc"
