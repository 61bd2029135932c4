// SPDX-License-Identifier: Apache-2.0
#include "local/archivewriter.h"

#include "core/partfile.h"

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include <cerrno>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr time_t kTime = 315'532'800;     // 1980-01-01, before which a .zip knows no time.
constexpr qint64 kDeflated = 16LL << 20;  // Larger files are weights, as a rule, which hardly shrink.
constexpr int kBlock = 1 << 20;

}  // namespace

struct ArchiveWriter::Handle {
    archive *writer = archive_write_new();
    ArchiveKind kind;
    int fd;
    int code = 0;  // What the system said when it did not write.

    Handle(ArchiveKind kind, int fd) : kind(kind), fd(fd) {}
    ~Handle() { archive_write_free(writer); }
    Q_DISABLE_COPY_MOVE(Handle)

    static la_ssize_t write(archive *, void *self, const void *bytes, size_t size)
    {
        auto *handle = static_cast<Handle *>(self);
        if (handle->code != 0)
            return -1;  // After an error nothing is written any more, also not by the library as it is freed.
        ssize_t count = -1;
        do {
            count = ::write(handle->fd, bytes, size);
        } while (count < 0 && errno == EINTR);
        if (count < 0)
            handle->code = errno;
        return la_ssize_t(count);
    }
};

ArchiveWriter::ArchiveWriter(ArchiveKind kind, int fd) : m_handle(std::make_unique<Handle>(kind, fd))
{
    archive *writer = m_handle->writer;
    if (kind == ArchiveKind::Zip) {
        archive_write_set_format_zip(writer);
    } else {
        archive_write_set_format_pax_restricted(writer);
        archive_write_add_filter_gzip(writer);
        archive_write_set_filter_option(writer, "gzip", "timestamp", nullptr);  // Else each one would be another.
        archive_write_set_filter_option(writer, "gzip", "compression-level", "3");
    }
    archive_write_set_options(writer, "hdrcharset=UTF-8");
    archive_write_set_bytes_per_block(writer, kBlock);
    archive_write_set_bytes_in_last_block(writer, 1);  // No padding to whole blocks of a tape.
    archive_write_open(writer, m_handle.get(), nullptr, &Handle::write, nullptr);
}

ArchiveWriter::~ArchiveWriter() = default;

std::optional<Error> ArchiveWriter::errorOf(int code) const
{
    if (m_handle->code != 0)
        return core::diskError(m_handle->code);
    if (code >= ARCHIVE_WARN)  // A warning: the name stands in the archive twice, once in ASCII for old programs.
        return {};
    Error error = core::diskError(archive_errno(m_handle->writer));
    error.detail = QString::fromUtf8(archive_error_string(m_handle->writer));
    return error;
}

std::optional<Error> ArchiveWriter::begin(const QString &path, qint64 size)
{
    archive *writer = m_handle->writer;
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), &archive_entry_free);
    archive_entry_set_pathname_utf8(entry.get(), path.toUtf8().constData());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), size);
    if (m_handle->kind == ArchiveKind::TarGz)
        archive_entry_set_mtime(entry.get(), kTime, 0);
    else if (size > kDeflated)  // A .zip keeps local time; with none set it says 1980, in every time zone.
        archive_write_zip_set_compression_store(writer);
    else
        archive_write_zip_set_compression_deflate(writer);
    return errorOf(archive_write_header(writer, entry.get()));
}

std::optional<Error> ArchiveWriter::add(const char *bytes, qint64 count)
{
    const la_ssize_t written = archive_write_data(m_handle->writer, bytes, size_t(count));
    if (written == la_ssize_t(count))
        return {};
    const auto error = errorOf(written < 0 ? int(written) : ARCHIVE_FATAL);
    return error ? error : core::diskError(EIO);
}

std::optional<Error> ArchiveWriter::finish()
{
    return errorOf(archive_write_close(m_handle->writer));
}

std::optional<ArchiveKind> ArchiveWriter::kindOf(const QString &fileName)
{
    if (fileName.endsWith(".zip"_L1, Qt::CaseInsensitive))
        return ArchiveKind::Zip;
    const bool isTar
        = fileName.endsWith(".tar.gz"_L1, Qt::CaseInsensitive) || fileName.endsWith(".tgz"_L1, Qt::CaseInsensitive);
    return isTar ? std::optional(ArchiveKind::TarGz) : std::nullopt;
}
