// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

/// Figures as people read them, in the default QLocale; "–" stands for what is not known.
namespace core {

/// Three figures and a unit: "147 B", "1.40 kB", "308 MB"; below 0 is unknown.
QString sizeText(qint64 bytes);

/// "23.4 MB/s"; 0 is a stall and said so, below 0 is unknown.
QString speedText(double bytesPerSecond);

/// "42 s", "2 min 44 s", "11 min", "2 h 5 min": never more than two units; below 0 is unknown.
QString leftText(qint64 seconds);

/// "41 %", rounded down: 100 % is said only of \a share 1.
QString percentText(double share);

/// Exact to 9,999, then "12.4 k", "1.2 M"; below 0 is unknown.
QString countText(qint64 count);

/// "3 days ago", "2 months ago", "1 year ago"; the date where \a then lies after \a now.
QString whenText(const QDateTime &then, const QDateTime &now);

/// "3 May 2024, 14:02", by the clock of this computer.
QString momentText(const QDateTime &then);

}
