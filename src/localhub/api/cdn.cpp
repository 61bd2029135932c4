// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/cdn.h"

#include "localhub/api/refusals.h"
#include "localhub/api/routes.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>

namespace localhub {

namespace {

constexpr qint64 kLifetime = 3600;

/// Not the SHA-256 of the file, as on the Hub, where it is that of another form of it: whoever checks against it learns
/// so here.
QByteArray cdnEtag(const QByteArray &sha256)
{
    return '"' + QCryptographicHash::hash("cdn/" + sha256, QCryptographicHash::Sha256).toHex() + '"';
}

Response largeFile(const Hub &hub, const Request &request, const RouteValues &values)
{
    if (request.hasHeader("Authorization"))
        return refusal::badRequest("Only one auth mechanism allowed");
    switch (hub.signer.verdict(request, QDateTime::currentSecsSinceEpoch())) {
    case AddressSigner::Verdict::Forged: return refusal::forbidden("The signature does not match");
    case AddressSigner::Verdict::Expired: return refusal::forbidden("Request has expired");
    case AddressSigner::Verdict::Valid: break;
    }
    const QString path = hub.store->largePath(values["sha256"]);
    if (path.isEmpty())
        return refusal::notFound();
    Response response = rangedResponse(request, FileBody{path, 0, QFileInfo(path).size()}, cdnEtag(values["sha256"]));
    return response.with("Content-Type", "application/octet-stream")
        .with("Content-Disposition", contentDisposition(request.value("filename"), request.isTrue("attachment")))
        .with("X-Content-Type-Options", "nosniff");
}

}  // namespace

QByteArray cdnAddress(const Hub &hub, const Request &request, const LargeFile &file, const QByteArray &name,
                      bool isAttachment)
{
    const QByteArray host = request.header("Host");
    const qsizetype colon = host.lastIndexOf(':');
    const QByteArray bare = colon > host.lastIndexOf(']') ? host.first(colon) : host;
    const QByteArray address = "/lfs/" + file.sha256 + "?filename=" + name.toPercentEncoding()
        + (isAttachment ? QByteArray("&attachment=1") : QByteArray());
    return "http://" + bare + ':' + QByteArray::number(hub.cdnPort)
        + hub.signer.signedAddress(address, QDateTime::currentSecsSinceEpoch() + kLifetime);
}

QByteArray contentDisposition(const QByteArray &name, bool isAttachment)
{
    QByteArray plain;
    for (const char c : name)
        plain += uchar(c) < 0x20 || uchar(c) >= 0x7f || c == '"' || c == '\\' ? '_' : c;
    return QByteArray(isAttachment ? "attachment" : "inline") + "; filename*=UTF-8''" + name.toPercentEncoding()
        + "; filename=\"" + plain + "\";";
}

void addCdnRoutes(Router &router, const Hub &hub)
{
    router.add("GET", "lfs/:sha256",
               [&hub](const Request &request, const RouteValues &values) { return largeFile(hub, request, values); });
}

}  // namespace localhub
