// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <utility>

namespace localhub::seed {

/// A byte pair encoding, learnt from the words of the demo: what a tokenizer.json holds.
struct Vocabulary {
    QStringList tokens;                       ///< By id: the special ones, the 256 bytes, then one for each merge.
    QList<std::pair<int, int>> merges;        ///< Ids of the two parts, the most common pair first.
    static constexpr int kSpecialTokens = 3;  ///< "<unk>", "<s>" and "</s>".
};

/// Learns until there are \a size tokens.
Vocabulary learnVocabulary(int size);

/// tokenizer.json, as the library "tokenizers" reads it.
QJsonObject tokenizerJson(const Vocabulary &vocabulary);
QJsonObject tokenizerConfig(int positions);
QJsonObject specialTokensMap();

/// Both parts of a merge as the formats want them: "a b".
QString mergeText(const Vocabulary &vocabulary, const std::pair<int, int> &merge);

}  // namespace localhub::seed
