// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/seed/file.h"
#include "localhub/seed/llama.h"

#include <QList>

namespace localhub::seed {

/// The two kinds of numbers that we write.
enum class Number { F32, F16 };

/// One .safetensors file with all of \a tensors.
QByteArray safetensors(const QList<Tensor> &tensors, Number number);

/// As PyTorch's libraries save a large model: "model-00001-of-0000N.safetensors"…, each with at most \a limit bytes
/// of numbers, and "model.safetensors.index.json", which says what lies where.
QList<File> shardedSafetensors(const QList<Tensor> &tensors, qint64 limit);

/// The IEEE half that is nearest to \a value; the even one of two.
quint16 toHalf(float value);

}  // namespace localhub::seed
