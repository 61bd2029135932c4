// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"
#include "transfer/transferrow.h"

/// How a transfer, or a file of one, is told to people.
namespace models {

QString stateTextOf(const TransferRow &row);  ///< "Downloading", "Verified", "Hash mismatch".
QString stateIconOf(const TransferRow &row);
Tone stateToneOf(const TransferRow &row);
Tone progressToneOf(const TransferRow &row);

/// The line below the name: "5 of 12 files · main at a09a354 · into the cache", or what went wrong.
QString noteOf(const TransferRow &row);

/// 0 to 1, and 1 only of what is proved; -1 while unknown.
double shareOf(const TransferRow &row);

}  // namespace models
