// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/addresssigner.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

namespace localhub {

static const QByteArray kSignature = "&Signature=";

AddressSigner::AddressSigner() : m_key(32, '\0')
{
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(m_key.data()), m_key.size() / 4);
}

QByteArray AddressSigner::signedAddress(const QByteArray &address, qint64 expires) const
{
    const QByteArray whole = address + (address.contains('?') ? '&' : '?') + "Expires=" + QByteArray::number(expires);
    return whole + kSignature + signature(whole);
}

AddressSigner::Verdict AddressSigner::verdict(const Request &request, qint64 now) const
{
    const qsizetype end = request.rawQuery.lastIndexOf(kSignature);
    if (end < 0)
        return Verdict::Forged;
    const QByteArray expected = signature(request.path + '?' + request.rawQuery.first(end));
    const QByteArray given = request.rawQuery.sliced(end + kSignature.size());
    int difference = int(given.size() != expected.size());
    for (qsizetype i = 0; i < qMin(given.size(), expected.size()); ++i)  // As long, wherever they differ.
        difference |= given[i] ^ expected[i];
    if (difference != 0)
        return Verdict::Forged;
    return request.number("Expires", 0) < now ? Verdict::Expired : Verdict::Valid;
}

QByteArray AddressSigner::signature(const QByteArray &address) const
{
    return QMessageAuthenticationCode::hash(address, m_key, QCryptographicHash::Sha256).toHex();
}

}  // namespace localhub
