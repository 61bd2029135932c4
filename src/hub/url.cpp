// SPDX-License-Identifier: Apache-2.0
#include "hub/url.h"

using namespace Qt::Literals::StringLiterals;

QUrl hub::url(const QUrl &endpoint, const QStringList &segments, const Query &query)
{
    QByteArray bytes = endpoint.toEncoded(QUrl::StripTrailingSlash);
    for (const QString &segment : segments) {
        if (segment.isEmpty() || segment == "."_L1 || segment == ".."_L1)
            return {};
        bytes += '/' + QUrl::toPercentEncoding(segment);
    }
    char before = '?';
    for (const auto &[name, value] : query) {
        bytes += before + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
        before = '&';
    }
    return QUrl::fromEncoded(bytes, QUrl::StrictMode);
}
