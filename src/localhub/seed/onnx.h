// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/seed/llama.h"

namespace localhub::seed {

/// An ONNX model with one node: "input_ids" picks rows of \a table, which come out as "embeddings".
QByteArray embeddingOnnx(const Tensor &table);

}  // namespace localhub::seed
