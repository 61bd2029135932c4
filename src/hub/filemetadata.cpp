// SPDX-License-Identifier: Apache-2.0
#include "hub/filemetadata.h"

#include "core/safename.h"
#include "hub/json.h"

using namespace Qt::Literals::StringLiterals;

namespace {

qint64 sizeOf(const hub::Reply &reply)
{
    const QByteArray linked = reply.header("X-Linked-Size");
    const bool isRedirect = reply.status >= 300;  // Its Content-Length is that of the redirect's own body.
    bool isNumber = false;
    const qint64 size
        = (linked.isEmpty() && !isRedirect ? reply.header("Content-Length") : linked).toLongLong(&isNumber);
    return isNumber && size >= 0 ? size : -1;
}

}  // namespace

QStringList hub::resolveSegments(const RepoId &id, const QString &revision, const QString &path)
{
    const QStringList prefix = id.type == RepoType::Model ? QStringList() : QStringList{core::pluralOf(id.type)};
    return prefix + id.name.split(u'/') + QStringList{u"resolve"_s, revisionSegment(revision)} + path.split(u'/');
}

ApiCall<FileMetadata> hub::fileMetadata(const RepoId &id, const QString &revision, const QString &path)
{
    const auto parse = [path](const Reply &reply) { return parseFileMetadata(reply, path); };
    return {"HEAD", resolveSegments(id, revision, path), {}, {}, parse};
}

QString hub::contentNameOf(QByteArray etag)
{
    while (etag.startsWith('W') || etag.startsWith('/'))
        etag.remove(0, 1);
    if (etag.size() >= 2 && etag.startsWith('"') && etag.endsWith('"'))
        etag = etag.sliced(1, etag.size() - 2);
    return QString::fromLatin1(etag);
}

Result<FileMetadata> hub::parseFileMetadata(const Reply &reply, const QString &path)
{
    const QByteArray linked = reply.header("X-Linked-Etag");
    const QString etag = contentNameOf(linked.isEmpty() ? reply.header("ETag") : linked);
    const QString xetHash = QString::fromLatin1(reply.header("X-Xet-Hash"));
    FileMetadata metadata{QString::fromLatin1(reply.header("X-Repo-Commit")), {path, sizeOf(reply), {}}};
    if (!metadata.commit.isEmpty() && !core::isCommit(metadata.commit))
        return json::badReply(u"the commit in the answer is none"_s);
    if (!core::isContentName(etag))
        return json::badReply(u"the file's ETag is no hash"_s);
    (etag.size() == 64 ? metadata.file.sha256 : metadata.file.blobId) = etag;
    if (xetHash.size() == 64 && core::isContentName(xetHash))
        metadata.file.xetHash = xetHash;
    return metadata;
}
