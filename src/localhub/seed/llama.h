// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace localhub::seed {

/// The sizes of a small model of the Llama kind; all files about it take them from here.
struct LlamaShape {
    int vocabulary = 2048;
    int hidden = 256;
    int inner = 704;
    int layers = 8;
    int heads = 8;
    int keyHeads = 4;
    int positions = 2048;

    int headSize() const { return hidden / heads; }
};

/// Numbers of a model under the name that the libraries look for; one or two dimensions, rows first.
struct Tensor {
    QByteArray name;
    QList<int> shape;
    QList<float> values;
};

/// All tensors of a model, in the order in which PyTorch saves them. The layers from \a retrained on have other numbers
/// than with a larger \a retrained: as after some more training.
QList<Tensor> llamaWeights(const LlamaShape &shape, int retrained);

/// config.json of the model; \a dtype is "float32" or "float16".
QJsonObject llamaConfig(const LlamaShape &shape, const QString &dtype);

}  // namespace localhub::seed
