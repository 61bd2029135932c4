// SPDX-License-Identifier: Apache-2.0
#include "core/globpattern.h"

#include <QList>

#include <algorithm>
#include <string>

using core::GlobPattern;

namespace {

std::u32string charactersOf(const QString &text)
{
    const auto ucs4 = text.toUcs4();
    return {ucs4.cbegin(), ucs4.cend()};
}

/// Where the set that begins after \a open ends; npos where nothing closes it. A "]" that comes first belongs to it.
size_t closingBracket(std::u32string_view pattern, size_t open)
{
    size_t from = open;
    if (from < pattern.size() && pattern[from] == U'!')
        ++from;
    if (from < pattern.size() && pattern[from] == U']')
        ++from;
    return pattern.find(U']', from);
}

/// \a body cut at the hyphens that make ranges, as Python cuts it: "a-z_" is {"a", "z_"}, "-a-" is {"-a-"}.
std::vector<std::u32string> chunksOf(std::u32string_view body)
{
    std::vector<std::u32string> chunks;
    size_t begin = 0;
    size_t hyphen = body.find(U'-', !body.empty() && body[0] == U'!' ? 2 : 1);
    while (hyphen != std::u32string_view::npos) {
        chunks.emplace_back(body.substr(begin, hyphen - begin));
        begin = hyphen + 1;
        hyphen = body.find(U'-', hyphen + 3);
    }
    if (begin < body.size() || chunks.empty())
        chunks.emplace_back(body.substr(begin));
    else
        chunks.back() += U'-';
    return chunks;
}

}  // namespace

bool GlobPattern::Token::takes(char32_t c) const
{
    return isNegated
        != std::ranges::any_of(ranges, [c](const auto &range) { return range.first <= c && c <= range.second; });
}

GlobPattern::Token GlobPattern::setOf(std::u32string_view body)
{
    std::vector<std::u32string> chunks = chunksOf(body);
    for (size_t i = chunks.size() - 1; i > 0; --i) {
        if (chunks[i - 1].back() > chunks[i].front()) {  // A range that runs backwards holds nothing.
            chunks[i - 1].pop_back();
            chunks[i - 1] += chunks[i].substr(1);
            chunks.erase(chunks.begin() + std::ptrdiff_t(i));
        }
    }
    Token token;
    if (chunks.front().starts_with(U'!')) {
        token.isNegated = true;
        chunks.front().erase(0, 1);
    }
    for (size_t i = 0; i < chunks.size(); ++i) {
        if (i > 0)
            token.ranges.emplace_back(chunks[i - 1].back(), chunks[i].front());
        for (const char32_t c : chunks[i])
            token.ranges.emplace_back(c, c);
    }
    return token;
}

GlobPattern::GlobPattern(const QString &pattern)
{
    const std::u32string characters = charactersOf(pattern);
    for (size_t i = 0; i < characters.size(); ++i) {
        const char32_t c = characters[i];
        const size_t close = c == U'[' ? closingBracket(characters, i + 1) : std::u32string::npos;
        if (c == U'*') {
            if (m_tokens.empty() || !m_tokens.back().isStar)
                m_tokens.push_back({true});
        } else if (c == U'?') {
            m_tokens.push_back({false, true});  // All but the characters of no set.
        } else if (close != std::u32string::npos) {
            m_tokens.push_back(setOf(std::u32string_view(characters).substr(i + 1, close - i - 1)));
            i = close;
        } else {
            m_tokens.push_back({false, false, {{c, c}}});
        }
    }
}

bool GlobPattern::matches(const QString &text) const
{
    const std::u32string characters = charactersOf(text);
    size_t at = 0;
    size_t token = 0;
    size_t star = m_tokens.size();  // The last star met: only it can still take more.
    size_t starEnd = 0;
    while (at < characters.size()) {
        if (token < m_tokens.size() && m_tokens[token].isStar) {
            star = token++;
            starEnd = at;
        } else if (token < m_tokens.size() && m_tokens[token].takes(characters[at])) {
            ++token;
            ++at;
        } else if (star < m_tokens.size()) {
            token = star + 1;
            at = ++starEnd;
        } else {
            return false;
        }
    }
    while (token < m_tokens.size() && m_tokens[token].isStar)
        ++token;
    return token == m_tokens.size();
}
