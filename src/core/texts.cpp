// SPDX-License-Identifier: Apache-2.0
#include "core/texts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

/// The translation context of this file.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::Texts)
};

QString unknown()
{
    return u"–"_s;
}

constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

/// \a bytes with all but three figures zero, so that 999 700 becomes a megabyte before its unit is chosen.
qint64 threeFigures(qint64 bytes)
{
    quint64 step = 1;
    while (quint64(bytes) / step >= 1000)
        step *= 10;
    return qint64((quint64(bytes) + step / 2) / step * step);
}

QString agoText(qint64 seconds)
{
    if (seconds < kMinute)
        return Texts::tr("just now");
    if (seconds < kHour)
        return Texts::tr("%n minutes ago", nullptr, int(seconds / kMinute));
    if (seconds < kDay)
        return Texts::tr("%n hours ago", nullptr, int(seconds / kHour));
    return Texts::tr("%n days ago", nullptr, int(seconds / kDay));
}

QString monthsText(int months)
{
    if (months < 12)
        return Texts::tr("%n months ago", nullptr, months);
    return Texts::tr("%n years ago", nullptr, months / 12);
}

}

QString sizeText(qint64 bytes)
{
    if (bytes < 0)
        return unknown();
    if (bytes < 1000)
        return Texts::tr("%1 B").arg(bytes);  // The locale would write "147 bytes": too long for a column.
    const qint64 rounded = threeFigures(bytes);
    double value = double(rounded);
    while (value >= 1000)
        value /= 1000;
    const int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return QLocale().formattedDataSize(rounded, decimals, QLocale::DataSizeSIFormat);
}

QString speedText(double bytesPerSecond)
{
    // Not a number fails the comparison, too.
    return bytesPerSecond >= 0 ? Texts::tr("%1/s").arg(sizeText(qint64(std::min(bytesPerSecond, 1e18)))) : unknown();
}

QString leftText(qint64 seconds)
{
    if (seconds < 0)
        return unknown();
    if (seconds < kMinute)
        return Texts::tr("%1 s").arg(seconds);
    if (seconds < 10 * kMinute)
        return Texts::tr("%1 min %2 s").arg(seconds / kMinute).arg(seconds % kMinute);
    if (seconds < kHour)
        return Texts::tr("%1 min").arg(seconds / kMinute);
    if (seconds < kDay)
        return Texts::tr("%1 h %2 min").arg(seconds / kHour).arg(seconds / kMinute % 60);
    if (seconds < 100 * kDay)
        return Texts::tr("%1 d %2 h").arg(seconds / kDay).arg(seconds / kHour % 24);
    return Texts::tr("over 99 d");
}

QString percentText(double share)
{
    int percent = 0;
    if (share >= 1)
        percent = 100;
    else if (share > 0)
        percent = std::min(99, int(100 * share + 1e-9));  // 29 of 100 is 28.999… as a double.
    return Texts::tr("%1 %").arg(QLocale().toString(percent));
}

QString countText(qint64 count)
{
    if (count < 0)
        return unknown();
    if (count < 10'000)
        return QLocale().toString(count);
    double value = double(count) / 1000;
    int unit = 0;
    const QString units[] = {Texts::tr("%1 k"), Texts::tr("%1 M"), Texts::tr("%1 bn")};
    while (value >= 999.5 && unit + 1 < int(std::size(units))) {
        value /= 1000;
        ++unit;
    }
    return units[unit].arg(QLocale().toString(value, 'f', value < 99.95 ? 1 : 0));
}

QString whenText(const QDateTime &then, const QDateTime &now)
{
    if (!then.isValid() || !now.isValid())
        return unknown();
    const qint64 seconds = then.secsTo(now);
    if (seconds <= -kMinute)  // A clock is wrong; the date alone claims nothing.
        return QLocale().toString(then.toLocalTime().date(), QLocale::ShortFormat);
    const QDateTime from = then.toUTC();
    const QDateTime to = now.toUTC();
    int months = (to.date().year() - from.date().year()) * 12 + to.date().month() - from.date().month();
    if (from.addMonths(months) > to)
        --months;
    return months > 0 ? monthsText(months) : agoText(seconds);
}

QString momentText(const QDateTime &then)
{
    if (!then.isValid())
        return unknown();
    const QLocale locale;
    const QDateTime here = then.toLocalTime();
    //: The form of a date, for QLocale: day, month by its short name, year.
    return Texts::tr("%1, %2").arg(locale.toString(here.date(), Texts::tr("d MMM yyyy")),
                                   locale.toString(here.time(), QLocale::ShortFormat));
}

}
