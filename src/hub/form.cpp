// SPDX-License-Identifier: Apache-2.0
#include "hub/form.h"

QByteArray hub::formOf(const Query &fields)
{
    QByteArrayList parts;
    for (const auto &[name, value] : fields)
        parts << QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    return parts.join('&');
}
