// SPDX-License-Identifier: Apache-2.0
#include "transfer/log.h"

Q_LOGGING_CATEGORY(lcTransfer, "transfer", QtInfoMsg)
