// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/tablesrepo.h"

#include "localhub/seed/content.h"
#include "localhub/seed/pictures.h"
#include "localhub/seed/tables.h"
#include "localhub/seed/zip.h"

namespace localhub {

using namespace seed;

namespace {

const RepoName kName{RepoType::Dataset, "demo", "tables"};
constexpr int kPictures = 48;

/// As the Hub gives it to datasets: pictures are large files, too.
QByteArray gitattributes()
{
    QByteArray text = defaultGitattributes();
    for (const char *suffix : {"png", "jpg", "jpeg", "webp"}) {
        const QByteArray pattern = QByteArray("*.") + suffix;
        if (!text.contains('\n' + pattern + ' '))
            text += pattern + " filter=lfs diff=lfs merge=lfs -text\n";
    }
    return text;
}

QList<File> pictures()
{
    QList<File> files{{"images/metadata.csv", imageMetadataCsv(kPictures)}};
    for (int number = 0; number < kPictures; ++number)
        files << File{"images/" + QByteArray::number(number).rightJustified(3, '0') + ".png", tilePng(number)};
    return files;
}

/// The pictures and the test splits once more, with a name that is not ASCII among them.
QByteArray archiveOf(QList<File> files)
{
    files << File{"orders/test.csv", ordersCsv(1000, 2)} << File{"questions/test.jsonl", questionsJsonl(500, 4)}
          << File{"extra/städte.csv", citiesCsv()}
          << File{"README.txt", "The test splits and the pictures, in one piece.\n"};
    return zipOf(files);
}

}  // namespace

void seed::seedTables(Seeder &seeder)
{
    RepoInfo info;
    info.createdAt = utc("2024-02-09 08:00");
    info.likes = 41;
    info.downloads = 9304;
    info.downloadsAllTime = 77'120;
    info.trendingScore = 4;
    seeder.createRepo(kName, info);

    seeder.commit(kName, "main",
                  {"bruno", utc("2024-02-09 08:00"), "initial commit", {{".gitattributes", gitattributes()}}, {}});
    seeder.commit(kName, "main",
                  {"bruno",
                   utc("2024-02-09 08:41"),
                   "Add orders of two years",
                   {{"orders/train.csv", ordersCsv(10'000, 1)}, {"orders/test.csv", ordersCsv(1000, 2)}},
                   {}});
    seeder.commit(
        kName, "main",
        {"ada",
         utc("2024-05-21 13:30"),
         "Add questions",
         {{"questions/train.jsonl", questionsJsonl(2000, 3)}, {"questions/test.jsonl", questionsJsonl(500, 4)}},
         {}});
    seeder.commit(kName, "main", {"chiyo", utc("2024-09-03 16:12"), "Add shapes", pictures(), {}});
    const QByteArray card = seeder.commit(
        kName, "main",
        {"ada", utc("2024-09-04 09:00"), "Add the card", {{"README.md", content("tables/README.md")}}, {}});
    seeder.createTag(kName, "v1", card);
    seeder.commit(kName, "main",
                  {"bruno",
                   utc("2025-06-30 18:05"),
                   "Add cities, as a spreadsheet writes them",
                   {{"extra/städte.csv", citiesCsv()}},
                   {}});
    seeder.commit(kName, "main",
                  {"bruno",
                   utc("2025-10-11 10:10"),
                   "All of it as one archive",
                   {{"archives/everything.zip", archiveOf(pictures())}},
                   {}});
}

}  // namespace localhub
