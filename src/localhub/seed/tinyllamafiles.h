// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/seed/file.h"
#include "localhub/seed/llama.h"
#include "localhub/seed/tokenizer.h"

#include <QList>

namespace localhub::seed {

/// The files of demo/tiny-llama at each moment of its history.
class TinyLlamaFiles
{
public:
    TinyLlamaFiles();

    /// The file at \a path as it was in its \a version, from 1 on; 0 is how it is today. For text the version is the
    /// number of its pieces that were written. "weights" are all files with numbers.
    QList<File> at(const QByteArray &path, int version) const;

    /// What is other on the branch "fp16": one file of halves, and the configuration that says so.
    QList<File> halves() const;

    /// What is other on the branch "feat/long-context".
    QList<File> longContext() const;

    const LlamaShape &shape() const { return m_shape; }

private:
    QByteArray bytesOf(const QByteArray &path, int version) const;

    LlamaShape m_shape;
    Vocabulary m_vocabulary;
    QList<Tensor> m_weights;
};

}  // namespace localhub::seed
