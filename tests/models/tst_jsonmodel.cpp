// SPDX-License-Identifier: Apache-2.0
#include "models/itemroles.h"
#include "models/jsonmodel.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::Tone;

class TestJsonModel : public QObject
{
    Q_OBJECT

    static QJsonDocument parse(const QByteArray &json) { return QJsonDocument::fromJson(json); }

    static QString textOf(const QModelIndex &row, int column)
    {
        return row.siblingAtColumn(column).data(Qt::DisplayRole).toString();
    }

private Q_SLOTS:
    void showsEachKind_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("tone");
        const auto row = [](const char *name, const QByteArray &value, const QString &text, Tone tone) {
            QTest::newRow(name) << value << text << int(tone);
        };
        row("a text", R"("T5")", u"\"T5\""_s, Tone::Success);
        row("a whole number", "32128", u"32128"_s, Tone::Warning);
        row("one that a double cannot hold", "9007199254740993", u"9007199254740993"_s, Tone::Warning);
        row("a small number", "1e-06", u"1e-06"_s, Tone::Warning);
        row("a fraction", "0.1", u"0.1"_s, Tone::Warning);
        row("true", "true", u"true"_s, Tone::Warning);
        row("null", "null", u"null"_s, Tone::Warning);
        row("an empty list", "[]", u"[ ]"_s, Tone::Neutral);
        row("an empty object", "{}", u"{ }"_s, Tone::Neutral);
        row("a list of one", "[1]", u"1 entry"_s, Tone::Neutral);
        row("an object", R"({"a":1,"b":2})", u"2 entries"_s, Tone::Neutral);
        row("a text that turns what follows",
            "\"a\xe2\x80\xae"
            "b\"",
            u"\"a\\u202eb\""_s, Tone::Success);
        row("a text of lines", R"("a\nb")", u"\"a↵b\""_s, Tone::Success);
        row("a long text", '"' + QByteArray(5000, 'x') + '"', u'"' + QString(JsonModel::kLongest, u'x') + u"…\""_s,
            Tone::Success);
    }
    void showsEachKind()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const QString, text);
        QFETCH(const int, tone);
        JsonModel model;
        model.setDocument(parse("{\"key\": " + value + "}"));
        const QModelIndex row = model.index(0, 0);
        QCOMPARE(textOf(row, JsonModel::Key), u"key"_s);
        QCOMPARE(textOf(row, JsonModel::Value), text);
        QCOMPARE(row.siblingAtColumn(JsonModel::Value).data(models::ToneRole).toInt(), tone);
    }

    void isATree()
    {
        JsonModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDocument(parse(R"({"a": {"b": [1, {"c": null}]}, "z": []})"));
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex a = model.index(0, 0);
        const QModelIndex b = model.index(0, 0, a);
        QVERIFY(model.hasChildren(a));
        QVERIFY(!model.hasChildren(model.index(1, 0)));
        QCOMPARE(textOf(b, JsonModel::Key), u"b"_s);
        QCOMPARE(model.rowCount(b), 2);
        QCOMPARE(textOf(model.index(1, 0, b), JsonModel::Key), u"1"_s);
        QCOMPARE(textOf(model.index(0, 0, model.index(1, 0, b)), JsonModel::Value), u"null"_s);
        QCOMPARE(model.parent(b), a);
        model.setDocument(parse("[1, 2, 3]"));
        QCOMPARE(model.rowCount(), 3);
        model.setDocument({});
        QCOMPARE(model.rowCount(), 0);
    }

    void manyEntriesStandInGroups()
    {
        QJsonArray many;
        for (int i = 0; i < 2500; ++i)
            many.append(i);
        JsonModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QJsonArray around;
        around.append(many);  // QJsonArray{many} is a copy of it to some compilers.
        model.setDocument(QJsonDocument(around));
        const QModelIndex list = model.index(0, 0);
        QCOMPARE(textOf(list, JsonModel::Value), u"2,500 entries"_s);
        QCOMPARE(model.rowCount(list), 3);
        const QModelIndex last = model.index(2, 0, list);
        QCOMPARE(textOf(last, JsonModel::Key), u"2000 – 2499"_s);
        QCOMPARE(model.rowCount(last), 500);
        QCOMPARE(textOf(model.index(499, 0, last), JsonModel::Key), u"2499"_s);
        QCOMPARE(textOf(model.index(499, 0, last), JsonModel::Value), u"2499"_s);
    }

    void deepNestingIsNoTreeAndNoCrash()
    {
        QVERIFY(parse(QByteArray(100'000, '[')).isNull());
        QVERIFY(parse(QByteArray(100'000, '[') + QByteArray(100'000, ']')).isNull());
    }
};

QTEST_GUILESS_MAIN(TestJsonModel)
#include "tst_jsonmodel.moc"
