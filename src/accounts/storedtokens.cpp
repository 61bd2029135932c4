// SPDX-License-Identifier: Apache-2.0
#include "accounts/storedtokens.h"

#include "accounts/tokenfile.h"

#include <QSet>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

/// configparser's rules, line by line.
class StoredTokensReader
{
public:
    using Block = StoredTokens::Block;

    /// \a line begins at \a begin of the text. Whether it can be read.
    bool take(QStringView line, qsizetype begin)
    {
        const QStringView text = line.trimmed();
        if (text.startsWith(u'#') || text.startsWith(u';'))
            return true;
        if (text.isEmpty()) {
            if (m_value)
                *m_value += u'\n';
            return true;
        }
        const auto indent = std::ranges::find_if_not(line, [](QChar c) { return c.isSpace(); }) - line.begin();
        if (m_value && indent > m_indent) {
            m_value->append(u'\n').append(text);
            return true;
        }
        m_indent = indent;
        const qsizetype end = text.lastIndexOf(u']');
        if (text.startsWith(u'[') && end > 1)
            return beginBlock(text.sliced(1, end - 1).toString(), begin);
        return takeField(text);
    }

    QList<Block> blocks()
    {
        for (Block &block : m_blocks) {
            for (QString &value : block.section.fields)
                value = value.trimmed();
        }
        return m_blocks;
    }

private:
    bool beginBlock(const QString &name, qsizetype begin)
    {
        m_value = nullptr;
        m_blocks.push_back({{name, {}}, begin});
        if (m_blocks.back().isDefault())  // It alone may stand there twice.
            return true;
        const bool isNew = !m_names.contains(name);
        m_names.insert(name);
        return isNew;
    }

    bool takeField(QStringView text)
    {
        const auto at = std::ranges::find_if(text, [](QChar c) { return c == u'=' || c == u':'; }) - text.begin();
        const QString key = text.first(at).trimmed().toString().toLower();
        if (m_blocks.empty() || at == text.size() || key.isEmpty())
            return false;
        Block &block = m_blocks.back();
        if (m_keys.contains({block.section.name, key}))
            return false;
        m_keys.insert({block.section.name, key});
        m_value = &block.section.fields[key];
        *m_value = text.sliced(at + 1).trimmed().toString();
        return true;
    }

    QList<Block> m_blocks;
    QSet<QString> m_names;
    QSet<std::pair<QString, QString>> m_keys;  ///< With the names of their sections.
    QString *m_value = nullptr;                ///< Which a line that is indented more goes on with.
    qsizetype m_indent = 0;
};

bool StoredTokens::Block::isDefault() const
{
    return section.name == "DEFAULT"_L1;
}

bool StoredTokens::Block::has(const QByteArray &token) const
{
    return tokenfile::cleaned(section.fields.value(u"hf_token"_s).toUtf8()) == token;
}

StoredTokens StoredTokens::of(const QByteArray &bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8,
                        QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString text = utf8(bytes);
    if (utf8.hasError())
        return {};
    StoredTokensReader reader;
    for (qsizetype begin = 0; begin < text.size();) {
        const auto rest = QStringView(text).sliced(begin);
        const auto end = std::ranges::find_if(rest, [](QChar c) { return c == u'\n' || c == u'\r'; }) - rest.begin();
        if (!reader.take(rest.first(end), begin))
            return {};
        begin += end + 1;
    }
    StoredTokens tokens;
    tokens.m_text = text;
    tokens.m_blocks = reader.blocks();
    return tokens;
}

QList<StoredTokens::Section> StoredTokens::sections() const
{
    QHash<QString, QString> defaults;
    for (const Block &block : m_blocks) {
        if (block.isDefault())
            defaults.insert(block.section.fields);
    }
    QList<Section> sections;
    for (const Block &block : m_blocks) {
        if (block.isDefault())
            continue;
        sections.push_back({block.section.name, defaults});
        sections.back().fields.insert(block.section.fields);
    }
    return sections;
}

bool StoredTokens::has(const QByteArray &token) const
{
    return std::ranges::any_of(m_blocks, [&token](const Block &block) { return block.has(token); });
}

QByteArray StoredTokens::without(const QByteArray &token) const
{
    const QStringView text(m_text);
    QString kept = text.first(m_blocks.empty() ? text.size() : m_blocks.front().begin).toString();
    for (qsizetype i = 0; i < m_blocks.size(); ++i) {
        const qsizetype begin = m_blocks[i].begin;
        const qsizetype end = i + 1 < m_blocks.size() ? m_blocks[i + 1].begin : text.size();
        if (!m_blocks[i].has(token))
            kept += text.sliced(begin, end - begin);
    }
    return kept.toUtf8();
}
