// SPDX-License-Identifier: Apache-2.0
#include "support/downloadrig.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLarge = 1 << 20;

QString etagOfContent(const QByteArray &bytes)
{
    if (bytes.size() > kLarge)
        return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    const QByteArray head = "blob " + QByteArray::number(bytes.size()) + '\0';
    return QString::fromLatin1(QCryptographicHash::hash(head + bytes, QCryptographicHash::Sha1).toHex());
}

/// All files and links below \a folder, locks aside: they stay, empty, as in Python.
QStringList filesBelow(const QString &folder)
{
    QStringList names;
    QDirIterator it(folder, QDir::Files | QDir::System | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString name = it.next().mid(folder.size() + 1);
        if (!name.startsWith(".locks/"_L1))
            names << name;
    }
    return names;
}

}  // namespace

DownloadRig::DownloadRig() = default;

void DownloadRig::fill(const Files &files)
{
    QList<localhub::Change> changes;
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        const QByteArray path = it.key().toUtf8();
        changes << (it->size() > kLarge ? m_hub.large(path, *it) : localhub::Change::put(path, *it));
        m_contents[etagOfContent(*it)] = *it;
    }
    (void)m_hub.commit("main", changes);
    // Else the Hub's own: it says there which files are large.
    const QByteArray attributes = "*.bin filter=lfs diff=lfs merge=lfs -text\n";
    m_files = files;
    m_files[u".gitattributes"_s] = attributes;
    m_contents[etagOfContent(attributes)] = attributes;
    m_commit = m_hub.commit("main", {localhub::Change::put(".gitattributes", attributes)});
}

QString DownloadRig::etagOf(const QString &path) const
{
    return etagOfContent(m_files.value(path));
}

void DownloadRig::begin(const TransferOptions &change)
{
    end();
    m_layout = CacheLayout(m_dir.filePath(u"cache%1"_s.arg(m_id + 1)));
    TransferOptions options = change;
    options.endpoint = m_hub.url();
    options.cacheRoot = m_layout.root();
    options.credentials = std::make_shared<OneToken>();
    options.pool = &m_pool;
    m_queue = std::make_unique<TransferQueue>(options);
    QObject::connect(m_queue.get(), &TransferQueue::rowsChanged, m_queue.get(),
                     [this](const QList<TransferRow> &rows) { m_watch.take(rows); });
    m_faults.clear();
    m_faults.clearLog();
}

void DownloadRig::end()
{
    m_queue.reset();
    m_pool.waitForDone();
    m_watch = {};
}

quint64 DownloadRig::add(const DownloadWish &wish)
{
    m_queue->add(++m_id, wish);
    return m_id;
}

TransferRow DownloadRig::run(const DownloadWish &wish, int milliseconds)
{
    const quint64 id = add(wish);
    waitFor(id, milliseconds);
    return m_watch.of(id);
}

TransferRow DownloadRig::retried(quint64 id, int milliseconds)
{
    m_queue->retry(id);
    (void)QTest::qWaitFor([&] { return !m_watch.isOver(id); }, 5'000);
    waitFor(id, milliseconds);
    return m_watch.of(id);
}

bool DownloadRig::waitFor(quint64 id, int milliseconds)
{
    return QTest::qWaitFor([&] { return m_watch.isOver(id); }, milliseconds);
}

QString DownloadRig::spoiltBlob(const QString &name, bool mayBePart) const
{
    const QByteArray bytes = disk::contentOf(m_layout.blobs(repo) + u'/' + name);
    const QString etag = name.section(u'.', 0, 0);
    if (name == etag && etag == etagOfContent(bytes))
        return {};
    const bool isPart = name == etag + ".hubdeck.part"_L1 && m_contents.contains(etag);
    if (mayBePart && isPart && m_contents.value(etag).startsWith(bytes))
        return {};
    return u"blobs/%1 holds %2 bytes that are not its own; "_s.arg(name).arg(bytes.size());
}

QString DownloadRig::whatIsSpoilt() const
{
    QString wrong;
    const QStringList blobs = filesBelow(m_layout.blobs(repo));
    for (const QString &name : blobs)
        wrong += spoiltBlob(name, true);
    const QString snapshot = m_layout.snapshot(repo, m_commit);
    for (const QString &path : filesBelow(snapshot)) {
        if (!m_files.contains(path) || disk::contentOf(snapshot + u'/' + path) != m_files.value(path))
            wrong += u"%1 is not the file of the commit; "_s.arg(path);
    }
    return wrong;
}

QString DownloadRig::whatIsWrong() const
{
    QString wrong = whatIsSpoilt();
    QStringList blobs = filesBelow(m_layout.blobs(repo));
    QStringList etags = m_contents.keys();
    blobs.sort();
    if (blobs != etags)
        wrong += u"there are %1 blobs of %2, some of them parts or strangers; "_s.arg(blobs.size()).arg(etags.size());
    QStringList paths = filesBelow(m_layout.snapshot(repo, m_commit));
    paths.sort();
    if (paths != m_files.keys())
        wrong += u"there are %1 files of %2; "_s.arg(paths.size()).arg(m_files.size());
    if (disk::contentOf(m_layout.ref(repo, u"main"_s)) != m_commit.toLatin1())
        wrong += u"main is not the commit; "_s;
    return wrong;
}
