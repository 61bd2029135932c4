// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/tinyllamafiles.h"

#include "localhub/seed/content.h"
#include "localhub/seed/gguf.h"
#include "localhub/seed/onnx.h"
#include "localhub/seed/pictures.h"
#include "localhub/seed/runs.h"
#include "localhub/seed/safetensors.h"
#include "localhub/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

using namespace seed;

namespace {

constexpr qint64 kShardLimit = 10'000'000;
constexpr int kRetrainedLayer = 6;  // From here on the second training changed the weights.

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

int orAll(int version)
{
    return version ? version : std::numeric_limits<int>::max();
}

/// The configuration as it grew: first without key heads, then with half the context, then as older libraries wrote it.
QByteArray config(const LlamaShape &shape, int version)
{
    QJsonObject object = llamaConfig(shape, u"float32"_s);
    if (version >= 1 && version <= 3) {
        for (const QString &key : {u"head_dim"_s, u"mlp_bias"_s, u"attention_dropout"_s})
            object.remove(key);
        object[u"transformers_version"_s] = u"4.37.2"_s;
    }
    if (version >= 1 && version <= 2)
        object[u"max_position_embeddings"_s] = shape.positions / 2;
    if (version == 1)
        object[u"num_key_value_heads"_s] = shape.heads;
    return json(object);
}

QByteArray generationConfig(int version)
{
    QJsonObject object{{u"_from_model_config"_s, true},
                       {u"bos_token_id"_s, 1},
                       {u"do_sample"_s, true},
                       {u"max_new_tokens"_s, 64},
                       {u"temperature"_s, 0.8},
                       {u"top_p"_s, 0.95},
                       {u"transformers_version"_s, u"4.44.2"_s}};
    if (version != 1)
        object[u"eos_token_id"_s] = 2;
    return json(object);
}

QByteArray configOfTokenizer(int positions, int version)
{
    QJsonObject object = tokenizerConfig(positions);
    if (version == 1)
        object[u"clean_up_tokenization_spaces"_s] = true;
    return json(object);
}

QByteArray trainingScript(int version)
{
    QByteArray script = content("tiny-llama/train.sh");
    if (version == 1)
        script.replace("torchrun --nproc-per-node 2", "python");
    return script;
}

QByteArray onnxConfig(const LlamaShape &shape)
{
    return json({{u"model_type"_s, u"llama"_s},
                 {u"vocab_size"_s, shape.vocabulary},
                 {u"hidden_size"_s, shape.hidden},
                 {u"opset"_s, 17}});
}

}  // namespace

TinyLlamaFiles::TinyLlamaFiles()
    : m_vocabulary(learnVocabulary(m_shape.vocabulary)),
      m_weights(llamaWeights(m_shape, kRetrainedLayer))
{
}

QList<File> TinyLlamaFiles::at(const QByteArray &path, int version) const
{
    if (path != "weights")
        return {{path, bytesOf(path, version)}};
    return shardedSafetensors(version == 1 ? llamaWeights(m_shape, m_shape.layers) : m_weights, kShardLimit);
}

QList<File> TinyLlamaFiles::halves() const
{
    return {{"config.json", json(llamaConfig(m_shape, u"float16"_s))},
            {"model.safetensors", safetensors(m_weights, Number::F16)}};
}

QList<File> TinyLlamaFiles::longContext() const
{
    LlamaShape longer = m_shape;
    longer.positions *= 4;
    QJsonObject object = llamaConfig(longer, u"float32"_s);
    object[u"rope_scaling"_s] = QJsonObject{{u"rope_type"_s, u"linear"_s}, {u"factor"_s, 4.0}};
    return {{"config.json", json(object)}, {"tokenizer_config.json", configOfTokenizer(longer.positions, 0)}};
}

QByteArray TinyLlamaFiles::bytesOf(const QByteArray &path, int version) const
{
    if (path == "config.json")
        return config(m_shape, version);
    if (path == "README.md")
        return firstPieces(content("tiny-llama/README.md"), "\n## ", orAll(version));
    if (path == ".gitattributes")
        return defaultGitattributes();
    if (path == "generation_config.json")
        return generationConfig(version);
    if (path == "tokenizer.json")
        return json(tokenizerJson(m_vocabulary));
    if (path == "tokenizer_config.json")
        return configOfTokenizer(m_shape.positions, version);
    if (path == "special_tokens_map.json")
        return json(specialTokensMap());
    if (path == "tiny-llama.Q4_0.gguf")
        return gguf(m_shape, m_weights, m_vocabulary);
    if (path == "onnx/embeddings.onnx")
        return embeddingOnnx(m_weights.first());
    if (path == "onnx/config.json")
        return onnxConfig(m_shape);
    if (path == "assets/banner.png")
        return version == 1 ? bannerPng(960, 240) : bannerPng(1280, 320);
    if (path == "assets/loss-curve.png")
        return lossCurvePng();
    if (path == "assets/attention.png")
        return attentionPng();
    if (path == "scripts/train.sh")
        return trainingScript(version);
    if (path == "CHANGES.md")
        return firstPieces(content("tiny-llama/CHANGES.md"), "\n## ", orAll(version));
    if (path == "notes/reading list.md")
        return firstPieces(content("tiny-llama/reading-list.md"), "\n\n", orAll(version));
    if (path.startsWith("runs/"))
        return runFile(path, version);
    static const QHash<QByteArray, const char *> kTexts{{"NOTICE", "tiny-llama/notice.txt"},
                                                        {"onnx/README.md", "tiny-llama/onnx-README.md"},
                                                        {"scripts/convert.py", "tiny-llama/convert.py"},
                                                        {"notes/größe & maß #1.txt", "tiny-llama/sizes.txt"},
                                                        {"notes/100% sure+more.md", "tiny-llama/sure.md"},
                                                        {"notes/日本語.txt", "tiny-llama/japanese.txt"},
                                                        {"notes/todo.txt", "tiny-llama/todo.txt"},
                                                        {"notes/empty.txt", "tiny-llama/empty.txt"}};
    return content(kTexts.value(path, "unknown"));
}

}  // namespace localhub
