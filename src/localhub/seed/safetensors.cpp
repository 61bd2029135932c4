// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/safetensors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <bit>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

using namespace seed;

namespace {

qint64 bytesOf(const Tensor &tensor, Number number)
{
    return tensor.values.size() * (number == Number::F32 ? 4 : 2);
}

QByteArray headerOf(const QList<Tensor> &tensors, Number number)
{
    QJsonObject entries{{u"__metadata__"_s, QJsonObject{{u"format"_s, u"pt"_s}}}};
    qint64 offset = 0;
    for (const Tensor &tensor : tensors) {
        QJsonArray shape;
        for (const int size : tensor.shape)
            shape << size;
        const qint64 end = offset + bytesOf(tensor, number);
        entries[QString::fromUtf8(tensor.name)] = QJsonObject{{u"dtype"_s, number == Number::F32 ? u"F32"_s : u"F16"_s},
                                                              {u"shape"_s, shape},
                                                              {u"data_offsets"_s, QJsonArray{offset, end}}};
        offset = end;
    }
    QByteArray header = QJsonDocument(entries).toJson(QJsonDocument::Compact);
    header.append((8 - header.size() % 8) % 8, ' ');  // So that the numbers behind it can be mapped as they lie.
    return header;
}

void writeNumbers(const Tensor &tensor, Number number, char *out)
{
    if (number == Number::F32) {
        qToLittleEndian<float>(tensor.values.constData(), tensor.values.size(), out);
        return;
    }
    for (const float value : tensor.values) {
        qToLittleEndian(toHalf(value), out);
        out += 2;
    }
}

QByteArray shardName(qsizetype number, qsizetype count)
{
    const auto digits = [](qsizetype value) { return QByteArray::number(value).rightJustified(5, '0'); };
    return "model-" + digits(number) + "-of-" + digits(count) + ".safetensors";
}

}  // namespace

quint16 seed::toHalf(float value)
{
    const quint32 bits = std::bit_cast<quint32>(value);
    const auto sign = quint16((bits >> 16) & 0x8000);
    const int exponent = int((bits >> 23) & 0xff) - 127 + 15;
    const quint32 fraction = (bits & 0x7fffff) | 0x800000;
    if (exponent >= 31)
        return sign | 0x7c00;
    if (exponent < -10)
        return sign;
    const int drop = exponent > 0 ? 13 : 14 - exponent;  // Below the smallest exponent each step costs one bit more.
    const quint32 kept = fraction >> drop;
    const quint32 rest = fraction & ((1u << drop) - 1);
    const quint32 middle = 1u << (drop - 1);
    const quint32 up = rest > middle || (rest == middle && (kept & 1)) ? 1 : 0;
    // The first bit of "kept" is the hidden one: added, it and a carry raise the exponent by themselves.
    const quint32 base = exponent > 0 ? quint32(exponent - 1) << 10 : 0;
    return quint16(sign | (base + kept + up));
}

QByteArray seed::safetensors(const QList<Tensor> &tensors, Number number)
{
    const QByteArray header = headerOf(tensors, number);
    qint64 size = 8 + header.size();
    for (const Tensor &tensor : tensors)
        size += bytesOf(tensor, number);

    QByteArray file(size, Qt::Uninitialized);
    qToLittleEndian(quint64(header.size()), file.data());
    std::copy(header.cbegin(), header.cend(), file.begin() + 8);
    char *out = file.data() + 8 + header.size();
    for (const Tensor &tensor : tensors) {
        writeNumbers(tensor, number, out);
        out += bytesOf(tensor, number);
    }
    return file;
}

QList<File> seed::shardedSafetensors(const QList<Tensor> &tensors, qint64 limit)
{
    QList<QList<Tensor>> shards;
    qint64 total = 0;
    qint64 inShard = limit;
    for (const Tensor &tensor : tensors) {
        const qint64 size = bytesOf(tensor, Number::F32);
        if (inShard + size > limit) {
            shards << QList<Tensor>();
            inShard = 0;
        }
        shards.last() << tensor;
        inShard += size;
        total += size;
    }

    QList<File> files;
    QJsonObject places;
    for (const QList<Tensor> &shard : std::as_const(shards)) {
        const QByteArray name = shardName(files.size() + 1, shards.size());
        for (const Tensor &tensor : shard)
            places[QString::fromUtf8(tensor.name)] = QString::fromUtf8(name);
        files << File{name, safetensors(shard, Number::F32)};
    }
    const QJsonObject index{{u"metadata"_s, QJsonObject{{u"total_size"_s, total}}}, {u"weight_map"_s, places}};
    files << File{"model.safetensors.index.json", QJsonDocument(index).toJson()};
    return files;
}

}  // namespace localhub
