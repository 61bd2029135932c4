// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/runs.h"

#include "localhub/seed/content.h"
#include "localhub/seed/random.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

using namespace seed;

namespace {

constexpr int kAllLines = 240;

/// A number with three digits behind the point, made from thousandths: the same text everywhere.
double thousandths(int value)
{
    return value / 1000.0;
}

QByteArray metrics(quint64 seed, int lines)
{
    Random random(seed);
    QByteArray text;
    for (int line = 1; line <= lines; ++line) {
        const int step = line * 100;
        const int loss = 2100 + 5500 * 900 / (step + 900) + random.below(120);
        const QJsonObject entry{{u"step"_s, step},
                                {u"epoch"_s, thousandths(step / 4)},
                                {u"loss"_s, thousandths(loss)},
                                {u"grad_norm"_s, thousandths(300 + random.below(900))},
                                {u"learning_rate"_s, qMin(step, 2000) * 1.5e-7},
                                {u"tokens_per_second"_s, 41'000 + random.below(3000)}};
        text += QJsonDocument(entry).toJson(QJsonDocument::Compact) + '\n';
    }
    return text;
}

QByteArray arguments(quint64 seed)
{
    Random random(seed);
    return QJsonDocument(QJsonObject{{u"batch_size"_s, 32 << random.below(3)},
                                     {u"learning_rate"_s, 3e-4},
                                     {u"lr_scheduler"_s, u"cosine"_s},
                                     {u"warmup_steps"_s, 200},
                                     {u"weight_decay"_s, 0.1},
                                     {u"adam_beta1"_s, 0.9},
                                     {u"adam_beta2"_s, 0.95},
                                     {u"gradient_checkpointing"_s, false},
                                     {u"seed"_s, random.below(100'000)}})
        .toJson();
}

QByteArray results(quint64 seed)
{
    Random random(seed);
    QJsonArray tasks;
    for (const QString &task : {u"questions"_s, u"orders"_s, u"cities"_s}) {
        tasks << QJsonObject{{u"task"_s, task},
                             {u"perplexity"_s, thousandths(38'000 + random.below(9000))},
                             {u"accuracy"_s, thousandths(280 + random.below(60))},
                             {u"samples"_s, 1000}};
    }
    return QJsonDocument(QJsonObject{{u"results"_s, tasks}, {u"split"_s, u"test"_s}}).toJson();
}

QByteArray log(quint64 seed)
{
    Random random(seed);
    QByteArray text;
    for (int line = 0; line < 400; ++line) {
        const QByteArray second = QByteArray::number(line * 7 % 60).rightJustified(2, '0');
        const QByteArray minute = QByteArray::number(line * 7 / 60 % 60).rightJustified(2, '0');
        text += "09:" + minute + ':' + second + (random.below(40) ? " INFO  " : " WARN  ") + sentence(random, 4, 12)
            + '\n';
    }
    return text;
}

}  // namespace

QByteArray seed::runFile(const QByteArray &path, int lines)
{
    quint64 seed = 1;
    for (const char c : path)
        seed = seed * 31 + uchar(c);
    if (path.endsWith(".jsonl"))
        return metrics(seed, lines ? lines : kAllLines);
    if (path.endsWith("/args.json"))
        return arguments(seed);
    return path.endsWith(".log") ? log(seed) : results(seed);
}

}  // namespace localhub
