// SPDX-License-Identifier: Apache-2.0
#include "models/namefilter.h"

NameFilter::NameFilter(QString pattern) : m_pattern(std::move(pattern))
{
    if (!m_pattern.contains(u'*') && !m_pattern.contains(u'?'))
        return;
    m_glob.setPattern(QRegularExpression::wildcardToRegularExpression(m_pattern));
    m_glob.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
    m_hasGlob = m_glob.isValid();
}

bool NameFilter::matches(const QString &path) const
{
    if (m_pattern.isEmpty())
        return true;
    const QStringView name
        = m_pattern.contains(u'/') ? QStringView(path) : QStringView(path).mid(path.lastIndexOf(u'/') + 1);
    return m_hasGlob ? m_glob.match(name.toString()).hasMatch() : name.contains(m_pattern, Qt::CaseInsensitive);
}
