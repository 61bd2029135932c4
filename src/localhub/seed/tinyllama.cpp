// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/tinyllama.h"

#include "localhub/seed/content.h"
#include "localhub/seed/tinyllamafiles.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

using namespace seed;

namespace {

const RepoName kName{RepoType::Model, "demo", "tiny-llama"};

/// What the Hub reads out of the files of a model.
QJsonObject fieldsOf(const LlamaShape &shape)
{
    const int layer = 2 * shape.hidden * shape.hidden + 2 * shape.keyHeads * shape.headSize() * shape.hidden
        + 3 * shape.inner * shape.hidden + 2 * shape.hidden;
    const int total = 2 * shape.vocabulary * shape.hidden + shape.layers * layer + shape.hidden;
    const QJsonObject tokenizer{{u"bos_token"_s, u"<s>"_s}, {u"eos_token"_s, u"</s>"_s}, {u"unk_token"_s, u"<unk>"_s}};
    return {
        {u"config"_s,
         QJsonObject{{u"architectures"_s, QJsonArray{u"LlamaForCausalLM"_s}},
                     {u"model_type"_s, u"llama"_s},
                     {u"tokenizer_config"_s, tokenizer}}},
        {u"transformersInfo"_s,
         QJsonObject{{u"auto_model"_s, u"AutoModelForCausalLM"_s},
                     {u"pipeline_tag"_s, u"text-generation"_s},
                     {u"processor"_s, u"AutoTokenizer"_s}}},
        {u"safetensors"_s, QJsonObject{{u"parameters"_s, QJsonObject{{u"F32"_s, total}}}, {u"total"_s, total}}},
        {u"gguf"_s,
         QJsonObject{{u"total"_s, total}, {u"architecture"_s, u"llama"_s}, {u"context_length"_s, shape.positions}}}};
}

RepoInfo infoOf(const LlamaShape &shape)
{
    RepoInfo info;
    info.createdAt = utc("2024-02-12 09:10");
    info.likes = 128;
    info.downloads = 48'213;
    info.downloadsAllTime = 391'507;
    info.trendingScore = 17;
    info.fields = fieldsOf(shape);
    return info;
}

/// One line of history.txt: time, author, message, then what it changed: a path with the version that it got, or one
/// that was removed, with a '-' before it.
Step stepOf(const QByteArray &line, const TinyLlamaFiles &files)
{
    const QList<QByteArray> fields = [&] {
        QList<QByteArray> list;
        for (const QByteArray &field : line.split('|'))
            list << field.trimmed();
        return list;
    }();
    Step step{fields[1], utc(fields[0]), fields[2], {}, {}};
    for (const QByteArray &field : fields.sliced(3)) {
        const QList<QByteArray> parts = field.split('@');
        if (field.startsWith('-'))
            step.removed << field.sliced(1);
        else
            step.files << files.at(parts[0], parts.value(1).toInt());
    }
    return step;
}

void addBranches(Seeder &seeder, const TinyLlamaFiles &files, const QByteArray &release, const QByteArray &tip)
{
    seeder.createBranch(kName, "fp16", release);
    seeder.commit(kName, "fp16",
                  {"bruno",
                   utc("2025-08-11 17:20"),
                   "One file of halves in the place of the shards",
                   files.halves(),
                   {"model-00001-of-00003.safetensors", "model-00002-of-00003.safetensors",
                    "model-00003-of-00003.safetensors", "model.safetensors.index.json"}});

    seeder.createBranch(kName, "feat/long-context", tip);
    seeder.commit(kName, "feat/long-context",
                  {"chiyo",
                   utc("2026-02-05 10:12"),
                   "Try a context of 8192 tokens\n\nLinear scaling by four, untrained.",
                   files.longContext(),
                   {}});
    seeder.commit(kName, "feat/long-context",
                  {"chiyo",
                   utc("2026-02-06 15:44"),
                   "Note what to measure",
                   {{"notes/long context.md", "# Long context\n\nPerplexity at 2048, 4096 and 8192 tokens.\n"}},
                   {}});
}

/// As a reader of the card would send it.
void addPullRequest(Seeder &seeder, const TinyLlamaFiles &files, const QByteArray &base)
{
    QByteArray card = files.at("README.md", 8).first().bytes;
    card.replace("It was never meant to be wise.", "It was never meant to be clever.");
    seeder.createPullRequest(kName, 1, base);
    seeder.commit(kName, "refs/pr/1",
                  {"dmitri",
                   utc("2025-12-01 20:03"),
                   "Card: a better word\n\nWise is not what a model is.",
                   {{"README.md", card}},
                   {}});
}

}  // namespace

void seed::seedTinyLlama(Seeder &seeder)
{
    const TinyLlamaFiles files;
    seeder.createRepo(kName, infoOf(files.shape()));
    QHash<QByteArray, QByteArray> commits;
    QByteArray tip;
    for (const QByteArray &line : content("tiny-llama/history.txt").trimmed().split('\n')) {
        const Step step = stepOf(line, files);
        tip = seeder.commit(kName, "main", step);
        commits[step.message] = tip;
    }
    seeder.createTag(kName, "v1.0", commits["Release 1.0"]);
    seeder.createTag(kName, "v1.1", commits["Release 1.1"]);
    addBranches(seeder, files, commits["Release 1.1"], tip);
    addPullRequest(seeder, files, commits["Card: what it cannot do"]);
}

}  // namespace localhub
