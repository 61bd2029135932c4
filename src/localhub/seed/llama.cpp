// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/llama.h"

#include "localhub/seed/random.h"

#include <QJsonArray>
#include <QJsonValue>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

using namespace seed;

namespace {

struct Part {
    const char *name;
    int rows;
    int columns;  ///< 0: a vector, the scale of a norm.
};

QList<Part> layerParts(const LlamaShape &s)
{
    const int keys = s.keyHeads * s.headSize();
    return {{"self_attn.q_proj", s.hidden, s.hidden}, {"self_attn.k_proj", keys, s.hidden},
            {"self_attn.v_proj", keys, s.hidden},     {"self_attn.o_proj", s.hidden, s.hidden},
            {"mlp.gate_proj", s.inner, s.hidden},     {"mlp.up_proj", s.inner, s.hidden},
            {"mlp.down_proj", s.hidden, s.inner},     {"input_layernorm", s.hidden, 0},
            {"post_attention_layernorm", s.hidden, 0}};
}

Tensor makeTensor(const QByteArray &name, int rows, int columns, quint64 seed)
{
    Random random(seed);
    Tensor tensor{name + ".weight", columns ? QList<int>{rows, columns} : QList<int>{rows}, {}};
    tensor.values.resize(qsizetype(rows) * (columns ? columns : 1));
    const float middle = columns ? 0.0f : 1.0f;
    const float deviation = columns ? 0.02f : 0.05f;
    for (float &value : tensor.values)
        value = middle + random.normal() * deviation;
    return tensor;
}

}  // namespace

QList<Tensor> seed::llamaWeights(const LlamaShape &s, int retrained)
{
    QList<Tensor> tensors;
    const auto add = [&](const QByteArray &name, int rows, int columns, bool again) {
        tensors << makeTensor(name, rows, columns, quint64(tensors.size()) + (again ? 1000 : 1));
    };
    add("model.embed_tokens", s.vocabulary, s.hidden, false);
    for (int layer = 0; layer < s.layers; ++layer) {
        for (const Part &part : layerParts(s))
            add("model.layers." + QByteArray::number(layer) + '.' + part.name, part.rows, part.columns,
                layer >= retrained);
    }
    add("model.norm", s.hidden, 0, false);
    add("lm_head", s.vocabulary, s.hidden, false);
    return tensors;
}

QJsonObject seed::llamaConfig(const LlamaShape &s, const QString &dtype)
{
    return {{u"architectures"_s, QJsonArray{u"LlamaForCausalLM"_s}},
            {u"attention_bias"_s, false},
            {u"attention_dropout"_s, 0.0},
            {u"bos_token_id"_s, 1},
            {u"eos_token_id"_s, 2},
            {u"head_dim"_s, s.headSize()},
            {u"hidden_act"_s, u"silu"_s},
            {u"hidden_size"_s, s.hidden},
            {u"initializer_range"_s, 0.02},
            {u"intermediate_size"_s, s.inner},
            {u"max_position_embeddings"_s, s.positions},
            {u"mlp_bias"_s, false},
            {u"model_type"_s, u"llama"_s},
            {u"num_attention_heads"_s, s.heads},
            {u"num_hidden_layers"_s, s.layers},
            {u"num_key_value_heads"_s, s.keyHeads},
            {u"pretraining_tp"_s, 1},
            {u"rms_norm_eps"_s, 1e-05},
            {u"rope_scaling"_s, QJsonValue::Null},
            {u"rope_theta"_s, 10000.0},
            {u"tie_word_embeddings"_s, false},
            {u"torch_dtype"_s, dtype},
            {u"transformers_version"_s, u"4.44.2"_s},
            {u"use_cache"_s, true},
            {u"vocab_size"_s, s.vocabulary}};
}

}  // namespace localhub
