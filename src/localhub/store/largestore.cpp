// SPDX-License-Identifier: Apache-2.0
#include "localhub/store/largestore.h"

#include "core/partfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <openssl/evp.h>

#include <algorithm>
#include <cerrno>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

/// OpenSSL's, since Qt's own is eight times slower.
class Sha256
{
public:
    Sha256() : m_context(EVP_MD_CTX_new(), EVP_MD_CTX_free)
    {
        EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr);
    }

    void add(QByteArrayView bytes) { EVP_DigestUpdate(m_context.get(), bytes.data(), size_t(bytes.size())); }
    QByteArray hex()
    {
        QByteArray digest(32, '\0');
        EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<uchar *>(digest.data()), nullptr);
        return digest.toHex();
    }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
};

bool isSha256(const QByteArray &hex)
{
    return hex.size() == 64
        && std::ranges::all_of(hex, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace

LargeStore::LargeStore(const QString &directory) : m_directory(directory)
{
    QDir().mkpath(directory);
}

Result<LargeFile> LargeStore::put(QIODevice &source) const
{
    QTemporaryFile part(m_directory + "/tmp_XXXXXX"_L1);
    if (!part.open())
        return core::diskError(errno);
    Sha256 hash;
    LargeFile file;
    QByteArray buffer(1 << 20, Qt::Uninitialized);
    for (;;) {
        const qint64 count = source.read(buffer.data(), buffer.size());
        if (count < 0)
            return Error{Error::Kind::Disk, u"The file cannot be read."_s, source.errorString()};
        if (count == 0)
            break;
        hash.add(QByteArrayView(buffer).first(count));
        if (part.write(buffer.constData(), count) != count)
            return core::diskError(errno);
        file.size += count;
    }
    file.sha256 = hash.hex();
    const QString target = pathFor(file.sha256);
    if (QFile::exists(target))
        return file;
    QDir().mkpath(QFileInfo(target).path());
    part.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    part.setAutoRemove(false);
    if (!part.flush() || !(part.rename(target) || QFile::exists(target)))
        return core::diskError(errno);
    return file;
}

QString LargeStore::path(const QByteArray &sha256) const
{
    if (!isSha256(sha256))
        return {};
    const QString path = pathFor(sha256);
    return QFile::exists(path) ? path : QString();
}

QString LargeStore::pathFor(const QByteArray &sha256) const
{
    const QString name = QString::fromLatin1(sha256);
    return m_directory + u'/' + name.first(2) + u'/' + name.sliced(2, 2) + u'/' + name;
}

QByteArray pointerTo(const LargeFile &file)
{
    return "version https://git-lfs.github.com/spec/v1\noid sha256:" + file.sha256 + "\nsize "
        + QByteArray::number(file.size) + '\n';
}

std::optional<LargeFile> pointedTo(const QByteArray &blob)
{
    if (blob.size() > kMaxPointerSize || !blob.startsWith("version https://git-lfs.github.com/spec/v1\n"))
        return {};
    LargeFile file{{}, -1};
    for (const QByteArray &line : blob.split('\n')) {
        if (line.startsWith("oid sha256:"))
            file.sha256 = line.sliced(11);
        else if (line.startsWith("size "))
            file.size = line.sliced(5).toLongLong();
    }
    if (!isSha256(file.sha256) || file.size < 0)
        return {};
    return file;
}

}  // namespace localhub
