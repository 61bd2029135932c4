// SPDX-License-Identifier: Apache-2.0
#include "local/treefile.h"

#include "core/partfile.h"
#include "core/safename.h"
#include "local/openfolder.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static constexpr int kFormatVersion = 1;

/// As Python's json.dumps: ASCII alone, the rest as \uXXXX in UTF-16.
static QByteArray quoted(const QString &text)
{
    static constexpr std::pair<char16_t, const char *> kShort[]
        = {{u'"', "\\\""}, {u'\\', "\\\\"}, {u'\n', "\\n"}, {u'\r', "\\r"},
           {u'\t', "\\t"}, {u'\b', "\\b"},  {u'\f', "\\f"}};
    QByteArray json = "\"";
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        const auto *known = std::ranges::find(kShort, unit, &std::pair<char16_t, const char *>::first);
        if (known != std::end(kShort))
            json += known->second;
        else if (unit >= 0x20 && unit < 0x7f)
            json += char(unit);
        else
            json += "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
    }
    return json + '"';
}

static bool isSha1(const QString &text)
{
    return text.size() == 40 && core::isContentName(text);
}

static bool isSha256(const QString &text)
{
    return text.size() == 64 && core::isContentName(text);
}

static bool isWellFormed(const RemoteFile &file)
{
    return !file.path.isEmpty() && file.size >= 0 && isSha1(file.blobId)
        && (file.sha256.isEmpty() || isSha256(file.sha256)) && (file.xetHash.isEmpty() || isSha256(file.xetHash));
}

static QByteArray entry(const RemoteFile &file)
{
    const QByteArray size = QByteArray::number(file.size);
    QByteArray json = "  " + quoted(file.path) + ": {\n   \"size\": " + size;
    json += ",\n   \"blob_id\": " + quoted(file.blobId);
    if (!file.sha256.isEmpty())
        json += ",\n   \"lfs_sha256\": " + quoted(file.sha256) + ",\n   \"lfs_size\": " + size;
    if (!file.xetHash.isEmpty())
        json += ",\n   \"xet_hash\": " + quoted(file.xetHash);
    return json + "\n  }";
}

std::optional<QByteArray> local::treeToJson(const RemoteFiles &files)
{
    if (!std::ranges::all_of(files, isWellFormed))
        return {};
    // Python sorts by code point, which is the order of UTF-8 and not that of UTF-16.
    QList<std::pair<QByteArray, const RemoteFile *>> sorted;
    sorted.reserve(files.size());
    for (const RemoteFile &file : files)
        sorted.emplaceBack(file.path.toUtf8(), &file);
    std::ranges::sort(sorted);

    QByteArray json = "{\n \"format_version\": " + QByteArray::number(kFormatVersion) + ",\n \"files\": {";
    for (const auto &[path, file] : std::as_const(sorted))
        json += (file == sorted.first().second ? "\n" : ",\n") + entry(*file);
    return json + (sorted.isEmpty() ? "}\n}" : "\n }\n}");
}

/// Optional keys may be absent or null, and nothing else than text.
static bool readText(const QJsonObject &object, QLatin1StringView key, QString &text)
{
    const QJsonValue value = object[key];
    text = value.toString();
    return value.isString() || value.isUndefined() || value.isNull();
}

std::optional<RemoteFiles> local::treeFromJson(const QByteArray &json)
{
    const QJsonObject document = QJsonDocument::fromJson(json).object();
    const QJsonValue list = document["files"_L1];
    if (document["format_version"_L1] != QJsonValue(kFormatVersion) || !list.isObject())
        return {};
    const QJsonObject entries = list.toObject();
    RemoteFiles files;
    files.reserve(entries.size());
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        const QJsonObject object = it.value().toObject();
        RemoteFile file{it.key(), object["size"_L1].toInteger(-1), object["blob_id"_L1].toString()};
        const bool isRead
            = readText(object, "lfs_sha256"_L1, file.sha256) && readText(object, "xet_hash"_L1, file.xetHash);
        if (!isRead || !isWellFormed(file))
            return {};
        files << file;
    }
    return files;
}

std::optional<RemoteFiles> local::readTree(const OpenFolder &trees, const QString &commit)
{
    constexpr qint64 limit = 256 << 20;  // A million files.
    const bool canBe = trees && core::isCommit(commit);
    const auto json = canBe ? trees.read(commit.toLatin1() + ".json", limit) : std::nullopt;
    return json ? treeFromJson(*json) : std::nullopt;
}

std::optional<Error> local::writeTree(const OpenFolder &trees, const QString &commit, const RemoteFiles &files)
{
    const auto json = core::isCommit(commit) ? treeToJson(files) : std::nullopt;
    if (!json)
        return Error{Error::Kind::Refused,
                     QCoreApplication::translate("local", "The Hub sent a name that does not fit in the cache.")};
    const int code = trees ? trees.write(commit.toLatin1() + ".json", *json) : trees.code();
    return code == 0 ? std::nullopt : std::optional(core::diskError(code));
}
