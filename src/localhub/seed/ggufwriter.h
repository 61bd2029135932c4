// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace localhub::seed {

/// Puts a GGUF file together: metadata first, then tensors, then bytes().
class GgufWriter
{
public:
    enum class TensorType : quint32 { F32 = 0, Q4_0 = 2 };

    void addMeta(const QByteArray &key, quint32 value);
    void addMeta(const QByteArray &key, float value);
    void addMeta(const QByteArray &key, bool value);
    void addMeta(const QByteArray &key, const QString &value);
    void addMeta(const QByteArray &key, const QStringList &values);
    void addMeta(const QByteArray &key, const QList<qint32> &values);

    /// \a shape has the rows first; the file wants them last.
    void addTensor(const QByteArray &name, const QList<int> &shape, TensorType type, const QByteArray &data);

    QByteArray bytes() const;

private:
    enum class ValueType : quint32 { Uint32 = 4, Int32 = 5, Float32 = 6, Bool = 7, String = 8, Array = 9 };

    void beginMeta(const QByteArray &key, ValueType type);

    QByteArray m_meta;
    quint64 m_metaCount = 0;
    QByteArray m_tensors;
    quint64 m_tensorCount = 0;
    QByteArray m_data;
};

}  // namespace localhub::seed
