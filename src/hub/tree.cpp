// SPDX-License-Identifier: Apache-2.0
#include "hub/tree.h"

#include "core/safename.h"
#include "hub/json.h"

using namespace Qt::Literals::StringLiterals;

namespace {

/// \a text where it is a hash of \a size digits, else empty: a name that is none must not become a file's.
QString hashOf(const QJsonValue &text, qsizetype size)
{
    const QString hash = text.toString();
    return hash.size() == size && core::isContentName(hash) ? hash : QString();
}

RemoteFile fileOf(const QJsonObject &json)
{
    RemoteFile file{json.value("path"_L1).toString(), hub::json::countOf(json, "size"_L1),
                    hashOf(json.value("oid"_L1), 40)};
    const QJsonValue lfs = json.value("lfs"_L1);
    if (!lfs.isObject())
        return file;
    file.sha256 = hashOf(lfs.toObject().value("oid"_L1), 64);
    file.xetHash = hashOf(json.value("xetHash"_L1), 64);
    if (file.sha256.isEmpty())
        file.blobId.clear();  // The pointer's hash would pass for the content's.
    if (lfs.toObject().value("size"_L1).isDouble())
        file.size = hub::json::countOf(lfs.toObject(), "size"_L1);
    return file;
}

bool isSpoilt(const QJsonObject &json)
{
    const auto isBelowZero = [](const QJsonValue &size) { return size.isDouble() && size.toDouble() < 0; };
    return json.value("path"_L1).toString().isEmpty() || isBelowZero(json.value("size"_L1))
        || isBelowZero(json.value("lfs"_L1).toObject().value("size"_L1));
}

}  // namespace

ApiCall<Page<TreeEntry>> hub::tree(const RepoId &id, const QString &revision, const QString &path, bool recursive)
{
    const QStringList folder = path.isEmpty() ? QStringList() : path.split(u'/');
    const Query query = recursive ? Query{{u"recursive"_s, u"true"_s}} : Query();
    return {"GET", apiSegments(id) + QStringList{u"tree"_s, revisionSegment(revision)} + folder, query, {}, &parseTree};
}

Result<Page<TreeEntry>> hub::parseTree(const Reply &reply)
{
    const auto list = json::arrayOf(reply);
    if (!list)
        return list.error();

    Page<TreeEntry> page{{}, nextPageOf(reply), totalOf(reply)};
    for (const QJsonValue value : *list) {
        const QJsonObject json = value.toObject();
        const QString type = json.value("type"_L1).toString();
        if (isSpoilt(json))
            return json::badReply(u"an entry without a path, or with a size below 0"_s);
        if (type == "directory"_L1)
            page.items << TreeEntry{true, {json.value("path"_L1).toString(), -1, {}}};
        else if (type == "file"_L1)
            page.items << TreeEntry{false, fileOf(json)};
    }
    return page;
}
