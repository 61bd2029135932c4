// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/cachescan.h"
#include "support/cachemaker.h"

#include <QTemporaryDir>

#include <optional>

/// A cache of its own for each test, and what most of them put into it.
class CacheRig
{
protected:
    static inline const RepoId kRepo{RepoType::Model, QStringLiteral("o/n")};
    static inline const RepoId kOther{RepoType::Dataset, QStringLiteral("o/other")};
    static inline const QString kOne = CacheMaker::commitOf(u'1');
    static inline const QString kTwo = CacheMaker::commitOf(u'2');

    std::optional<QTemporaryDir> m_dir;
    std::optional<CacheMaker> m_maker;

    void emptyCache()
    {
        m_dir.emplace();
        m_maker.emplace(root());
    }

    QString root() const { return m_dir->filePath(QStringLiteral("hub")); }
    CacheContents scan() const { return local::scanCache(root()); }
};
