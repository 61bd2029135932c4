// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/url.h"

namespace hub {

constexpr auto kFormType = "application/x-www-form-urlencoded";

/// \a fields as a web form sends them.
QByteArray formOf(const Query &fields);

}  // namespace hub
