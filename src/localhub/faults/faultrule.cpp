// SPDX-License-Identifier: Apache-2.0
#include "localhub/faults/faultrule.h"

#include "core/glob.h"

namespace localhub {

bool FaultRule::matches(const Request &request, Origin asked) const
{
    const bool isSigned = asked == Origin::Cdn && request.hasValue("Signature");
    return (method.isEmpty() || method == request.method) && (!origin || *origin == asked)
        && (!isRanged || *isRanged == request.hasHeader("Range"))
        && (fault.instead != Fault::Instead::Expired || isSigned)
        && (path.isEmpty() || core::globMatches(path, decodedPath(request)));
}

QString decodedPath(const Request &request)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(request.path));
}

}  // namespace localhub
