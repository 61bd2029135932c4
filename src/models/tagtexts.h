// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// The Hub's tags as people write them.
namespace models {

/// "text-generation": "Text generation".
QString wordsOf(QString tag);

/// "cc-by-4.0": "CC BY 4.0"; "apache-2.0": "Apache 2.0".
QString licenseText(const QString &license);

/// "sentence-transformers": "Sentence Transformers"; one that is not known as it is: names are not for us to spell.
QString libraryText(const QString &library);

/// "7.62 B parameters", "124 M parameters": three figures and the unit that models are told apart by.
QString parametersText(qint64 count);

/// "1.2 M downloads a month".
QString downloadsText(qint64 downloads);

/// "liked by 834": as it is read out beside a heart.
QString likesText(qint64 likes);

}  // namespace models
