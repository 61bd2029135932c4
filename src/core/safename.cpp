// SPDX-License-Identifier: Apache-2.0
#include "core/safename.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The translation context of this file.
struct SafeName {
    Q_DECLARE_TR_FUNCTIONS(core::SafeName)
};

constexpr int kLongestSegment = 255;  // Bytes: what the usual file systems take.

bool isHex(const QString &text, qsizetype size)
{
    const auto isDigit = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return text.size() == size && std::ranges::all_of(text, isDigit);
}

bool hasControls(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

/// ".git", also as Windows and macOS would find it by another name.
bool isGitFolder(const QString &segment)
{
    QString seen;
    std::ranges::copy_if(segment, std::back_inserter(seen),
                         [](QChar c) { return c.category() != QChar::Other_Format; });  // HFS+ does not see these.
    return seen.compare(".git"_L1, Qt::CaseInsensitive) == 0 || seen.compare("git~1"_L1, Qt::CaseInsensitive) == 0;
}

/// A name of a device, whatever follows it: Windows opens "aux.txt" as the port.
bool isReservedName(const QString &segment)
{
    const auto end = std::ranges::find_if(segment, [](QChar c) { return c == u'.' || c == u':'; });
    const QString base = segment.left(end - segment.begin()).trimmed().toUpper();
    static const QStringList devices{u"CON"_s, u"PRN"_s, u"AUX"_s, u"NUL"_s, u"CONIN$"_s, u"CONOUT$"_s};
    if (devices.contains(base))
        return true;
    const bool isPort = base.size() == 4 && (base.startsWith("COM"_L1) || base.startsWith("LPT"_L1));
    return isPort && u"123456789\u00b9\u00b2\u00b3"_s.contains(base.back());
}

QString whySegmentUnsafe(const QString &segment)
{
    if (segment.isEmpty())
        return SafeName::tr("A part of its path is empty.");
    if (segment == "."_L1 || segment == ".."_L1)
        return SafeName::tr("Its path leads out of its folder.");
    if (segment.size() >= 2 && segment[1] == u':')
        return SafeName::tr("Its path names a drive.");
    if (isGitFolder(segment))
        return SafeName::tr("It would change a folder of Git's own.");
    if (segment.endsWith(u'.') || segment.endsWith(u' '))
        return SafeName::tr("A part of its path ends in a dot or a space, which Windows drops.");
    if (isReservedName(segment))
        return SafeName::tr("Windows keeps a name in its path for a device.");
    if (segment.toUtf8().size() > kLongestSegment)
        return SafeName::tr("A part of its path is too long.");
    return {};
}

}  // namespace

QString core::whyUnsafe(const QString &path)
{
    if (path.startsWith(u'/'))
        return SafeName::tr("Its path is an absolute one.");
    if (path.contains(u'\\'))
        return SafeName::tr("There is a backslash in its path.");
    if (hasControls(path))
        return SafeName::tr("There are control characters in its path.");
    if (!path.isValidUtf16())
        return SafeName::tr("There are broken characters in its path.");
    for (const QString &segment : path.split(u'/')) {
        if (const QString why = whySegmentUnsafe(segment); !why.isEmpty())
            return why;
    }
    return {};
}

bool core::isRevision(const QString &text)
{
    const auto forbidden = [](QChar c) { return QStringView(u" ~^:?*[\\").contains(c); };
    const auto parts = QStringView(text).split(u'/');
    const auto isPart = [](QStringView part) {
        return !part.isEmpty() && !part.startsWith(u'.') && !part.endsWith(".lock"_L1)
            && part.toUtf8().size() <= kLongestSegment;
    };
    return !text.startsWith(u'-') && !text.endsWith(u'.') && text != "@"_L1 && !text.contains(".."_L1)
        && !text.contains("@{"_L1) && !hasControls(text) && text.isValidUtf16() && std::ranges::none_of(text, forbidden)
        && std::ranges::all_of(parts, isPart);
}

bool core::isCommit(const QString &text)
{
    return isHex(text, 40);
}

bool core::isContentName(const QString &text)
{
    return isHex(text, 40) || isHex(text, 64);
}
