// SPDX-License-Identifier: Apache-2.0
#include "accounts/tokenfile.h"

#include "core/partfile.h"

#include <QFileInfo>
#include <QTemporaryFile>

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

using namespace Qt::Literals::StringLiterals;

QByteArray tokenfile::cleaned(QByteArray token)
{
    token = token.replace('\r', "").replace('\n', "").trimmed();
    const bool fits = std::ranges::all_of(token, [](char c) { return c > ' ' && c < 0x7f; });
    return fits ? token : QByteArray();
}

QByteArray tokenfile::tokenIn(const QString &path)
{
    return cleaned(bytesIn(path, 8 << 10));
}

QByteArray tokenfile::bytesIn(const QString &path, qint64 limit)
{
    // O_NONBLOCK: a named pipe in the file's place must not hold who asks.
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return {};
    struct stat found = {};
    QFile file;
    const bool opened = file.open(fd, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle);
    if (!opened || ::fstat(fd, &found) != 0 || !S_ISREG(found.st_mode))
        return {};
    const QByteArray bytes = file.read(limit + 1);
    return bytes.size() > limit ? QByteArray() : bytes;
}

std::optional<Error> tokenfile::replace(const QString &path, const QByteArray &bytes)
{
    const QString target = QFileInfo(path).canonicalFilePath();
    if (target.isEmpty())
        return core::diskError(ENOENT);
    QTemporaryFile file(target);  // A name of its own beside it, mode 0600 from the beginning.
    if (!file.open() || file.write(bytes) != bytes.size() || !file.flush())
        return core::diskError(errno);
    if (auto error = core::publishPart(file, file.fileName(), target))
        return error;
    file.setAutoRemove(false);
    return {};
}
