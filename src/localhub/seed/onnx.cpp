// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/onnx.h"

#include <QtEndian>

namespace localhub {

using namespace seed;

// The field numbers are those of onnx.proto3; each function writes one of its messages.

namespace {

constexpr int kFloat = 1;
constexpr int kInt64 = 7;

QByteArray varint(quint64 value)
{
    QByteArray out;
    for (; value >= 0x80; value >>= 7)
        out += char((value & 0x7f) | 0x80);
    return out + char(value);
}

QByteArray number(int field, quint64 value)
{
    return varint(quint64(field) << 3) + varint(value);
}

QByteArray bytes(int field, const QByteArray &value)
{
    return varint(quint64(field) << 3 | 2) + varint(quint64(value.size())) + value;
}

QByteArray initializer(const Tensor &table)
{
    QByteArray raw(table.values.size() * 4, Qt::Uninitialized);
    qToLittleEndian<float>(table.values.constData(), table.values.size(), raw.data());
    QByteArray tensor;
    for (const int size : table.shape)
        tensor += number(1, quint64(size));
    return tensor + number(2, kFloat) + bytes(8, table.name) + bytes(9, raw);
}

/// A ValueInfoProto; a negative size is one that may vary, named "d0", "d1"….
QByteArray value(const QByteArray &name, int type, const QList<int> &sizes)
{
    QByteArray shape;
    for (qsizetype i = 0; i < sizes.size(); ++i)
        shape += bytes(1, sizes[i] < 0 ? bytes(2, 'd' + QByteArray::number(i)) : number(1, quint64(sizes[i])));
    return bytes(1, name) + bytes(2, bytes(1, number(1, quint64(type)) + bytes(2, shape)));
}

}  // namespace

QByteArray seed::embeddingOnnx(const Tensor &table)
{
    const QByteArray node = bytes(1, table.name) + bytes(1, "input_ids") + bytes(2, "embeddings")
        + bytes(3, "embed_tokens") + bytes(4, "Gather");
    const QByteArray graph = bytes(1, node) + bytes(2, "embeddings") + bytes(5, initializer(table))
        + bytes(11, value("input_ids", kInt64, {-1, -1}))
        + bytes(12, value("embeddings", kFloat, {-1, -1, table.shape[1]}));
    const QByteArray opset = bytes(1, "") + number(2, 17);
    return number(1, 8) + bytes(2, "tiny-llama") + bytes(7, graph) + bytes(8, opset);
}

}  // namespace localhub
