// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace localhub::seed {

/// Learns which two neighbours to join next, by how often they stand side by side in the words given.
class BytePairs
{
public:
    /// \a ids are the word's tokens; \a weight says how often the word comes.
    void addWord(std::vector<int> ids, qint64 weight);

    /// The pair that is now the most common one; the smaller ids of two equal ones.
    std::optional<std::pair<int, int>> best() const;

    /// Puts \a id in the place of each such pair.
    void join(const std::pair<int, int> &pair, int id);

private:
    struct Word {
        std::vector<int> ids;
        qint64 weight;
    };

    void count(const Word &word, qint64 sign);

    std::vector<Word> m_words;
    std::unordered_map<quint64, qint64> m_counts;  ///< First id in the upper half of the key, second in the lower.
};

}  // namespace localhub::seed
