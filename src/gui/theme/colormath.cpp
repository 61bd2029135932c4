// SPDX-License-Identifier: Apache-2.0
#include "gui/theme/colormath.h"

#include <algorithm>
#include <cmath>

namespace look {

namespace {

/// A colour where equal steps of lightness look equal (Björn Ottosson's OKLab).
struct Lab {
    double lightness;
    double a;
    double b;
};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double gamma(double channel)
{
    const double value = channel <= 0.0031308 ? channel * 12.92 : 1.055 * std::pow(channel, 1 / 2.4) - 0.055;
    return std::clamp(value, 0.0, 1.0);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

Lab toLab(const QColor &color)
{
    const double red = linear(color.redF());
    const double green = linear(color.greenF());
    const double blue = linear(color.blueF());
    const double l = std::cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const double m = std::cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const double s = std::cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

QColor fromLab(const Lab &lab)
{
    const double l = std::pow(lab.lightness + 0.3963377774 * lab.a + 0.2158037573 * lab.b, 3);
    const double m = std::pow(lab.lightness - 0.1055613458 * lab.a - 0.0638541728 * lab.b, 3);
    const double s = std::pow(lab.lightness - 0.0894841775 * lab.a - 1.2914855480 * lab.b, 3);
    return QColor::fromRgbF(float(gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)),
                            float(gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)),
                            float(gamma(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)));
}

}

QColor mix(const QColor &under, const QColor &over, double amount)
{
    const auto blend = [amount](float from, float to) { return float(from + (to - from) * amount); };
    return QColor::fromRgbF(blend(under.redF(), over.redF()), blend(under.greenF(), over.greenF()),
                            blend(under.blueF(), over.blueF()));
}

double contrast(const QColor &one, const QColor &other)
{
    const double first = luminance(one) + 0.05;
    const double second = luminance(other) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

QColor readable(const QColor &color, const QColor &background, double ratio)
{
    Lab lab = toLab(color);
    const double step = isDark(background) ? 0.01 : -0.01;
    QColor result = color;
    while (contrast(result, background) < ratio && lab.lightness > 0.0 && lab.lightness < 1.0) {
        lab.lightness += step;
        result = fromLab(lab);
    }
    return result;
}

bool isDark(const QColor &color)
{
    return luminance(color) < 0.18;  // The luminance from which black text wins over white.
}

}
