// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/smallmodel.h"

#include "localhub/seed/content.h"
#include "localhub/seed/random.h"
#include "localhub/seed/safetensors.h"
#include "localhub/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

using namespace seed;

namespace {

/// What goes together in cards and names of models.
struct Kind {
    const char *suffix;
    const char *library;
    const char *pipeline;
    const char *tag;
    const char *architecture;  ///< Empty: not a model of transformers, so without config.json.
    const char *modelType;
};

constexpr Kind kKinds[] = {
    {"instruct", "transformers", "text-generation", "conversational", "LlamaForCausalLM", "llama"},
    {"base", "transformers", "text-generation", "causal-lm", "MistralForCausalLM", "mistral"},
    {"classifier", "transformers", "text-classification", "sentiment", "BertForSequenceClassification", "bert"},
    {"ner", "transformers", "token-classification", "entities", "BertForTokenClassification", "bert"},
    {"embed", "sentence-transformers", "sentence-similarity", "feature-extraction", "MPNetModel", "mpnet"},
    {"translate", "transformers", "translation", "marian", "MarianMTModel", "marian"},
    {"summary", "transformers", "summarization", "t5", "T5ForConditionalGeneration", "t5"},
    {"vision", "transformers", "image-classification", "vit", "ViTForImageClassification", "vit"},
    {"speech", "transformers", "automatic-speech-recognition", "audio", "WhisperForConditionalGeneration", "whisper"},
    {"lora", "peft", "text-generation", "lora", "", ""},
    {"paint", "diffusers", "text-to-image", "stable-diffusion", "", ""},
    {"trees", "sklearn", "tabular-classification", "tabular", "", ""},
};
constexpr const char *kLicenses[]
    = {"apache-2.0", "apache-2.0", "mit", "cc-by-4.0", "cc-by-nc-4.0", "openrail", "llama3", "gpl-3.0"};
constexpr const char *kSizes[] = {"tiny", "small", "1b", "3b", "7b"};
constexpr const char *kLanguages[] = {"en", "en", "de", "fr", "es", "ja", "sv"};

template<size_t N>
QByteArray oneOf(const char *const (&list)[N], Random &random)
{
    return list[random.below(int(N))];
}

QByteArray fewWeights(int number)
{
    Random random(quint64(number) + 5000);
    Tensor tensor{"classifier.weight", {4, 64}, QList<float>(4 * 64)};
    for (float &value : tensor.values)
        value = random.normal() * 0.02f;
    return safetensors({tensor}, Number::F32);
}

}  // namespace

SmallModel::SmallModel(int number, Random &random) : m_kind(number % int(std::size(kKinds))), m_number(number)
{
    m_name = words()[40 + number] + '-' + oneOf(kSizes, random) + '-' + kKinds[m_kind].suffix;
}

QList<File> SmallModel::files(Random &random) const
{
    QList<File> files{{".gitattributes", defaultGitattributes()}, {"README.md", card(random)}};
    if (*kKinds[m_kind].architecture)
        files << File{"config.json", config()};
    if (m_number % 3 == 0)
        files << File{"model.safetensors", fewWeights(m_number)};
    return files;
}

QByteArray SmallModel::card(Random &random) const
{
    const Kind &kind = kKinds[m_kind];
    QByteArray text = "---\nlicense: " + oneOf(kLicenses, random) + "\nlanguage:\n  - " + oneOf(kLanguages, random)
        + "\nlibrary_name: " + kind.library + "\npipeline_tag: " + kind.pipeline + "\ntags:\n  - " + kind.tag + '\n';
    if (m_number % 5 == 1)
        text += "datasets:\n  - demo/tables\n";
    if (m_number % 7 == 2 || qstrcmp(kind.suffix, "lora") == 0)
        text += "base_model: demo-labs/tiny-llama-base\n";
    text += "---\n\n# " + m_name + "\n\n" + sentence(random, 9, 18) + ' ' + sentence(random, 6, 14)
        + "\n\n## Intended use\n\n- " + sentence(random, 4, 9) + "\n- " + sentence(random, 4, 9) + '\n';
    return text;
}

QByteArray SmallModel::config() const
{
    const Kind &kind = kKinds[m_kind];
    return QJsonDocument(QJsonObject{{u"architectures"_s, QJsonArray{QString::fromLatin1(kind.architecture)}},
                                     {u"model_type"_s, QString::fromLatin1(kind.modelType)},
                                     {u"hidden_size"_s, 64 << m_number % 4},
                                     {u"num_hidden_layers"_s, 2 + m_number % 6},
                                     {u"torch_dtype"_s, u"float32"_s}})
        .toJson();
}

}  // namespace localhub
