// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/gguf.h"

#include "localhub/seed/ggufwriter.h"
#include "localhub/seed/safetensors.h"

#include <QtEndian>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

using namespace seed;

namespace {

constexpr int kBlock = 32;

/// The name that llama.cpp has for a tensor: "model.layers.3.mlp.up_proj.weight" is "blk.3.ffn_up.weight".
QByteArray ggufName(QByteArray name)
{
    static const QList<std::pair<QByteArray, QByteArray>> kNames{{"model.embed_tokens", "token_embd"},
                                                                 {"model.norm", "output_norm"},
                                                                 {"lm_head", "output"},
                                                                 {"model.layers", "blk"},
                                                                 {"self_attn.q_proj", "attn_q"},
                                                                 {"self_attn.k_proj", "attn_k"},
                                                                 {"self_attn.v_proj", "attn_v"},
                                                                 {"self_attn.o_proj", "attn_output"},
                                                                 {"mlp.gate_proj", "ffn_gate"},
                                                                 {"mlp.up_proj", "ffn_up"},
                                                                 {"mlp.down_proj", "ffn_down"},
                                                                 {"input_layernorm", "attn_norm"},
                                                                 {"post_attention_layernorm", "ffn_norm"}};
    for (const auto &[theirs, ggufs] : kNames)
        name.replace(theirs, ggufs);
    return name;
}

/// Where in the original matrix the row lies that GGUF has as \a row: llama.cpp turns neighbouring numbers of queries
/// and keys together, PyTorch's libraries the first half with the second.
int originalRow(int row, int headSize)
{
    const int inHead = row % headSize;
    return row - inHead + (inHead % 2) * (headSize / 2) + inHead / 2;
}

/// 32 numbers in 18 bytes: a scale as a half, then 4 bits each, the first 16 numbers in the lower halves of the bytes.
void appendBlock(QByteArray &out, const float *values)
{
    float extreme = 0;
    for (int i = 0; i < kBlock; ++i)
        extreme = std::abs(values[i]) > std::abs(extreme) ? values[i] : extreme;
    const float scale = extreme / -8;
    const float inverse = scale != 0 ? 1 / scale : 0;
    const quint16 half = qToLittleEndian(toHalf(scale));
    out.append(reinterpret_cast<const char *>(&half), sizeof half);
    const auto bits = [&](int i) { return qMin(15, int(values[i] * inverse + 8.5f)); };
    for (int i = 0; i < kBlock / 2; ++i)
        out += char(bits(i) | bits(i + kBlock / 2) << 4);
}

QByteArray quantized(const Tensor &tensor, int headSize)
{
    const int rows = tensor.shape[0];
    const int columns = tensor.shape[1];
    const bool turned = tensor.name.contains("q_proj") || tensor.name.contains("k_proj");
    QByteArray out;
    out.reserve(qsizetype(rows) * columns / kBlock * 18);
    for (int row = 0; row < rows; ++row) {
        const int source = turned ? originalRow(row, headSize) : row;
        const float *values = tensor.values.constData() + qsizetype(source) * columns;
        for (int column = 0; column < columns; column += kBlock)
            appendBlock(out, values + column);
    }
    return out;
}

QByteArray plain(const Tensor &tensor)
{
    QByteArray out(tensor.values.size() * 4, Qt::Uninitialized);
    qToLittleEndian<float>(tensor.values.constData(), tensor.values.size(), out.data());
    return out;
}

void addShape(GgufWriter &writer, const LlamaShape &shape)
{
    writer.addMeta("general.architecture", u"llama"_s);
    writer.addMeta("general.type", u"model"_s);
    writer.addMeta("general.name", u"Tiny Llama (demo)"_s);
    writer.addMeta("general.license", u"apache-2.0"_s);
    writer.addMeta("general.size_label", u"7M"_s);
    writer.addMeta("general.file_type", quint32(2));
    writer.addMeta("general.quantization_version", quint32(2));
    writer.addMeta("general.tags", QStringList{u"text-generation"_s, u"demo"_s});
    writer.addMeta("general.languages", QStringList{u"en"_s, u"de"_s});
    writer.addMeta("llama.vocab_size", quint32(shape.vocabulary));
    writer.addMeta("llama.context_length", quint32(shape.positions));
    writer.addMeta("llama.embedding_length", quint32(shape.hidden));
    writer.addMeta("llama.block_count", quint32(shape.layers));
    writer.addMeta("llama.feed_forward_length", quint32(shape.inner));
    writer.addMeta("llama.rope.dimension_count", quint32(shape.headSize()));
    writer.addMeta("llama.rope.freq_base", 10000.0f);
    writer.addMeta("llama.attention.head_count", quint32(shape.heads));
    writer.addMeta("llama.attention.head_count_kv", quint32(shape.keyHeads));
    writer.addMeta("llama.attention.layer_norm_rms_epsilon", 1e-5f);
}

void addTokenizer(GgufWriter &writer, const Vocabulary &vocabulary)
{
    QList<qint32> types(vocabulary.tokens.size(), 1);
    std::fill_n(types.begin(), Vocabulary::kSpecialTokens, 3);  // 3: a control token.
    QStringList merges;
    for (const auto &merge : vocabulary.merges)
        merges << mergeText(vocabulary, merge);
    writer.addMeta("tokenizer.ggml.model", u"gpt2"_s);
    writer.addMeta("tokenizer.ggml.pre", u"gpt-2"_s);
    writer.addMeta("tokenizer.ggml.tokens", vocabulary.tokens);
    writer.addMeta("tokenizer.ggml.token_type", types);
    writer.addMeta("tokenizer.ggml.merges", merges);
    writer.addMeta("tokenizer.ggml.unknown_token_id", quint32(0));
    writer.addMeta("tokenizer.ggml.bos_token_id", quint32(1));
    writer.addMeta("tokenizer.ggml.eos_token_id", quint32(2));
    writer.addMeta("tokenizer.ggml.add_bos_token", true);
}

}  // namespace

QByteArray seed::gguf(const LlamaShape &shape, const QList<Tensor> &tensors, const Vocabulary &vocabulary)
{
    GgufWriter writer;
    addShape(writer, shape);
    addTokenizer(writer, vocabulary);
    for (const Tensor &tensor : tensors) {
        const bool matrix = tensor.shape.size() == 2;
        writer.addTensor(ggufName(tensor.name), tensor.shape,
                         matrix ? GgufWriter::TensorType::Q4_0 : GgufWriter::TensorType::F32,
                         matrix ? quantized(tensor, shape.headSize()) : plain(tensor));
    }
    return writer.bytes();
}

}  // namespace localhub
