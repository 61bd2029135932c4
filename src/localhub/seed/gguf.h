// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/seed/llama.h"
#include "localhub/seed/tokenizer.h"

namespace localhub::seed {

/// The model as one GGUF file (version 3), as llama.cpp reads it: matrices in blocks of four bits (Q4_0), norms as
/// 32-bit floats, shape and tokenizer as metadata.
QByteArray gguf(const LlamaShape &shape, const QList<Tensor> &tensors, const Vocabulary &vocabulary);

}  // namespace localhub::seed
