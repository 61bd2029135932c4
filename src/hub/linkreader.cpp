// SPDX-License-Identifier: Apache-2.0
#include "hub/linkreader.h"

#include <algorithm>

std::optional<hub::LinkReader::Link> hub::LinkReader::next()
{
    while (take(','))
        continue;
    if (!take('<') || !m_rest.contains('>'))
        return {};
    const qsizetype end = m_rest.indexOf('>');
    Link link{m_rest.first(end).toByteArray(), {}};
    m_rest = m_rest.sliced(end + 1);
    bool hasRelations = false;
    while (take(';')) {
        const QByteArray name = token().toLower();
        const QByteArray text = take('=') ? value() : QByteArray();
        if (name == "rel" && !hasRelations) {  // Only the first one counts.
            link.relations = text.toLower();
            hasRelations = true;
        }
        link.isOfAnother = link.isOfAnother || name == "anchor";
    }
    return link;
}

/// Whether \a c is what comes next, spaces aside; takes it then.
bool hub::LinkReader::take(char c)
{
    m_rest = m_rest.trimmed();
    if (!m_rest.startsWith(c))
        return false;
    m_rest = m_rest.sliced(1);
    return true;
}

QByteArray hub::LinkReader::token()
{
    m_rest = m_rest.trimmed();
    const auto isEnd = [](char c) { return QByteArrayView("=;, \t\"").contains(c); };
    const qsizetype end = std::ranges::find_if(m_rest, isEnd) - m_rest.begin();
    const QByteArray token = m_rest.first(end).toByteArray();
    m_rest = m_rest.sliced(end);
    return token;
}

/// A token, or a text in quotes where a backslash stands before what is meant as it is.
QByteArray hub::LinkReader::value()
{
    if (!take('"'))
        return token();
    QByteArray value;
    qsizetype i = 0;
    for (; i < m_rest.size() && m_rest[i] != '"'; ++i) {
        if (m_rest[i] == '\\' && i + 1 < m_rest.size())
            ++i;
        value += m_rest[i];
    }
    m_rest = m_rest.sliced(std::min(i + 1, m_rest.size()));
    return value;
}
