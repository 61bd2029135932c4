// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringDecoder>

#include <optional>

namespace formats {

/// Turns the bytes of a file into text, piece by piece, once its beginning has shown that it is one and in which
/// encoding it is written.
///
/// A byte order mark decides, for UTF-8, UTF-16 and UTF-32; else UTF-8 where all is valid, with or without an end in
/// the middle of a character; else Windows-1252 where the bytes look like words of a language. What has zero bytes or
/// many control characters is no text.
class TextSample
{
public:
    /// \a beginning of a file: the first pieces of it, all of it where \a isWhole. Nothing where it is no text.
    static std::optional<TextSample> of(const QByteArray &beginning, bool isWhole);

    /// "UTF-8", "UTF-16LE", "Windows-1252" …: names, not words, so they are not translated.
    const QString &encoding() const { return m_encoding; }

    /// The text of \a bytes, which follow those before, the beginning included; what is broken becomes U+FFFD, the half
    /// of a character at the end waits for the rest.
    QString decode(const QByteArray &bytes);

private:
    enum class Kind { Unicode, Windows1252 };

    TextSample(Kind kind, QString encoding, QStringConverter::Encoding unicode);

    Kind m_kind;
    QString m_encoding;
    QStringDecoder m_decoder;
};

}  // namespace formats
