// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QStringList>
#include <QXmlStreamReader>

/// A text of a .ts file, with its translation or, where a number decides, its translations.
struct CatalogueText {
    QString context;
    QString source;
    QString type;  ///< "unfinished", "vanished", "obsolete"; empty: all is well.
    QStringList translations;
    bool isNumerus = false;

    QString name() const { return context + QStringLiteral(": ") + source; }
};

/// All of them, in the file's order; none where the file cannot be read.
inline QList<CatalogueText> readCatalogue(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<CatalogueText> texts;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto is = [&xml](const char *name) { return xml.name() == QLatin1StringView(name); };
        if (is("name")) {
            context = xml.readElementText();
        } else if (is("message")) {
            const bool isNumerus = xml.attributes().hasAttribute(QStringLiteral("numerus"));
            texts.append({.context = context, .source = {}, .type = {}, .translations = {}, .isNumerus = isNumerus});
        } else if (is("source")) {
            texts.last().source = xml.readElementText();
        } else if (is("translation")) {
            texts.last().type = xml.attributes().value(QStringLiteral("type")).toString();
            if (!texts.last().isNumerus)
                texts.last().translations << xml.readElementText();
        } else if (is("numerusform")) {
            texts.last().translations << xml.readElementText();
        }
    }
    return xml.hasError() ? QList<CatalogueText>() : texts;
}
