// SPDX-License-Identifier: Apache-2.0
#include "hub/page.h"

#include <optional>

namespace {

/// Reads a Link header from its front.
class LinkReader
{
public:
    explicit LinkReader(QByteArrayView text) : m_rest(text) {}

    struct Link {
        QByteArray target;
        QByteArray relations;  ///< Separated by spaces, in lower case.
        bool isOfAnother = false;
    };

    /// The next link; nothing at the end, or where the header is broken.
    std::optional<Link> link()
    {
        while (take(','))
            continue;
        const qsizetype end = m_rest.indexOf('>');
        if (!take('<') || end < 0)
            return {};
        Link link{m_rest.first(m_rest.indexOf('>')).toByteArray(), {}};
        m_rest = m_rest.sliced(m_rest.indexOf('>') + 1);
        bool hasRelations = false;
        while (take(';')) {
            const QByteArray name = token().toLower();
            const QByteArray value = take('=') ? this->value() : QByteArray();
            if (name == "rel" && !hasRelations) {  // Only the first one counts.
                link.relations = value.toLower();
                hasRelations = true;
            }
            link.isOfAnother = link.isOfAnother || name == "anchor";
        }
        return link;
    }

private:
    bool take(char c)
    {
        m_rest = m_rest.trimmed();
        if (m_rest.isEmpty() || m_rest.front() != c)
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }

    QByteArray token()
    {
        m_rest = m_rest.trimmed();
        qsizetype end = 0;
        while (end < m_rest.size() && !QByteArrayView("=;, \t\"").contains(m_rest[end]))
            ++end;
        const QByteArray token = m_rest.first(end).toByteArray();
        m_rest = m_rest.sliced(end);
        return token;
    }

    QByteArray value()
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

    QByteArrayView m_rest;
};

}  // namespace

QUrl hub::nextPageOf(const Reply &reply)
{
    const QByteArray header = reply.header("Link");
    LinkReader reader(header);
    while (const auto link = reader.link()) {
        if (!link->isOfAnother && link->relations.simplified().split(' ').contains("next"))
            return reply.url.resolved(QUrl::fromEncoded(link->target, QUrl::StrictMode));
    }
    return {};
}

qint64 hub::totalOf(const Reply &reply)
{
    bool isNumber = false;
    const qint64 total = reply.header("X-Total-Count").toLongLong(&isNumber);
    return isNumber && total >= 0 ? total : -1;
}
