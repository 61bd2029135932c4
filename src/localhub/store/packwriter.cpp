// SPDX-License-Identifier: Apache-2.0
#include "localhub/store/packwriter.h"

#include "core/partfile.h"

#include <QDir>
#include <QUuid>
#include <QtEndian>

#include <algorithm>
#include <cerrno>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// Type and size of an object as a pack has them before its bytes: 3 and 4 bits first, 7 bits a byte then.
QByteArray entryHeader(git_object_t type, quint64 size)
{
    QByteArray header;
    uint byte = uint(type) << 4 | uint(size & 15);
    for (size >>= 4; size; size >>= 7) {
        header += char(byte | 0x80);
        byte = uint(size & 0x7f);
    }
    header += char(byte);
    return header;
}

}  // namespace

PackWriter::PackWriter(const QString &directory) : m_directory(directory)
{
    QDir().mkpath(directory);
    m_file.setFileName(directory + "/tmp_"_L1 + QUuid::createUuid().toString(QUuid::Id128));
    m_failed = !m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    // A small table: it is cleared for each object, and most objects are small.
    deflateInit2(&m_deflate, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS, 4, Z_DEFAULT_STRATEGY);
    append("PACK" + bigEndian(2) + bigEndian(0));  // How many objects: known at the end.
}

PackWriter::~PackWriter()
{
    deflateEnd(&m_deflate);
    if (!m_file.fileName().isEmpty())
        m_file.remove();
}

git_oid PackWriter::write(git_object_t type, QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(QByteArray(git_object_type2string(type)) + ' ' + QByteArray::number(bytes.size()) + '\0');
    hash.addData(bytes);
    const QByteArray id = hash.result();
    git_oid oid;
    git_oid_fromraw(&oid, reinterpret_cast<const uchar *>(id.constData()));
    if (m_known.contains(id))
        return oid;
    m_known += id;

    const qint64 offset = m_flushed + m_buffer.size();
    QByteArray entry = entryHeader(type, quint64(bytes.size()));
    const qsizetype headerSize = entry.size();
    deflateReset(&m_deflate);
    entry.resize(headerSize + qsizetype(deflateBound(&m_deflate, uLong(bytes.size()))));
    m_deflate.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(bytes.data()));
    m_deflate.avail_in = uInt(bytes.size());
    m_deflate.next_out = reinterpret_cast<Bytef *>(entry.data() + headerSize);
    m_deflate.avail_out = uInt(entry.size() - headerSize);
    m_failed |= deflate(&m_deflate, Z_FINISH) != Z_STREAM_END;
    entry.truncate(headerSize + qsizetype(m_deflate.total_out));

    const auto crc = crc32(0, reinterpret_cast<const Bytef *>(entry.constData()), uInt(entry.size()));
    m_entries.push_back({id, quint32(crc), offset});
    append(entry);
    return oid;
}

void PackWriter::append(QByteArrayView bytes)
{
    m_buffer += bytes;
    if (m_buffer.size() >= 1 << 20)
        flush();
}

void PackWriter::flush()
{
    m_failed |= m_file.write(m_buffer) != m_buffer.size();
    m_flushed += m_buffer.size();
    m_buffer.clear();
}

std::optional<Error> PackWriter::finish()
{
    flush();
    m_failed |= m_flushed >= 1LL << 31;  // Larger ones need a second table of offsets; large files are not kept in git.
    m_failed |= !m_file.seek(8) || m_file.write(bigEndian(quint32(m_entries.size()))) != 4;
    QCryptographicHash hash(QCryptographicHash::Sha1);
    m_file.close();
    m_failed |= !m_file.open(QIODevice::ReadWrite) || !hash.addData(&m_file);
    const QByteArray packId = hash.result();
    m_failed |= !m_file.seek(m_file.size()) || m_file.write(packId) != packId.size();
    m_file.close();
    if (m_failed)
        return core::diskError(errno);

    // The index last: git sees a pack by its index.
    const QString name = m_directory + "/pack-"_L1 + QString::fromLatin1(packId.toHex());
    QFile indexFile(m_file.fileName() + "_idx"_L1);
    const QByteArray table = index(packId);
    if (!indexFile.open(QIODevice::WriteOnly) || indexFile.write(table) != table.size() || !indexFile.flush())
        return core::diskError(errno);
    QFile::remove(name + ".idx"_L1);
    QFile::remove(name + ".pack"_L1);
    if (!m_file.rename(name + ".pack"_L1) || !indexFile.rename(name + ".idx"_L1))
        return core::diskError(errno);
    m_file.setFileName({});
    return {};
}

QByteArray PackWriter::index(const QByteArray &packId) const
{
    std::vector<Entry> sorted = m_entries;
    std::ranges::sort(sorted, {}, &Entry::id);
    QByteArray bytes = QByteArray("\377tOc") + bigEndian(2);
    auto next = sorted.cbegin();
    for (int first = 0; first < 256; ++first) {
        while (next != sorted.cend() && uchar(next->id.front()) <= first)
            ++next;
        bytes += bigEndian(quint32(next - sorted.cbegin()));
    }
    for (const Entry &entry : sorted)
        bytes += entry.id;
    for (const Entry &entry : sorted)
        bytes += bigEndian(entry.crc);
    for (const Entry &entry : sorted)
        bytes += bigEndian(quint32(entry.offset));
    bytes += packId;
    return bytes + QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
}

}  // namespace localhub
