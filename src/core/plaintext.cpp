// SPDX-License-Identifier: Apache-2.0
#include "core/plaintext.h"

#include <QList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Characters that show nothing though their category says otherwise: fillers and what Unicode keeps for the like.
bool isBlank(char32_t c)
{
    switch (c) {
    case 0x034f:
    case 0x115f:
    case 0x1160:
    case 0x17b4:
    case 0x17b5:
    case 0x2065:
    case 0x2800:
    case 0x3164:
    case 0xffa0: return true;
    default:
        return (c >= 0x180b && c <= 0x180f) || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xfff0 && c <= 0xfffb)
            || (c >= 0xe0000 && c <= 0xe0fff);
    }
}

bool isHidden(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    case QChar::Separator_Space: return c != U' ' && c != 0x3000;  // The ideographic one is seen by its width.
    default: return isBlank(c);
    }
}

QString escapeOf(char32_t c)
{
    return c > 0xffff ? u"\\U%1"_s.arg(uint(c), 8, 16, QLatin1Char('0'))
                      : u"\\u%1"_s.arg(uint(c), 4, 16, QLatin1Char('0'));
}

bool isPlainAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u' ' && c < u'\x7f' && c != u'\\'; });
}

}  // namespace

QString core::visible(const QString &text)
{
    if (isPlainAscii(text))
        return text;
    constexpr char32_t kEmojiStyle = 0xfe0f;
    QString shown;
    const auto characters = text.toUcs4();
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const char32_t c = characters[i];
        const bool afterSymbol = i > 0 && QChar::category(char32_t(characters[i - 1])) == QChar::Symbol_Other;
        const char32_t next = i + 1 < characters.size() ? characters[i + 1] : 0;
        const bool looksEscaped = c == U'\\' && (next == U'u' || next == U'U');  // Else it could pose as an escape.
        if (looksEscaped || (isHidden(c) && !(c == kEmojiStyle && afterSymbol)))
            shown += escapeOf(c);
        else
            shown += QStringView(QChar::fromUcs4(c));
    }
    return shown;
}

QString core::visibleLines(const QString &text)
{
    const auto isPlain = [](QChar c) { return (c >= u' ' && c < u'\x7f') || c == u'\n' || c == u'\t'; };
    if (std::ranges::all_of(text, isPlain))
        return text;
    QString shown;
    shown.reserve(text.size());
    const auto characters = text.toUcs4();
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const char32_t c = characters[i];
        const char32_t before = i > 0 ? char32_t(characters[i - 1]) : U' ';
        const char32_t next = i + 1 < characters.size() ? char32_t(characters[i + 1]) : U'\n';
        const bool endsLine = c == U'\n' || (c == U'\r' && next == U'\n');
        const bool isJoined = before > 0x7f && !isHidden(before) && (c == 0x200c || c == 0x200d || c == 0xfe0f);
        if (endsLine && c == U'\r')
            continue;
        if (isHidden(c) && !endsLine && c != U'\t' && !isJoined)
            shown += escapeOf(c);
        else
            shown += QStringView(QChar::fromUcs4(c));
    }
    return shown;
}
