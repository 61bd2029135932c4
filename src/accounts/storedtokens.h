// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QString>

/// The file `stored_tokens` of huggingface_hub: in UTF-8, and as Python's configparser reads it without interpolation.
/// What that cannot read has no sections.
class StoredTokens
{
public:
    struct Section {
        QString name;
        QHash<QString, QString> fields;  ///< hf_token, refresh_token, expires_at; names are in lower case.
    };

    static StoredTokens of(const QByteArray &bytes);

    /// As they stand in the file, with what [DEFAULT] gives to each of them, and without that.
    QList<Section> sections() const;

    /// Whether a section has \a token, or [DEFAULT].
    bool has(const QByteArray &token) const;

    /// The file without the sections that have \a token; not a byte of the others is different.
    QByteArray without(const QByteArray &token) const;

private:
    struct Block {
        Section section;
        qsizetype begin;  ///< Of its first line in the text.
        bool isDefault() const;
        bool has(const QByteArray &token) const;
    };
    friend class StoredTokensReader;

    QString m_text;
    QList<Block> m_blocks;
};
