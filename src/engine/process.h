// SPDX-License-Identifier: Apache-2.0
#pragma once

class QProcessEnvironment;

namespace engine {

/// What a program with an engine does first of all, before Qt and before its second thread: nothing of it ends up in a
/// core dump, and its threads and buffers are set up for moving many bytes.
void prepareProcess();

/// The environment that this program was started with, tokens and all. From then on the process's own has no token, so
/// that no program inherits one that is started from here. Called before there is a second thread, like the above.
QProcessEnvironment takeEnvironment();

}  // namespace engine
