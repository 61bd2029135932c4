// SPDX-License-Identifier: Apache-2.0
#include "core/translations.h"

#include <QCoreApplication>

#include <memory>

namespace {

void speakEnglish()
{
    static std::unique_ptr<Translations> english;
    english = std::make_unique<Translations>(QStringList{QStringLiteral("en")});
    qAddPostRoutine([] { english.reset(); });
}

}  // namespace

Q_COREAPP_STARTUP_FUNCTION(speakEnglish)
