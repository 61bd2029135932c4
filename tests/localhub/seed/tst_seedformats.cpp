// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/content.h"
#include "localhub/seed/gguf.h"
#include "localhub/seed/onnx.h"
#include "localhub/seed/pictures.h"
#include "localhub/seed/random.h"
#include "localhub/seed/safetensors.h"
#include "localhub/seed/tables.h"
#include "localhub/seed/tinyllamafiles.h"
#include "localhub/seed/zip.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QScopeGuard>
#include <QTest>
#include <QtEndian>

#include <archive.h>
#include <archive_entry.h>

#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;
using namespace localhub;

/// What a safetensors file says of itself, and how many bytes lie behind that.
struct Safetensors {
    QJsonObject entries;
    qint64 dataSize = -1;
};

static Safetensors readSafetensors(const QByteArray &file)
{
    const auto size = qint64(qFromLittleEndian<quint64>(file.constData()));
    if (size > file.size() - 8)
        return {};
    return {QJsonDocument::fromJson(file.mid(8, size)).object(), file.size() - 8 - size};
}

/// Reads a GGUF file piece by piece; \a ok becomes false behind its end.
struct GgufReader {
    QByteArray bytes;
    qsizetype at = 0;
    bool ok = true;

    template<typename T>
    T number()
    {
        ok = ok && at + qsizetype(sizeof(T)) <= bytes.size();
        if (!ok)
            return {};
        const T value = qFromLittleEndian<T>(bytes.constData() + at);
        at += sizeof(T);
        return value;
    }

    QByteArray text()
    {
        const auto size = qsizetype(number<quint64>());
        ok = ok && size <= bytes.size() - at;
        if (!ok)
            return {};
        at += size;
        return bytes.mid(at - size, size);
    }

    /// The length of the array, or the number, or 0.
    quint64 value(quint32 type)
    {
        switch (type) {
        case 4:
        case 5:
        case 6: return number<quint32>();
        case 7: return number<quint8>();
        case 8: text(); return 0;
        case 9: return array();
        default: ok = false; return 0;
        }
    }

    quint64 array()
    {
        const auto type = number<quint32>();
        const auto count = number<quint64>();
        for (quint64 i = 0; ok && i < count; ++i)
            value(type);
        return count;
    }
};

static QHash<QByteArray, QByteArray> readZip(const QByteArray &bytes)
{
    QHash<QByteArray, QByteArray> files;
    archive *zip = archive_read_new();
    const auto free = qScopeGuard([zip] { archive_read_free(zip); });
    archive_read_support_format_zip(zip);
    if (archive_read_open_memory(zip, bytes.constData(), size_t(bytes.size())) != ARCHIVE_OK)
        return {};
    archive_entry *entry = nullptr;
    while (archive_read_next_header(zip, &entry) == ARCHIVE_OK) {
        QByteArray content(archive_entry_size(entry), '\0');
        if (archive_read_data(zip, content.data(), size_t(content.size())) != content.size())
            return {};
        files.insert(archive_entry_pathname_utf8(entry), content);
    }
    return files;
}

/// The fields of the first rows of a CSV as RFC 4180 has it.
static QList<QByteArrayList> readCsv(const QByteArray &csv)
{
    QList<QByteArrayList> rows{{QByteArray()}};
    bool quoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (c == '"' && quoted && csv.mid(i + 1, 1) == "\"")
            rows.last().last() += csv[i++];
        else if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            rows.last() << QByteArray();
        else if (c == '\n' && !quoted)
            rows << QByteArrayList{QByteArray()};
        else
            rows.last().last() += c;
    }
    rows.removeLast();
    return rows;
}

class TestSeedFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomNumbersAreTheSameEverywhere()
    {
        seed::Random random(1);
        QCOMPARE(random.next(), Q_UINT64_C(0x910a2dec89025cc1));
        QCOMPARE(random.next(), Q_UINT64_C(0xbeeb8da1658eec67));
    }

    void halvesAreRoundedToTheNearest_data()
    {
        QTest::addColumn<float>("value");
        QTest::addColumn<quint16>("half");
        QTest::newRow("nothing") << 0.0f << quint16(0);
        QTest::newRow("nothing, negative") << -0.0f << quint16(0x8000);
        QTest::newRow("one") << 1.0f << quint16(0x3c00);
        QTest::newRow("minus two") << -2.0f << quint16(0xc000);
        QTest::newRow("a third") << 1.0f / 3 << quint16(0x3555);
        QTest::newRow("halfway goes to the even one, down") << 1.0f + 1.0f / 2048 << quint16(0x3c00);
        QTest::newRow("halfway goes to the even one, up") << 1.0f + 3.0f / 2048 << quint16(0x3c02);
        QTest::newRow("a carry raises the exponent") << 1.9999f << quint16(0x4000);
        QTest::newRow("largest") << 65504.0f << quint16(0x7bff);
        QTest::newRow("too large") << 65520.0f << quint16(0x7c00);
        QTest::newRow("far too large") << 1e30f << quint16(0x7c00);
        QTest::newRow("smallest normal") << std::ldexp(1.0f, -14) << quint16(0x0400);
        QTest::newRow("below normal") << std::ldexp(1.0f, -15) << quint16(0x0200);
        QTest::newRow("smallest") << std::ldexp(1.0f, -24) << quint16(0x0001);
        QTest::newRow("half of the smallest") << std::ldexp(1.0f, -25) << quint16(0x0000);
        QTest::newRow("more than half of the smallest") << std::ldexp(1.5f, -25) << quint16(0x0001);
        QTest::newRow("too small") << 1e-30f << quint16(0);
    }

    void halvesAreRoundedToTheNearest()
    {
        QFETCH(float, value);
        QTEST(seed::toHalf(value), "half");
    }

    void piecesOfATextAreItsPast()
    {
        QCOMPARE(seed::firstPieces("a\n\n## b\n\n## c\n", "\n## ", 1), "a\n");
        QCOMPARE(seed::firstPieces("a\n\n## b\n\n## c\n", "\n## ", 2), "a\n\n## b\n");
        QCOMPARE(seed::firstPieces("a\n\n## b\n\n## c\n", "\n## ", 3), "a\n\n## b\n\n## c\n");
    }

    void shardsHoldAllTensorsOfTheConfiguration()
    {
        const seed::TinyLlamaFiles llama;
        const QList<seed::File> files = llama.at("weights", 0);
        QCOMPARE(files.size(), 4);
        const QJsonObject index = QJsonDocument::fromJson(files.last().bytes).object();
        const QJsonObject places = index[u"weight_map"_s].toObject();
        qint64 total = 0;
        qsizetype tensors = 0;
        for (const seed::File &file : files.first(3)) {
            const Safetensors read = readSafetensors(file.bytes);
            QVERIFY2(checkTensors(read, 4), file.path.constData());
            QVERIFY(file.bytes.size() <= 10'100'000 && file.bytes.size() > 5'000'000);
            for (const QString &name : read.entries.keys()) {
                if (name != "__metadata__"_L1)
                    QCOMPARE(places[name].toString().toUtf8(), file.path);
            }
            total += read.dataSize;
            tensors += read.entries.size() - 1;
        }
        QCOMPARE(tensors, places.size());
        QCOMPARE(tensors, qsizetype(3 + 9 * llama.shape().layers));
        QCOMPARE(index[u"metadata"_s][u"total_size"_s].toInteger(), total);
        QCOMPARE(total, 4 * 6'951'168);
    }

    void onlyTheLastLayersWereTrainedAgain()
    {
        const seed::TinyLlamaFiles llama;
        const QList<seed::File> before = llama.at("weights", 1);
        const QList<seed::File> after = llama.at("weights", 2);
        QCOMPARE(before[0].bytes, after[0].bytes);
        QVERIFY(before[2].bytes != after[2].bytes);
    }

    void halvesAreOneFileOfHalfTheSize()
    {
        const QList<seed::File> files = seed::TinyLlamaFiles().halves();
        QCOMPARE(files.last().path, "model.safetensors");
        const Safetensors read = readSafetensors(files.last().bytes);
        QVERIFY(checkTensors(read, 2));
        QCOMPARE(read.dataSize, 2 * 6'951'168);
        QVERIFY(files.first().bytes.contains("\"float16\""));
    }

    void ggufSaysWhatIsInIt()
    {
        const seed::TinyLlamaFiles llama;
        GgufReader gguf{llama.at("tiny-llama.Q4_0.gguf", 0).first().bytes};
        QCOMPARE(gguf.bytes.first(4), "GGUF");
        gguf.at = 4;
        QCOMPARE(gguf.number<quint32>(), 3u);
        const auto tensors = gguf.number<quint64>();
        const auto entries = gguf.number<quint64>();
        QCOMPARE(tensors, quint64(3 + 9 * llama.shape().layers));
        QHash<QByteArray, quint64> meta;
        for (quint64 i = 0; i < entries; ++i) {
            const QByteArray key = gguf.text();
            meta[key] = gguf.value(gguf.number<quint32>());
        }
        QVERIFY(gguf.ok);
        QCOMPARE(meta["llama.block_count"], quint64(llama.shape().layers));
        QCOMPARE(meta["tokenizer.ggml.tokens"], quint64(llama.shape().vocabulary));
        QCOMPARE(meta["tokenizer.ggml.merges"], quint64(llama.shape().vocabulary - 256 - 3));

        quint64 end = 0;
        for (quint64 i = 0; i < tensors; ++i) {
            const QByteArray name = gguf.text();
            quint64 numbers = 1;
            const auto dimensions = gguf.number<quint32>();
            for (quint32 d = 0; d < dimensions; ++d)
                numbers *= gguf.number<quint64>();
            const auto type = gguf.number<quint32>();
            const auto offset = gguf.number<quint64>();
            QVERIFY2(offset == end, name.constData());
            QCOMPARE(type, dimensions == 2 ? 2u : 0u);
            const quint64 size = type == 2 ? numbers / 32 * 18 : numbers * 4;
            end = (offset + size + 31) / 32 * 32;
        }
        QVERIFY(gguf.ok);
        const qsizetype data = (gguf.at + 31) / 32 * 32;
        QCOMPARE(quint64(gguf.bytes.size() - data), end);
    }

    void tokenizerCanMakeEachOfItsTokens()
    {
        const QJsonObject json
            = QJsonDocument::fromJson(seed::TinyLlamaFiles().at("tokenizer.json", 0).first().bytes).object();
        const QJsonObject vocabulary = json[u"model"_s][u"vocab"_s].toObject();
        QCOMPARE(vocabulary.size(), 2048);
        const QJsonArray merges = json[u"model"_s][u"merges"_s].toArray();
        QCOMPARE(merges.size(), 2048 - 256 - 3);
        for (const QJsonValue &merge : merges) {
            const QStringList parts = merge.toString().split(u' ');
            QCOMPARE(parts.size(), 2);
            QVERIFY(vocabulary.contains(parts[0]) && vocabulary.contains(parts[1]));
            QVERIFY(vocabulary.contains(parts.join(QString())));
        }
        QVERIFY(vocabulary.contains(u"Ġthe"_s));
    }

    void zipGivesBackWhatWasPutIn()
    {
        const QList<seed::File> files{
            {"a.txt", "text"}, {"extra/städte.csv", seed::citiesCsv()}, {"empty", ""}, {"b/c.png", seed::tilePng(3)}};
        const QByteArray zip = seed::zipOf(files);
        const QHash<QByteArray, QByteArray> read = readZip(zip);
        QCOMPARE(read.size(), files.size());
        for (const seed::File &file : files)
            QCOMPARE(read.value(file.path), file.bytes);
        QCOMPARE(seed::zipOf(files), zip);
    }

    void zipIsTheSameInEveryTimeZone()
    {
        const QByteArray before = qgetenv("TZ");
        const auto back = qScopeGuard([&before] {
            before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
            tzset();
        });
        const auto zipIn = [](const char *zone) {
            qputenv("TZ", zone);
            tzset();
            return seed::zipOf({{"a.txt", "text"}});
        };
        QCOMPARE(zipIn("Asia/Tokyo"), zipIn("America/Lima"));
    }

    void ordersHaveFieldsThatAreHardToRead()
    {
        const QByteArray csv = seed::ordersCsv(10'000, 1);
        const QList<QByteArrayList> rows = readCsv(csv);
        QCOMPARE(rows.size(), 10'001);
        for (const QByteArrayList &row : rows)
            QCOMPARE(row.size(), 8);
        QCOMPARE(rows[1][0], "100000");
        QVERIFY(csv.count('\n') > 10'001);  // Some lie inside a field.
        QVERIFY(csv.contains("\"\""));
        QVERIFY(csv.contains("Jürgen Groß"));
    }

    void questionsAreOneObjectALine()
    {
        const QList<QByteArray> lines = seed::questionsJsonl(50, 3).trimmed().split('\n');
        QCOMPARE(lines.size(), 50);
        for (const QByteArray &line : lines)
            QVERIFY(QJsonDocument::fromJson(line)[u"question"_s].toString().endsWith(u'?'));
    }

    void picturesCanBeSeen_data()
    {
        QTest::addColumn<QByteArray>("png");
        QTest::addColumn<QSize>("size");
        QTest::newRow("banner") << seed::bannerPng(1280, 320) << QSize(1280, 320);
        QTest::newRow("loss curve") << seed::lossCurvePng() << QSize(640, 360);
        QTest::newRow("attention") << seed::attentionPng() << QSize(320, 320);
        QTest::newRow("tile") << seed::tilePng(7) << QSize(96, 96);
    }

    void picturesCanBeSeen()
    {
        QFETCH(QByteArray, png);
        const QImage image = QImage::fromData(png, "PNG");
        QTEST(image.size(), "size");
        // Not one plain area.
        QSet<QRgb> colours;
        for (int x = 0; x < image.width(); ++x)
            colours << image.pixel(x, image.height() / 2);
        QVERIFY(colours.size() > 1);
    }

    void onnxHoldsTheTable()
    {
        const seed::Tensor table{"model.embed_tokens.weight", {2, 3}, {1, 2, 3, 4, 5, 6}};
        const QByteArray onnx = seed::embeddingOnnx(table);
        QByteArray raw(24, '\0');
        qToLittleEndian<float>(table.values.constData(), 6, raw.data());
        QVERIFY(onnx.startsWith(QByteArray("\x08\x08\x12\x0atiny-llama", 14)));
        QVERIFY(onnx.contains(raw));
    }

private:
    /// Whether shapes, offsets and the size of the file fit together, without a hole.
    static bool checkTensors(const Safetensors &file, int bytesANumber)
    {
        QMap<qint64, qint64> spans;
        for (auto entry = file.entries.begin(); entry != file.entries.end(); ++entry) {
            if (entry.key() == "__metadata__"_L1)
                continue;
            const QJsonArray offsets = entry.value()[u"data_offsets"_s].toArray();
            qint64 size = bytesANumber;
            for (const QJsonValue &dimension : entry.value()[u"shape"_s].toArray())
                size *= dimension.toInteger();
            if (offsets[1].toInteger() - offsets[0].toInteger() != size)
                return false;
            spans.insert(offsets[0].toInteger(), offsets[1].toInteger());
        }
        qint64 end = 0;
        for (auto span = spans.cbegin(); span != spans.cend(); ++span) {
            if (span.key() != end)
                return false;
            end = span.value();
        }
        return !spans.isEmpty() && end == file.dataSize;
    }
};

QTEST_GUILESS_MAIN(TestSeedFormats)
#include "tst_seedformats.moc"
