// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/reply.h"

#include <QStringList>

namespace hub {

/// What the Hub says of an error: X-Error-Message, then the messages of the body in each shape that Hubs use, each
/// once, without queries of addresses and without tokens, short and in one line.
QStringList serverMessages(const Reply &reply);

}  // namespace hub
