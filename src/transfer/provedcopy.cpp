// SPDX-License-Identifier: Apache-2.0
#include "transfer/provedcopy.h"

#include "core/contenthash.h"
#include "core/partfile.h"

#include <QCoreApplication>

#include <cerrno>

#ifdef __linux__
#include <linux/fs.h>
#include <sys/ioctl.h>
#endif

namespace {

bool shareBlocks([[maybe_unused]] QFile &from, [[maybe_unused]] QFile &to)
{
#ifdef FICLONE
    return ::ioctl(to.handle(), FICLONE, from.handle()) == 0;
#else
    return false;
#endif
}

/// Copies and hashes what is read.
std::optional<Error> copy(QFile &from, QFile &to, const RemoteFile &file)
{
    const bool isShared = shareBlocks(from, to);
    ContentHash hash(ContentHash::kindOf(file.etag()), from.size());
    QByteArray buffer(1 << 20, Qt::Uninitialized);
    for (;;) {
        const qint64 count = from.read(buffer.data(), buffer.size());
        if (count < 0)
            return core::diskError(errno);
        if (count == 0)
            break;
        hash.add(QByteArrayView(buffer.constData(), count));
        if (!isShared && to.write(buffer.constData(), count) != count)
            return core::diskError(errno);
    }
    if (QString::fromLatin1(hash.hex()) == file.etag())
        return {};
    return Error{Error::Kind::Checksum,
                 QCoreApplication::translate("transfer", "The copy on this computer is damaged."), file.path};
}

}  // namespace

std::optional<Error> transfer::copyProved(const QString &from, const Destination &destination, const RemoteFile &file)
{
    if (const auto error = destination.prepare(file))
        return error;
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return core::diskError(errno);
    const QString part = destination.part(file);
    QFile target;
    if (const auto error = core::openPart(target, part, QIODevice::Append))
        return error;
    auto error = target.resize(0) ? copy(source, target, file) : core::diskError(errno);
    if (!error)
        error = destination.publish(target, part, file);
    if (error)
        QFile::remove(part);  // A half copy must not pass for bytes that came from the Hub.
    return error;
}
