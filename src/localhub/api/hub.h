// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/api/accounts.h"
#include "localhub/api/addresssigner.h"
#include "localhub/api/deviceflow.h"
#include "localhub/store/store.h"

#include <atomic>

namespace localhub {

/// What the handlers of all areas of the API work on.
struct Hub {
    std::shared_ptr<Store> store;
    std::unique_ptr<Accounts> accounts;
    std::unique_ptr<DeviceFlow> deviceFlow = {};
    AddressSigner signer = {};
    std::atomic<quint16> cdnPort = 0;  ///< Where the bytes of large files are served.
};

}  // namespace localhub
