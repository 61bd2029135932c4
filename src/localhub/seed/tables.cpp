// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/tables.h"

#include "localhub/seed/content.h"
#include "localhub/seed/random.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

using namespace seed;

namespace {

constexpr const char *kCustomers[] = {"Jürgen Groß", "Zoë Müller", "Bjørn Ærø",        "Ana Peña",      "O'Neill, Sean",
                                      "Łukasz Żak",  "Ada Byron",  "François Lefèvre", "Käthe Schäfer", "Mei Lin"};
constexpr const char *kProducts[]
    = {"Kettle, 1.5 l", "Lamp \"Nordlicht\"", "Basket",    "Ladder", "Spaten", "Bücherregal",
       "Coffee",        "Tee, grün",          "Door bell", "Kerze"};
constexpr const char *kCities[] = {"München", "Köln",     "Düsseldorf", "Nürnberg",   "Lübeck", "Göttingen",
                                   "Görlitz", "Tübingen", "Fürth",      "Weißenfels", "Zürich", "Bärnau"};

template<size_t N>
QByteArray oneOf(const char *const (&list)[N], Random &random)
{
    return list[random.below(int(N))];
}

/// Quoted only where it must be, as RFC 4180 has it.
QByteArray csvField(QByteArray text)
{
    if (!text.contains(',') && !text.contains('"') && !text.contains('\n'))
        return text;
    return '"' + text.replace('"', "\"\"") + '"';
}

QByteArray note(Random &random)
{
    switch (random.below(12)) {
    case 0: return "Deliver to the neighbour,\nplease ring twice.";
    case 1: return "He said: \"Not before noon\"";
    case 2: return "Größe ändern";
    case 3: return sentence(random, 4, 9);
    default: return {};
    }
}

QByteArray price(Random &random)
{
    return QByteArray::number(1 + random.below(400)) + '.'
        + QByteArray::number(random.below(100)).rightJustified(2, '0');
}

}  // namespace

QByteArray seed::ordersCsv(int rows, quint64 seed)
{
    Random random(seed);
    QByteArray csv = "order_id,date,customer,product,quantity,unit_price,currency,note\n";
    const QDate start(2024, 1, 1);
    for (int row = 0; row < rows; ++row) {
        const QByteArrayList fields{
            QByteArray::number(100'000 + row),        start.addDays(random.below(730)).toString(Qt::ISODate).toLatin1(),
            csvField(oneOf(kCustomers, random)),      csvField(oneOf(kProducts, random)),
            QByteArray::number(1 + random.below(12)), price(random),
            random.below(4) ? "EUR" : "CHF",          csvField(note(random))};
        csv += fields.join(',') + '\n';
    }
    return csv;
}

QByteArray seed::citiesCsv()
{
    Random random(23);
    QByteArray csv = "\xef\xbb\xbf"
                     "Stadt;Straße;Fläche (km²);Höhe (m);Gründung\r\n";
    for (const char *city : kCities) {
        csv += QByteArray(city) + ";\"Lange Straße; Nr. " + QByteArray::number(1 + random.below(90)) + "\";"
            + QByteArray::number(20 + random.below(300)) + ',' + QByteArray::number(random.below(10)) + ';'
            + QByteArray::number(random.below(600)) + ';' + QByteArray::number(700 + random.below(600)) + "\r\n";
    }
    return csv;
}

QByteArray seed::questionsJsonl(int rows, quint64 seed)
{
    Random random(seed);
    QByteArray lines;
    for (int row = 0; row < rows; ++row) {
        QString question = QString::fromLatin1(sentence(random, 5, 11));
        question.back() = u'?';
        QJsonArray labels;
        for (int left = random.below(3); left >= 0; --left)
            labels << QString::fromLatin1(words()[random.below(int(words().size()))]);
        const QJsonObject entry{{u"id"_s, row},
                                {u"question"_s, question},
                                {u"answer"_s, QString::fromLatin1(sentence(random, 8, 24))},
                                {u"labels"_s, labels},
                                {u"score"_s, random.below(1001) / 1000.0},
                                {u"city"_s, QString::fromUtf8(oneOf(kCities, random))}};
        lines += QJsonDocument(entry).toJson(QJsonDocument::Compact) + '\n';
    }
    return lines;
}

QByteArray seed::imageMetadataCsv(int count)
{
    static constexpr const char *kLabels[] = {"circle", "square", "triangle"};
    QByteArray csv = "file_name,label\n";
    for (int number = 0; number < count; ++number)
        csv += QByteArray::number(number).rightJustified(3, '0') + ".png," + kLabels[number % 3] + '\n';
    return csv;
}

}  // namespace localhub
