// SPDX-License-Identifier: Apache-2.0
#include "local/sharedstore.h"

#include "local/filelock.h"
#include "local/openfolder.h"

#include <QDir>
#include <QFile>
#include <QThread>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kLongestList = 16'000'000;

bool isHex(const QByteArray &text, qsizetype length)
{
    return text.size() == length
        && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool isRepoFolder(const QByteArray &name)
{
    return std::ranges::any_of(
        QByteArrayList{"models--", "datasets--", "spaces--", "kernels--"},
        [&name](const QByteArray &kind) { return name.startsWith(kind) && name.size() > kind.size(); });
}

OpenFolder shelfOf(const QString &root, const QByteArray &payload)
{
    return OpenFolder(root, u"blobs/"_s + QString::fromLatin1(payload.first(2)), OpenFolder::Missing::Fails);
}

/// The lines of the list of \a payload whose links are there; nothing where the list cannot be read.
std::optional<QSet<QByteArray>> usersOf(const OpenFolder &cache, const OpenFolder &shelf, const QByteArray &payload,
                                        const QByteArray &root)
{
    const auto text = shelf.read(payload + ".refs", kLongestList);
    if (!text)
        return {};
    QSet<QByteArray> users;
    for (const QByteArray &line : text->split('\n')) {
        const QByteArrayList parts = line.split('/');
        if (parts.size() != 3 || parts[1] != "blobs" || !isRepoFolder(parts[0]) || parts[2].isEmpty()
            || parts.contains(".."))
            continue;
        const OpenFolder blobs = cache.child(parts[0]).child("blobs");
        const auto link = blobs ? blobs.linkText(parts[2]) : std::nullopt;
        if (link && local::payloadOfLink(*link, parts[0], root) == payload)
            users.insert(line);
    }
    return users;
}

int writeList(const OpenFolder &shelf, const QByteArray &payload, const QSet<QByteArray> &users)
{
    QByteArrayList lines(users.cbegin(), users.cend());
    std::ranges::sort(lines);
    const QByteArray name = payload + ".refs";
    const int code = shelf.write(name, lines.join('\n') + '\n');
    if (code == 0)
        ::fchmodat(shelf.fd(), name.constData(), 0666, 0);  // Whoever shares the cache adds to it.
    return code;
}

}  // namespace

bool local::hasSharedStore(const QString &root)
{
    const OpenFolder store(root, u"blobs"_s, OpenFolder::Missing::Fails);
    return store && store.read(".huggingface-shared-blobs", 16) == "1\n";
}

QHash<QByteArray, SharedPayload> local::sharedPayloads(const QString &root)
{
    QHash<QByteArray, SharedPayload> payloads;
    if (!hasSharedStore(root))
        return payloads;
    const OpenFolder cache(root, {}, OpenFolder::Missing::Fails);
    const OpenFolder store = cache.child("blobs");
    const QByteArray path = QFile::encodeName(root);
    store.forEachEntry([&](const QByteArray &prefix, OpenFolder::Entry entry) {
        if (entry != OpenFolder::Entry::Folder || !isHex(prefix, 2))
            return;
        const OpenFolder shelf = store.child(prefix);
        if (!shelf)
            return;
        shelf.forEachEntry([&](const QByteArray &name, OpenFolder::Entry kind) {
            const bool isPayload = kind == OpenFolder::Entry::File && isHex(name, 64) && name.startsWith(prefix);
            if (const auto found = isPayload ? shelf.look(name) : std::nullopt)
                payloads.insert(name, {found->st_size, usersOf(cache, shelf, name, path)});
        });
    });
    return payloads;
}

QByteArray local::payloadOfLink(const QByteArray &text, const QByteArray &folder, const QByteArray &root)
{
    if (text.isEmpty())
        return {};
    const QByteArray from = text.startsWith('/') ? text : root + '/' + folder + "/blobs/" + text;
    const QByteArray path = QFile::encodeName(QDir::cleanPath(QFile::decodeName(from)));
    const QByteArray store = root + "/blobs/";
    const QByteArray payload = path.mid(store.size() + 3);
    const bool isIn
        = path.startsWith(store) && isHex(payload, 64) && path.mid(store.size(), 3) == payload.first(2) + '/';
    return isIn ? payload : QByteArray();
}

qint64 local::sweepPayload(const QString &root, const QByteArray &payload)
{
    if (!isHex(payload, 64) || !hasSharedStore(root))
        return 0;
    const OpenFolder cache(root, {}, OpenFolder::Missing::Fails);
    const OpenFolder shelf = shelfOf(root, payload);
    if (!cache || !shelf)
        return 0;
    FileLock lock(root + u"/blobs/"_s + QString::fromLatin1(payload.first(2) + '/' + payload + ".lock"), 0666);
    for (int attempt = 0;; ++attempt) {
        const auto taken = lock.tryLock();
        if (taken && *taken == FileLock::Outcome::Taken)
            break;
        if (!taken || *taken == FileLock::Outcome::Unsupported || attempt == 5)
            return 0;  // It stays: bytes are lost to nobody, and the next deletion looks again.
        QThread::msleep(100);
    }
    const auto users = usersOf(cache, shelf, payload, QFile::encodeName(root));
    if (!users)
        return 0;
    if (!users->isEmpty()) {
        writeList(shelf, payload, *users);
        return 0;
    }
    const auto found = shelf.look(payload);
    if (!found || !S_ISREG(found->st_mode) || ::unlinkat(shelf.fd(), payload.constData(), 0) != 0)
        return 0;
    ::unlinkat(shelf.fd(), (payload + ".refs").constData(), 0);
    return found->st_size;
}
