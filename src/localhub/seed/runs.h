// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace localhub::seed {

/// A file below runs/<month>/ of a model: metrics.jsonl (its first \a lines only, unless that is 0), args.json, the
/// results of an evaluation, or a log. Each month has numbers of its own.
QByteArray runFile(const QByteArray &path, int lines);

}  // namespace localhub::seed
