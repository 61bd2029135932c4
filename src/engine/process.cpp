// SPDX-License-Identifier: Apache-2.0
#include "engine/process.h"

#include "accounts/environmentcredentials.h"

#include <QProcessEnvironment>

#include <sys/prctl.h>
#include <sys/resource.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

/// A token in memory must not lie on a disk after a crash.
void forbidCoreDumps()
{
    ::prctl(PR_SET_DUMPABLE, 0);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

/// GLib's event loop is woken through the kernel for each event that another thread posts, Qt's own once for all that
/// wait: a fifth of the processor time of many small files. The window's thread keeps GLib, which desktops need.
void useQtsEventLoop()
{
    qputenv("QT_NO_THREADED_GLIB", "1");
}

/// The C library gives each buffer of a megabyte back to the system and takes a new one, to be cleared page by page: a
/// tenth of the processor time of a download. What it keeps instead is bounded.
void keepBuffers()
{
#ifdef __GLIBC__
    ::mallopt(M_MMAP_THRESHOLD, 4 << 20);
    ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}

}  // namespace

void engine::prepareProcess()
{
    forbidCoreDumps();
    useQtsEventLoop();
    keepBuffers();
}

QProcessEnvironment engine::takeEnvironment()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : EnvironmentCredentials::kVariables)
        qunsetenv(name);
    return environment;
}
