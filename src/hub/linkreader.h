// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace hub {

/// Reads a Link header (RFC 8288) link by link, from its front.
class LinkReader
{
public:
    struct Link {
        QByteArray target;         ///< As it stands there: relative, or an address.
        QByteArray relations;      ///< Separated by spaces, in lower case.
        bool isOfAnother = false;  ///< Whether it speaks of another page than the one that was asked for.
    };

    /// \a header outlives the reader.
    explicit LinkReader(QByteArrayView header) : m_rest(header) {}

    /// The next link; nothing at the end, or where the header is broken.
    std::optional<Link> next();

private:
    bool take(char c);
    QByteArray token();
    QByteArray value();

    QByteArrayView m_rest;
};

}  // namespace hub
