// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <vector>

namespace core {

/// A pattern of Python's fnmatchcase(), read once and matched often, in time linear in pattern times text.
class GlobPattern
{
public:
    explicit GlobPattern(const QString &pattern);

    bool matches(const QString &text) const;  ///< The whole of \a text.

private:
    /// One character of the text, or with \a isStar any number of them.
    struct Token {
        bool isStar = false;
        bool isNegated = false;
        std::vector<std::pair<char32_t, char32_t>> ranges = {};

        bool takes(char32_t c) const;
    };

    static Token setOf(std::u32string_view body);

    std::vector<Token> m_tokens;
};

}  // namespace core
