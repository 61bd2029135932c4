// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/glob.h"
#include "transfer/downloadwish.h"

#include <QSet>

/// Which files of a commit a wish takes.
class DownloadChoice
{
public:
    explicit DownloadChoice(const DownloadWish &wish);

    bool takes(const QString &path) const { return (m_takesAll || isNamed(path)) && m_filter.takes(path); }

private:
    bool isNamed(const QString &path) const;

    core::PathFilter m_filter;
    bool m_takesAll;
    QSet<QString> m_named;
};
