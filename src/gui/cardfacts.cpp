// SPDX-License-Identifier: Apache-2.0
#include "gui/cardfacts.h"

#include "core/plaintext.h"
#include "formats/frontmatter.h"
#include "models/tagtexts.h"
#include "models/tasktexts.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostValues = 12;
constexpr qsizetype kLongestValue = 100;

QString plainText(const QString &value)
{
    return core::visible(value);
}

struct Field {
    QLatin1StringView key;
    const char *name;
    QString (*text)(const QString &);
};

constexpr Field kFields[] = {
    {"license"_L1, QT_TRANSLATE_NOOP("gui::CardFacts", "Licence"), models::licenseText},
    {"license_name"_L1, QT_TRANSLATE_NOOP("gui::CardFacts", "Licence name"), plainText},
    {"language"_L1, QT_TRANSLATE_NOOP("gui::CardFacts", "Languages"), plainText},
    {"library_name"_L1, QT_TRANSLATE_NOOP("gui::CardFacts", "Library"), models::libraryText},
    {"pipeline_tag"_L1, QT_TRANSLATE_NOOP("gui::CardFacts", "Task"), models::taskText},
    {"task_categories"_L1, QT_TRANSLATE_NOOP("gui::CardFacts", "Tasks"), models::taskText},
    {"size_categories"_L1, QT_TRANSLATE_NOOP("gui::CardFacts", "Rows"), plainText},
    {"base_model"_L1, QT_TRANSLATE_NOOP("gui::CardFacts", "Base model"), plainText},
    {"datasets"_L1, QT_TRANSLATE_NOOP("gui::CardFacts", "Datasets"), plainText},
    {"tags"_L1, QT_TRANSLATE_NOOP("gui::CardFacts", "Tags"), plainText},
};

QString cut(const QString &value)
{
    return value.size() > kLongestValue ? value.left(kLongestValue) + u'…' : value;
}

}  // namespace

QList<gui::CardFact> gui::cardFacts(const QString &yaml)
{
    const QHash<QString, QStringList> fields = formats::fieldsOf(yaml);
    QList<CardFact> facts;
    for (const Field &field : kFields) {
        QStringList values;
        for (const QString &value : fields.value(field.key).mid(0, kMostValues))
            values << field.text(cut(value));
        if (fields.value(field.key).size() > kMostValues)
            values << u"…"_s;
        if (!values.isEmpty())
            facts << CardFact{QCoreApplication::translate("gui::CardFacts", field.name), values.join(u", "_s)};
    }
    return facts;
}
