// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/zip.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace localhub {

using namespace seed;

namespace {

using Archive = std::unique_ptr<archive, decltype(&archive_write_free)>;
using Entry = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

la_ssize_t appendTo(archive *, void *out, const void *bytes, size_t size)
{
    static_cast<QByteArray *>(out)->append(static_cast<const char *>(bytes), qsizetype(size));
    return la_ssize_t(size);
}

bool addFile(archive *zip, const File &file)
{
    // No time is set: an archive keeps local time, so that it would depend on where it is made. It says 1980 instead.
    const Entry entry(archive_entry_new(), &archive_entry_free);
    archive_entry_set_pathname_utf8(entry.get(), file.path.constData());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), file.bytes.size());
    return archive_write_header(zip, entry.get()) == ARCHIVE_OK
        && archive_write_data(zip, file.bytes.constData(), size_t(file.bytes.size())) == file.bytes.size();
}

}  // namespace

QByteArray seed::zipOf(const QList<File> &files)
{
    QByteArray bytes;
    const Archive zip(archive_write_new(), &archive_write_free);
    archive_write_set_format_zip(zip.get());
    archive_write_set_options(zip.get(), "hdrcharset=UTF-8");
    archive_write_set_bytes_in_last_block(zip.get(), 1);  // No padding to whole blocks of a tape.
    bool ok = archive_write_open(zip.get(), &bytes, nullptr, &appendTo, nullptr) == ARCHIVE_OK;
    for (const File &file : files)
        ok = ok && addFile(zip.get(), file);
    if (!ok || archive_write_close(zip.get()) != ARCHIVE_OK)
        qFatal("The demo archive cannot be made: %s", archive_error_string(zip.get()));
    return bytes;
}

}  // namespace localhub
