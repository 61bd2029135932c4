// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/tokenizer.h"

#include "localhub/seed/bytepairs.h"
#include "localhub/seed/content.h"

#include <QJsonArray>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

using namespace seed;

namespace {

constexpr int kBegin = 1;

/// The letter that stands for each byte in a byte level vocabulary: printable ones for themselves, the others for
/// letters from U+0100 on. The blank is so "Ġ".
std::array<QChar, 256> byteLetters()
{
    std::array<QChar, 256> letters;
    char16_t next = 0x100;
    for (int byte = 0; byte < 256; ++byte) {
        const bool printable = (byte >= '!' && byte <= '~') || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
        letters[size_t(byte)] = printable ? QChar(char16_t(byte)) : QChar(next++);
    }
    return letters;
}

std::vector<int> idsOf(const QByteArray &word)
{
    std::vector<int> ids;
    for (const char c : word)
        ids.push_back(Vocabulary::kSpecialTokens + uchar(c));
    return ids;
}

/// Each word behind a blank, at the start of a text, and with a capital letter.
BytePairs wordPairs()
{
    BytePairs pairs;
    qint64 rank = 0;
    for (const QByteArray &word : words()) {
        const qint64 weight = 1'000'000 / (++rank + 10);
        QByteArray capital = word;
        capital[0] = char(word[0] - 'a' + 'A');
        pairs.addWord(idsOf(' ' + word), weight);
        pairs.addWord(idsOf(word), weight / 8);
        pairs.addWord(idsOf(' ' + capital), weight / 16);
    }
    return pairs;
}

QJsonObject special(const QString &token)
{
    return {{u"content"_s, token},
            {u"lstrip"_s, false},
            {u"normalized"_s, false},
            {u"rstrip"_s, false},
            {u"single_word"_s, false}};
}

QJsonArray addedTokens(const Vocabulary &vocabulary)
{
    QJsonArray added;
    for (int id = 0; id < Vocabulary::kSpecialTokens; ++id) {
        QJsonObject token = special(vocabulary.tokens[id]);
        token[u"id"_s] = id;
        token[u"special"_s] = true;
        added << token;
    }
    return added;
}

/// "<s>" before each text, and between the two of a pair.
QJsonObject postProcessor()
{
    const auto begin = [](int type) {
        return QJsonObject{{u"SpecialToken"_s, QJsonObject{{u"id"_s, u"<s>"_s}, {u"type_id"_s, type}}}};
    };
    const auto text = [](const QString &id, int type) {
        return QJsonObject{{u"Sequence"_s, QJsonObject{{u"id"_s, id}, {u"type_id"_s, type}}}};
    };
    const QJsonObject token{{u"id"_s, u"<s>"_s}, {u"ids"_s, QJsonArray{kBegin}}, {u"tokens"_s, QJsonArray{u"<s>"_s}}};
    return {{u"type"_s, u"TemplateProcessing"_s},
            {u"single"_s, QJsonArray{begin(0), text(u"A"_s, 0)}},
            {u"pair"_s, QJsonArray{begin(0), text(u"A"_s, 0), begin(1), text(u"B"_s, 1)}},
            {u"special_tokens"_s, QJsonObject{{u"<s>"_s, token}}}};
}

QJsonObject byteLevel()
{
    return {
        {u"type"_s, u"ByteLevel"_s}, {u"add_prefix_space"_s, false}, {u"trim_offsets"_s, true}, {u"use_regex"_s, true}};
}

}  // namespace

Vocabulary seed::learnVocabulary(int size)
{
    Vocabulary vocabulary{{u"<unk>"_s, u"<s>"_s, u"</s>"_s}, {}};
    for (const QChar letter : byteLetters())
        vocabulary.tokens << letter;

    BytePairs pairs = wordPairs();
    while (vocabulary.tokens.size() < size) {
        const auto pair = pairs.best();
        if (!pair)
            qFatal("The words of the demo are too few for %d tokens.", size);
        pairs.join(*pair, int(vocabulary.tokens.size()));
        vocabulary.tokens << vocabulary.tokens[pair->first] + vocabulary.tokens[pair->second];
        vocabulary.merges << *pair;
    }
    return vocabulary;
}

QJsonObject seed::tokenizerJson(const Vocabulary &vocabulary)
{
    QJsonObject ids;
    for (int id = 0; id < vocabulary.tokens.size(); ++id)
        ids[vocabulary.tokens[id]] = id;
    QJsonArray merges;
    for (const auto &merge : vocabulary.merges)
        merges << mergeText(vocabulary, merge);

    const QJsonObject model{{u"type"_s, u"BPE"_s},
                            {u"dropout"_s, QJsonValue::Null},
                            {u"unk_token"_s, u"<unk>"_s},
                            {u"continuing_subword_prefix"_s, QJsonValue::Null},
                            {u"end_of_word_suffix"_s, QJsonValue::Null},
                            {u"fuse_unk"_s, false},
                            {u"byte_fallback"_s, false},
                            {u"vocab"_s, ids},
                            {u"merges"_s, merges}};
    return {{u"version"_s, u"1.0"_s},
            {u"truncation"_s, QJsonValue::Null},
            {u"padding"_s, QJsonValue::Null},
            {u"added_tokens"_s, addedTokens(vocabulary)},
            {u"normalizer"_s, QJsonValue::Null},
            {u"pre_tokenizer"_s, byteLevel()},
            {u"post_processor"_s, postProcessor()},
            {u"decoder"_s, byteLevel()},
            {u"model"_s, model}};
}

QJsonObject seed::tokenizerConfig(int positions)
{
    const QJsonObject decoder{{u"0"_s, special(u"<unk>"_s)}, {u"1"_s, special(u"<s>"_s)}, {u"2"_s, special(u"</s>"_s)}};
    return {{u"add_bos_token"_s, true},
            {u"added_tokens_decoder"_s, decoder},
            {u"bos_token"_s, u"<s>"_s},
            {u"clean_up_tokenization_spaces"_s, false},
            {u"eos_token"_s, u"</s>"_s},
            {u"model_max_length"_s, positions},
            {u"tokenizer_class"_s, u"PreTrainedTokenizerFast"_s},
            {u"unk_token"_s, u"<unk>"_s}};
}

QJsonObject seed::specialTokensMap()
{
    return {{u"bos_token"_s, special(u"<s>"_s)},
            {u"eos_token"_s, special(u"</s>"_s)},
            {u"unk_token"_s, special(u"<unk>"_s)}};
}

QString seed::mergeText(const Vocabulary &vocabulary, const std::pair<int, int> &merge)
{
    return vocabulary.tokens[merge.first] + u' ' + vocabulary.tokens[merge.second];
}

}  // namespace localhub
