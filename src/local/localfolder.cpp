// SPDX-License-Identifier: Apache-2.0
#include "local/localfolder.h"

#include "core/contenthash.h"
#include "core/partfile.h"
#include "core/safename.h"
#include "local/cachetag.h"
#include "local/openfolder.h"
#include "local/placing.h"
#include "local/treefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

using namespace Qt::Literals::StringLiterals;

static constexpr auto kBookkeeping = ".cache/huggingface"_L1;
static constexpr auto kTrees = ".cache/huggingface/trees"_L1;
static constexpr auto kDownload = ".cache/huggingface/download"_L1;

namespace {

/// The three lines that are kept of a downloaded file.
struct Metadata {
    QString commit;
    QString etag;
    double time = 0;  ///< Seconds since 1970: when both were true.
};

}  // namespace

static std::optional<Error> errorOf(int code)
{
    return code == 0 ? std::nullopt : std::optional(core::diskError(code));
}

static QString below(QLatin1StringView folder, const QString &path)
{
    return path.isEmpty() ? QString(folder) : folder + u'/' + path;
}

/// Nothing where \a file may be written, by its names and \a commit.
static std::optional<Error> refusalOf(const RemoteFile &file, const std::optional<QString> &commit = {})
{
    QString why = core::whyUnsafe(file.path);
    if (why.isEmpty())
        why = LocalFolder::whyUnsafe(file.path);
    if (why.isEmpty() && (!core::isContentName(file.etag()) || (commit && !core::isCommit(*commit))))
        why = QCoreApplication::translate("local", "The Hub sent a name that does not fit in the cache.");
    return why.isEmpty() ? std::nullopt : std::optional(Error{Error::Kind::Refused, why});
}

static std::optional<Metadata> readMetadata(const OpenFolder &folder, const QByteArray &name)
{
    const auto text = folder ? folder.read(name + ".metadata", 4096) : std::nullopt;
    const QList<QByteArray> lines = text.value_or(QByteArray()).split('\n');
    if (lines.size() < 3)
        return {};
    bool isNumber = false;
    Metadata it{QString::fromLatin1(lines[0].trimmed()), QString::fromLatin1(lines[1].trimmed()),
                lines[2].trimmed().toDouble(&isNumber)};
    return isNumber ? std::optional(it) : std::nullopt;
}

static double modifiedAt(const struct stat &found)
{
#ifdef __APPLE__
    return double(found.st_mtimespec.tv_sec) + double(found.st_mtimespec.tv_nsec) / 1e9;
#else
    return double(found.st_mtim.tv_sec) + double(found.st_mtim.tv_nsec) / 1e9;
#endif
}

QString LocalFolder::whyUnsafe(const QString &path)
{
    // Without case: on the usual disks of Windows and macOS ".Cache" is the same folder.
    const QString lower = path.toLower();
    if (lower == ".cache"_L1 || lower == kBookkeeping || lower.startsWith(kBookkeeping + u'/'))
        return QCoreApplication::translate("local", "It would change the folder's own list of what was downloaded.");
    return {};
}

QString LocalFolder::file(const QString &path) const
{
    return m_root + u'/' + path;
}

QString LocalFolder::part(const RemoteFile &file) const
{
    constexpr int longestName = 255;
    QByteArray name = local::nameOf(file.path);
    const QByteArray suffix = '.' + file.etag().toLatin1() + ".hubdeck.part";
    if (name.size() + suffix.size() > longestName)
        name = QCryptographicHash::hash(name, QCryptographicHash::Sha1).toHex();
    const QString folder = below(kDownload, local::folderOf(file.path));
    return m_root + u'/' + folder + u'/' + QFile::decodeName(name + suffix);
}

QString LocalFolder::lock(const QString &path) const
{
    return m_root + u'/' + below(kDownload, path) + ".lock"_L1;
}

OpenFolder LocalFolder::open(const QString &below, bool make) const
{
    return OpenFolder(m_root, below, make ? OpenFolder::Missing::IsMade : OpenFolder::Missing::Fails);
}

bool LocalFolder::isCurrent(const QString &commit, const RemoteFile &file) const
{
    if (refusalOf(file))
        return false;
    const OpenFolder folder = open(local::folderOf(file.path), false);
    const QByteArray name = local::nameOf(file.path);
    const auto found = folder ? folder.lookThrough(name) : std::nullopt;
    if (!found || !S_ISREG(found->st_mode) || (file.size >= 0 && found->st_size != file.size))
        return false;
    const auto known = readMetadata(open(below(kDownload, local::folderOf(file.path)), false), name);
    if (known && modifiedAt(*found) - 1 <= known->time)  // Python's rule: times of files are not exact.
        return known->commit == commit || known->etag == file.etag();
    return hasContent(folder, file);
}

bool LocalFolder::hasContent(const OpenFolder &folder, const RemoteFile &file) const
{
    const int fd = ::openat(folder.fd(), local::nameOf(file.path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    QFile content;
    if (fd < 0 || !content.open(fd, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle))
        return false;
    ContentHash hash(ContentHash::kindOf(file.etag()), content.size());
    QByteArray bytes(1 << 20, Qt::Uninitialized);
    qint64 got = 0;
    while ((got = content.read(bytes.data(), bytes.size())) > 0)
        hash.add(QByteArrayView(bytes.constData(), got));
    return got == 0 && hash.hex() == file.etag().toLatin1();
}

std::optional<Error> LocalFolder::prepare(const RemoteFile &file) const
{
    if (auto error = refusalOf(file))
        return error;
    if (auto error = prepareBookkeeping())
        return error;
    const QString folder = local::folderOf(file.path);
    if (const int code = open(below(kDownload, folder), true).code())
        return core::diskError(code);
    return errorOf(open(folder, true).code());
}

std::optional<Error> LocalFolder::prepareBookkeeping() const
{
    const OpenFolder bookkeeping = open(kBookkeeping, true);
    if (!bookkeeping)
        return core::diskError(bookkeeping.code());
    local::writeCacheTag(bookkeeping);
    bookkeeping.writeNew(".gitignore", "*");
    return {};
}

std::optional<Error> LocalFolder::publish(const QFile &part, const QString &commit, const RemoteFile &file,
                                          const QString &partPath) const
{
    if (auto error = refusalOf(file, commit))
        return error;
    const QString inner = local::folderOf(file.path);
    const OpenFolder parts = open(below(kDownload, inner), true);
    const OpenFolder target = open(inner, true);
    if (!parts || !target)
        return core::diskError(parts ? target.code() : parts.code());
    const QByteArray partName = local::nameOf(partPath.isEmpty() ? this->part(file) : partPath);
    if (auto error = local::placePart(part, parts, partName, target, local::nameOf(file.path)))
        return error;
    return writeMetadata(commit, file);
}

void LocalFolder::flush(const RemoteFiles &files) const
{
    for (const QString &folder : local::foldersOf(files))
        open(folder, false).flush();
}

std::optional<Error> LocalFolder::writeMetadata(const QString &commit, const RemoteFile &file) const
{
    if (auto error = refusalOf(file, commit))
        return error;
    const OpenFolder folder = open(below(kDownload, local::folderOf(file.path)), true);
    if (!folder)
        return core::diskError(folder.code());
    const double now = double(QDateTime::currentMSecsSinceEpoch()) / 1000;
    const QByteArray lines
        = commit.toLatin1() + '\n' + file.etag().toLatin1() + '\n' + QByteArray::number(now, 'f', 3) + '\n';
    return errorOf(folder.write(local::nameOf(file.path) + ".metadata", lines));
}

std::optional<Error> LocalFolder::renewMetadata(const QString &commit, const RemoteFile &file) const
{
    const OpenFolder folder = open(below(kDownload, local::folderOf(file.path)), false);
    const auto known = readMetadata(folder, local::nameOf(file.path));
    const bool isNew = known && known->commit == commit && known->etag == file.etag();
    return isNew ? std::nullopt : writeMetadata(commit, file);
}

std::optional<RemoteFiles> LocalFolder::readTree(const QString &commit) const
{
    return local::readTree(open(kTrees, false), commit);
}

std::optional<Error> LocalFolder::writeTree(const QString &commit, const RemoteFiles &files) const
{
    if (auto error = prepareBookkeeping())
        return error;
    return local::writeTree(open(kTrees, true), commit, files);
}
