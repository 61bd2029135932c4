// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/smallhub.h"

/// Fills \a hub with \a count models, crowd/model-000 on, the most trending first; every third is for translation.
inline void addCrowd(const SmallHub &hub, int count)
{
    for (int number = 0; number < count; ++number) {
        localhub::RepoInfo info;
        info.trendingScore = count - number;
        info.downloads = number;
        info.likes = number % 7;
        info.pipelineTag = number % 3 ? QStringLiteral("text-generation") : QStringLiteral("translation");
        info.libraryName = QStringLiteral("transformers");
        info.tags = {number % 2 ? QStringLiteral("license:mit") : QStringLiteral("license:apache-2.0")};
        const QByteArray name = "model-" + QByteArray::number(number).rightJustified(3, '0');
        if (hub.store().createRepo({localhub::RepoType::Model, "crowd", name}, info))
            qFatal("No repository");
    }
}
