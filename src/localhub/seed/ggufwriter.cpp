// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/ggufwriter.h"

#include <QtEndian>

namespace localhub::seed {

static constexpr qsizetype kAlignment = 32;  // What a reader takes where "general.alignment" is absent.

template<typename T>
static void append(QByteArray &out, T value)
{
    const T little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char *>(&little), sizeof little);
}

static void appendText(QByteArray &out, const QByteArray &text)
{
    append(out, quint64(text.size()));
    out += text;
}

static void align(QByteArray &out)
{
    out.append((kAlignment - out.size() % kAlignment) % kAlignment, '\0');
}

void GgufWriter::addMeta(const QByteArray &key, quint32 value)
{
    beginMeta(key, ValueType::Uint32);
    append(m_meta, value);
}

void GgufWriter::addMeta(const QByteArray &key, float value)
{
    beginMeta(key, ValueType::Float32);
    append(m_meta, value);
}

void GgufWriter::addMeta(const QByteArray &key, bool value)
{
    beginMeta(key, ValueType::Bool);
    m_meta += char(value ? 1 : 0);
}

void GgufWriter::addMeta(const QByteArray &key, const QString &value)
{
    beginMeta(key, ValueType::String);
    appendText(m_meta, value.toUtf8());
}

void GgufWriter::addMeta(const QByteArray &key, const QStringList &values)
{
    beginMeta(key, ValueType::Array);
    append(m_meta, quint32(ValueType::String));
    append(m_meta, quint64(values.size()));
    for (const QString &value : values)
        appendText(m_meta, value.toUtf8());
}

void GgufWriter::addMeta(const QByteArray &key, const QList<qint32> &values)
{
    beginMeta(key, ValueType::Array);
    append(m_meta, quint32(ValueType::Int32));
    append(m_meta, quint64(values.size()));
    for (const qint32 value : values)
        append(m_meta, value);
}

void GgufWriter::addTensor(const QByteArray &name, const QList<int> &shape, TensorType type, const QByteArray &data)
{
    appendText(m_tensors, name);
    append(m_tensors, quint32(shape.size()));
    for (auto size = shape.crbegin(); size != shape.crend(); ++size)
        append(m_tensors, quint64(*size));
    append(m_tensors, quint32(type));
    append(m_tensors, quint64(m_data.size()));
    m_data += data;
    align(m_data);
    ++m_tensorCount;
}

QByteArray GgufWriter::bytes() const
{
    QByteArray out = "GGUF";
    append(out, quint32(3));
    append(out, m_tensorCount);
    append(out, m_metaCount);
    out += m_meta;
    out += m_tensors;
    align(out);
    return out + m_data;
}

void GgufWriter::beginMeta(const QByteArray &key, ValueType type)
{
    appendText(m_meta, key);
    append(m_meta, quint32(type));
    ++m_metaCount;
}

}  // namespace localhub::seed
