// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRegularExpression>
#include <QString>

/// Which names a filter field leaves: those with the text in them, in any case; with "*" or "?" in it, it is a pattern
/// for the whole name. With "/" in it, it is the path from the folder that is shown that has to match.
class NameFilter
{
public:
    explicit NameFilter(QString pattern);

    /// \a path from the folder that is shown; mostly it is a name alone.
    bool matches(const QString &path) const;

private:
    QString m_pattern;
    QRegularExpression m_glob;  // Of a pattern that has "*" or "?".
    bool m_hasGlob = false;
};
