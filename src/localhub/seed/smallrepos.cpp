// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/smallrepos.h"

#include "localhub/seed/content.h"
#include "localhub/seed/random.h"
#include "localhub/seed/smallmodel.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

using namespace seed;

namespace {

constexpr const char *kOwners[] = {"demo-labs", "demo-labs",   "demo-labs", "northwind-ai", "kiel-nlp", "open-harbour",
                                   "ada",       "river.works", "bruno",     "chiyo",        "T0m_Maker"};
constexpr const char *kEmoji[] = {"🚂", "⛵", "🧭", "🌿", "🎼", "🧩", "📚", "🪁"};
constexpr const char *kColours[] = {"red", "yellow", "green", "blue", "indigo", "purple", "pink", "gray"};
constexpr const char *kLicenses[] = {"apache-2.0", "mit", "cc-by-4.0", "cc0-1.0", "odbl", "other"};
constexpr const char *kTasks[] = {"text-classification", "question-answering",   "summarization",
                                  "translation",         "image-classification", "tabular-regression"};
constexpr const char *kSizes[] = {"n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M"};

template<size_t N>
QByteArray oneOf(const char *const (&list)[N], Random &random)
{
    return list[random.below(int(N))];
}

/// Spread over two and a half years, to the minute.
QDateTime someTime(Random &random)
{
    return utc("2023-09-01 00:00").addSecs(60LL * random.below(900 * 24 * 60));
}

/// A few are liked by many, most by few, as on any hub.
RepoInfo someInfo(Random &random)
{
    RepoInfo info;
    info.createdAt = someTime(random);
    const int fame = random.below(1000);
    const int scale = fame > 990 ? 4000 : fame > 900 ? 300 : 20;
    info.likes = random.below(scale);
    info.downloads = qint64(random.below(scale)) * random.below(900) + random.below(50);
    info.downloadsAllTime = info.downloads * (2 + random.below(12));
    info.trendingScore = random.below(scale / 10 + 1);
    return info;
}

void commitAll(Seeder &seeder, const RepoName &name, const RepoInfo &info, const QList<File> &files)
{
    seeder.createRepo(name, info);
    seeder.commit(name, "main", {name.owner, info.createdAt, "Upload of the first version", files, {}});
}

QByteArray datasetCard(const QByteArray &title, Random &random)
{
    return "---\npretty_name: " + title + "\nlicense: " + oneOf(kLicenses, random) + "\nlanguage:\n  - "
        + (random.below(3) ? "en" : "de") + "\ntask_categories:\n  - " + oneOf(kTasks, random)
        + "\nsize_categories:\n  - " + oneOf(kSizes, random) + "\n---\n\n# " + title + "\n\n" + sentence(random, 10, 20)
        + ' ' + sentence(random, 6, 16) + '\n';
}

void seedDataset(Seeder &seeder, int number, Random &random)
{
    const QByteArray topic = words()[300 + number * 4];
    const RepoName name{RepoType::Dataset, oneOf(kOwners, random), topic + "-notes"};
    QByteArray lines;
    for (int line = 0; line < 20; ++line)
        lines += "{\"text\": \"" + sentence(random, 5, 15) + "\"}\n";
    commitAll(seeder, name, someInfo(random),
              {{".gitattributes", defaultGitattributes()},
               {"README.md", datasetCard("Notes on " + topic, random)},
               {"data/train.jsonl", lines}});
}

void seedSpace(Seeder &seeder, int number, Random &random)
{
    const bool isStatic = number % 4 == 3;
    const QByteArray topic = words()[460 + number * 2];
    const RepoName name{RepoType::Space, oneOf(kOwners, random), topic + "-board"};
    const QByteArray sdk = isStatic ? "static" : "gradio";
    const QByteArray card = "---\ntitle: Board of " + topic + "\nemoji: " + oneOf(kEmoji, random)
        + "\ncolorFrom: " + oneOf(kColours, random) + "\ncolorTo: " + oneOf(kColours, random) + "\nsdk: " + sdk
        + (isStatic ? "\n" : "\nsdk_version: 4.44.0\napp_file: app.py\n") + "license: mit\n---\n\n# Board of " + topic
        + "\n\n" + sentence(random, 8, 18) + '\n';
    RepoInfo info = someInfo(random);
    info.downloads = info.downloadsAllTime = 0;
    info.sdk = QString::fromLatin1(sdk);
    const File app = isStatic
        ? File{"index.html",
               "<!doctype html>\n<title>Board of " + topic + "</title>\n<p>" + sentence(random, 5, 9) + "</p>\n"}
        : File{"app.py", "import gradio as gr\n\ngr.Interface(len, \"text\", \"number\").launch()\n"};
    commitAll(seeder, name, info, {{".gitattributes", defaultGitattributes()}, {"README.md", card}, app});
}

void seedModels(Seeder &seeder, int count, Random &random)
{
    QSet<QByteArray> taken;
    for (int number = 0; number < count; ++number) {
        const SmallModel model(number, random);
        // The first is the one that the card of demo/tiny-llama names.
        const RepoName name = number == 0 ? RepoName{RepoType::Model, "demo-labs", "tiny-llama-base"}
                                          : RepoName{RepoType::Model, oneOf(kOwners, random), model.name()};
        if (taken.contains(name.id()))
            qFatal("Two models of the demo are called %s.", name.id().constData());
        taken << name.id();
        commitAll(seeder, name, someInfo(random), model.files(random));
    }
}

}  // namespace

void seed::seedSmallRepos(Seeder &seeder, const SmallRepoCounts &counts)
{
    Random random(2024);
    seedModels(seeder, counts.models, random);
    for (int number = 0; number < counts.datasets; ++number)
        seedDataset(seeder, number, random);
    for (int number = 0; number < counts.spaces; ++number)
        seedSpace(seeder, number, random);
}

}  // namespace localhub
