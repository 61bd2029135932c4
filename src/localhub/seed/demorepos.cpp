// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/demorepos.h"

#include "localhub/seed/content.h"
#include "localhub/seed/pictures.h"
#include "localhub/seed/random.h"
#include "localhub/seed/safetensors.h"
#include "localhub/store/repository.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

using namespace seed;

namespace {

const RepoName kHello{RepoType::Space, "demo", "hello"};
constexpr int kManyFiles = 100'000;
constexpr int kDistinctFiles = 256;

RepoInfo infoOf(const QDateTime &created, qint64 likes, qint64 downloads)
{
    RepoInfo info;
    info.createdAt = created;
    info.likes = likes;
    info.downloads = downloads;
    info.downloadsAllTime = downloads * 7;
    return info;
}

void seedGatedRepo(Seeder &seeder, const QByteArray &name, Gate gate)
{
    const RepoName repo{RepoType::Model, "demo", name};
    RepoInfo info = infoOf(utc("2024-10-07 07:50"), 63, 1208);
    info.gate = gate;
    seeder.createRepo(repo, info);
    seeder.commit(repo, "main",
                  {"ada", utc("2024-10-07 07:50"), "initial commit", {{".gitattributes", defaultGitattributes()}}, {}});
    Random random(31);
    Tensor head{"lm_head.weight", {36, 32}, QList<float>(qsizetype(36) * 32)};
    for (float &value : head.values)
        value = random.normal() * 0.02f;
    seeder.commit(repo, "main",
                  {"ada",
                   utc("2024-10-07 08:15"),
                   "Add model",
                   {{"README.md", content("gated/README.md")},
                    {"config.json", content("gated/config.json")},
                    {"vocab.json", content("gated/vocab.json")},
                    {"model.safetensors", safetensors({head}, Number::F32)}},
                   {}});
}

}  // namespace

bool seed::hasHello(const Store &store)
{
    const auto repository = store.repository(kHello);
    return repository && repository->with([](const GitRepo &repo) { return repo.resolve("refs/tags/v1").has_value(); });
}

void seed::seedHello(Seeder &seeder)
{
    RepoInfo info = infoOf(utc("2025-02-17 19:00"), 22, 0);
    info.sdk = u"gradio"_s;
    info.fields
        = {{u"runtime"_s,
            QJsonObject{{u"stage"_s, u"RUNNING"_s},
                        {u"hardware"_s, QJsonObject{{u"current"_s, u"cpu-basic"_s}, {u"requested"_s, u"cpu-basic"_s}}},
                        {u"gcTimeout"_s, 172'800}}},
           {u"subdomain"_s, u"demo-hello"_s},
           {u"models"_s, QJsonArray{u"demo/tiny-llama"_s}},
           {u"datasets"_s, QJsonArray{u"demo/tables"_s}}};
    seeder.createRepo(kHello, info);
    seeder.commit(kHello, "main",
                  {"chiyo",
                   utc("2025-02-17 19:00"),
                   "initial commit",
                   {{".gitattributes", defaultGitattributes()}, {"README.md", content("hello/README.md")}},
                   {}});
    const QByteArray app = seeder.commit(kHello, "main",
                                         {"chiyo",
                                          utc("2025-02-17 19:48"),
                                          "Add the app",
                                          {{"app.py", content("hello/app.py")},
                                           {"greetings.py", content("hello/greetings.py")},
                                           {"requirements.txt", content("hello/requirements.txt")},
                                           {"screenshot.png", bannerPng(640, 400)}},
                                          {}});
    seeder.createTag(kHello, "v1", app);
}

void seed::seedPrivate(Seeder &seeder)
{
    const RepoName repo{RepoType::Model, "demo", "private"};
    RepoInfo info = infoOf(utc("2025-04-22 06:30"), 0, 3);
    info.isPrivate = true;
    seeder.createRepo(repo, info);
    seeder.commit(repo, "main",
                  {"ada",
                   utc("2025-04-22 06:30"),
                   "First version for the shop",
                   {{".gitattributes", defaultGitattributes()},
                    {"README.md", content("private/README.md")},
                    {"LICENSE", content("private/license.txt")},
                    {"model.json", content("private/model.json")},
                    {"threshold.txt", "0.55\n"}},
                   {}});
    seeder.commit(repo, "main",
                  {"bruno", utc("2025-08-29 12:00"), "Call fewer customers", {{"threshold.txt", "0.62\n"}}, {}});
}

void seed::seedGated(Seeder &seeder)
{
    seedGatedRepo(seeder, "gated", Gate::Auto);
    seedGatedRepo(seeder, "gated-manual", Gate::Manual);
}

void seed::seedManyFiles(Seeder &seeder)
{
    const RepoName repo{RepoType::Model, "demo", "many-files"};
    seeder.createRepo(repo, infoOf(utc("2025-05-05 05:05"), 5, 212));

    Random random(17);
    QByteArrayList lines;
    for (int bucket = 0; bucket < kDistinctFiles; ++bucket)
        lines << "{\"bucket\": " + QByteArray::number(bucket) + ", \"text\": \"" + sentence(random, 5, 14) + "\"}\n";

    Step step{"bruno", utc("2025-05-05 05:05"), "A folder of 100000 files", {}, {}};
    step.files << File{".gitattributes", defaultGitattributes()} << File{"README.md", content("many-files/README.md")};
    step.files.reserve(kManyFiles + 2);
    for (int number = 0; number < kManyFiles; ++number) {
        const QByteArray name = QByteArray::number(number).rightJustified(6, '0');
        step.files << File{"data/row-" + name + ".json", lines[number % kDistinctFiles]};
    }
    seeder.commit(repo, "main", step);
}

}  // namespace localhub
