// SPDX-License-Identifier: Apache-2.0
#include "formats/textsample.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// 0x80 to 0x9f in Windows-1252; 0 where it has no character.
constexpr char16_t kWindows[] = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
                                 0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
                                 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

struct Mark {
    QByteArrayView bytes;
    QStringConverter::Encoding encoding;
    QLatin1StringView name;
};

// UTF-32LE before UTF-16LE, whose mark it begins with.
constexpr Mark kMarks[] = {{"\xef\xbb\xbf", QStringConverter::Utf8, "UTF-8"_L1},
                           {QByteArrayView("\xff\xfe\0\0", 4), QStringConverter::Utf32LE, "UTF-32LE"_L1},
                           {QByteArrayView("\0\0\xfe\xff", 4), QStringConverter::Utf32BE, "UTF-32BE"_L1},
                           {"\xff\xfe", QStringConverter::Utf16LE, "UTF-16LE"_L1},
                           {"\xfe\xff", QStringConverter::Utf16BE, "UTF-16BE"_L1}};

bool isLineControl(uchar c)
{
    return (c >= '\t' && c <= '\r') || c == 0x1b;  // Terminals colour their logs with escapes.
}

/// Whether there are more control characters than a text has: none of them zero, and of a hundred bytes one at most.
bool hasControls(const QByteArray &bytes)
{
    const auto isControl = [](char c) { return uchar(c) < 0x20 && !isLineControl(uchar(c)); };
    return bytes.contains('\0') || std::ranges::count_if(bytes, isControl) * 100 > bytes.size();
}

bool isUtf8(const QByteArray &bytes, bool isWhole)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom);
    const QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return false;
    if (!isWhole || bytes.isEmpty())
        return true;
    // Qt keeps half a character for later: at the end of a file there is no later.
    const QString rest = decoder.decode(QByteArray("\n"));
    return !decoder.hasError() && rest == u'\n';
}

/// Bytes that are no UTF-8: words with accents, not numbers.
bool looksLikeWindows1252(const QByteArray &bytes)
{
    qsizetype letters = 0;
    qsizetype others = 0;
    for (const char c : bytes) {
        const auto byte = uchar(c);
        if (byte < 0x80)
            continue;
        if (byte < 0xa0 && kWindows[byte - 0x80] == 0)
            return false;
        ++(byte >= 0xc0 && byte != 0xd7 && byte != 0xf7 ? letters : others);
    }
    return letters + others <= bytes.size() / 3 && others <= letters + bytes.size() / 20;
}

QString fromWindows1252(const QByteArray &bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xa0) {
            const char16_t meant = kWindows[c.unicode() - 0x80];
            c = meant ? QChar(meant) : QChar(QChar::ReplacementCharacter);
        }
    }
    return text;
}

/// Text in UTF-16 or UTF-32: what is broken or a zero character is rare in it.
bool isWide(const QByteArray &bytes, QStringConverter::Encoding encoding)
{
    QStringDecoder decoder(encoding);
    const QString text = decoder.decode(bytes);
    const auto isOdd = [](QChar c) {
        return c == QChar(QChar::ReplacementCharacter) || (c.unicode() < 0x20 && !isLineControl(uchar(c.unicode())));
    };
    return !text.contains(QChar(0)) && std::ranges::count_if(text, isOdd) * 100 <= text.size();
}

}  // namespace

formats::TextSample::TextSample(Kind kind, QString encoding, QStringConverter::Encoding unicode)
    : m_kind(kind),
      m_encoding(std::move(encoding)),
      m_decoder(unicode)
{
}

std::optional<formats::TextSample> formats::TextSample::of(const QByteArray &beginning, bool isWhole)
{
    for (const Mark &mark : kMarks) {
        if (!beginning.startsWith(mark.bytes))
            continue;
        const bool isText
            = mark.encoding == QStringConverter::Utf8 ? !hasControls(beginning) : isWide(beginning, mark.encoding);
        if (isText)
            return TextSample(Kind::Unicode, mark.name, mark.encoding);
    }
    if (hasControls(beginning))
        return {};
    if (isUtf8(beginning, isWhole))
        return TextSample(Kind::Unicode, u"UTF-8"_s, QStringConverter::Utf8);
    if (looksLikeWindows1252(beginning))
        return TextSample(Kind::Windows1252, u"Windows-1252"_s, QStringConverter::Latin1);
    return {};
}

QString formats::TextSample::decode(const QByteArray &bytes)
{
    return m_kind == Kind::Windows1252 ? fromWindows1252(bytes) : QString(m_decoder.decode(bytes));
}
