// SPDX-License-Identifier: Apache-2.0
#include "hub/url.h"

#include <QHostAddress>

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

QStringList hub::apiSegments(const RepoId &id)
{
    return QStringList{u"api"_s, core::pluralOf(id.type)} + id.name.split(u'/');
}

QString hub::revisionSegment(const QString &revision)
{
    return revision.isEmpty() ? u"main"_s : revision;
}

bool hub::isSameOrigin(const QUrl &one, const QUrl &other)
{
    return originOf(one) == originOf(other);
}

QString hub::originOf(const QUrl &url)
{
    const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
    return u"%1://%2:%3"_s.arg(url.scheme(), url.host(), QString::number(port));
}

bool hub::isTheHub(const QUrl &url)
{
    return isSameOrigin(url, QUrl(u"https://huggingface.co"_s));
}

bool hub::isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

bool hub::isConfidential(const QUrl &url)
{
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url));
}
