// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace engine {

/// What a program with an engine does first of all, before Qt and before its second thread: nothing of it ends up in a
/// core dump, and its threads and buffers are set up for moving many bytes.
void prepareProcess();

}  // namespace engine
