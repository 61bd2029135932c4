// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/api/hub.h"

namespace localhub {

/// Where \a file can be had for an hour, on the second origin. \a name is what a browser would save it as.
QByteArray cdnAddress(const Hub &hub, const Request &request, const LargeFile &file, const QByteArray &name,
                      bool isAttachment);

QByteArray contentDisposition(const QByteArray &name, bool isAttachment);

}  // namespace localhub
