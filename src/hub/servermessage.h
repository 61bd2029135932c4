// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/reply.h"

#include <QStringList>

namespace hub {

/// \a text of a header or body of \a reply as it may be shown and kept: a server may repeat the address that it was
/// asked for, signature and all, or the token. Those are left out; the rest is one line of plain text, not longer than
/// \a longest.
QString quoted(const QByteArray &text, const Reply &reply, qsizetype longest = 300);

/// What the Hub says of an error: X-Error-Message, then the messages of the body in each shape that Hubs use, each
/// once and quoted().
QStringList serverMessages(const Reply &reply);

}  // namespace hub
