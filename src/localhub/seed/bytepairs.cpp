// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/bytepairs.h"

namespace localhub::seed {

static quint64 keyOf(int first, int second)
{
    return quint64(first) << 32 | quint64(second);
}

void BytePairs::addWord(std::vector<int> ids, qint64 weight)
{
    m_words.push_back({std::move(ids), weight});
    count(m_words.back(), 1);
}

std::optional<std::pair<int, int>> BytePairs::best() const
{
    quint64 key = 0;
    qint64 most = 0;
    for (const auto &[pair, weight] : m_counts) {
        if (weight > most || (weight == most && pair < key)) {
            key = pair;
            most = weight;
        }
    }
    if (most <= 0)
        return {};
    return std::pair(int(key >> 32), int(key & 0xffffffff));
}

void BytePairs::join(const std::pair<int, int> &pair, int id)
{
    for (Word &word : m_words) {
        std::vector<int> joined;
        for (size_t i = 0; i < word.ids.size(); ++i) {
            const bool here = i + 1 < word.ids.size() && word.ids[i] == pair.first && word.ids[i + 1] == pair.second;
            joined.push_back(here ? id : word.ids[i]);
            i += here ? 1 : 0;
        }
        if (joined.size() == word.ids.size())
            continue;
        count(word, -1);
        word.ids = std::move(joined);
        count(word, 1);
    }
    m_counts.erase(keyOf(pair.first, pair.second));
}

void BytePairs::count(const Word &word, qint64 sign)
{
    for (size_t i = 0; i + 1 < word.ids.size(); ++i)
        m_counts[keyOf(word.ids[i], word.ids[i + 1])] += sign * word.weight;
}

}  // namespace localhub::seed
