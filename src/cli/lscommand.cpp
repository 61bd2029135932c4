// SPDX-License-Identifier: Apache-2.0
#include "cli/lscommand.h"

#include "core/filetree.h"
#include "core/texts.h"
#include "engine/cachedrevision.h"
#include "engine/hubwatch.h"
#include "hub/hubclient.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject jsonOf(const TreeEntry &entry)
{
    QJsonObject object{{u"path"_s, entry.file.path}, {u"type"_s, entry.isFolder ? u"directory"_s : u"file"_s}};
    if (entry.isFolder)
        return object;
    object[u"size"_s] = entry.file.size;
    object[u"blobId"_s] = entry.file.blobId;
    if (!entry.file.sha256.isEmpty())
        object[u"sha256"_s] = entry.file.sha256;
    return object;
}

/// What \a path is in \a tree, or holds, as the Hub would list it.
QList<TreeEntry> entriesBelow(const FileTree &tree, const QString &path, bool isRecursive)
{
    if (const RemoteFile *file = path.isEmpty() ? nullptr : tree.find(path))
        return {{false, *file}};
    QList<TreeEntry> found;
    for (const FolderEntry &entry : tree.entriesOf(path)) {
        const RemoteFile folder{.path = entry.path, .size = 0, .blobId = {}};
        found << TreeEntry{entry.isFolder, entry.isFolder ? folder : entry.file};
        if (entry.isFolder && isRecursive)
            found << entriesBelow(tree, entry.path, true);
    }
    return found;
}

}  // namespace

void LsCommand::describe(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(u"repo"_s, tr("A repository, and a folder in it."), u"REPO[/PATH]"_s);
    parser.addOptions({{u"revision"_s, tr("A branch, a tag, a commit or refs/pr/N."), u"R"_s},
                       {u"recursive"_s, tr("List the folders below, too.")},
                       {u"json"_s, tr("Print one JSON document.")}});
}

QString LsCommand::take(const QCommandLineParser &parser)
{
    if (parser.positionalArguments().size() != 1)
        return tr("Name one repository.");
    const Result<Location> location = locationOf(parser, parser.positionalArguments().constFirst());
    if (!location)
        return location.error().message;
    m_location = *location;
    m_recursive = parser.isSet(u"recursive"_s);
    m_json = parser.isSet(u"json"_s);
    return {};
}

void LsCommand::start()
{
    if (engine()->watch().isOffline())
        listCached({Error::Kind::Offline, tr("Hubdeck is set to work offline, and this is not in the cache.")});
    else
        listFolder();
}

void LsCommand::listFolder()
{
    const auto call = hub::tree(m_location.repo, m_location.revision, m_location.path, m_recursive);
    engine()->hub()->stream(call, this, [this](const Result<Page<TreeEntry>> &page) {
        if (!page) {
            if (page.error().kind == Error::Kind::NoEntry && !m_location.path.isEmpty())
                listAsFile(page.error());
            else if (page.error().isUnreachable() && !m_hasPrinted)
                listCached(page.error());
            else
                fail(page.error());
            return false;
        }
        if (m_json)
            m_entries += page->items;
        else
            print(page->items);
        if (page->next.isValid())
            return true;
        if (m_json)
            printAll(m_entries);
        Q_EMIT finished(cli::Done);
        return true;
    });
}

/// A path that is no folder may be a file: the Hub's list of its folder knows.
void LsCommand::listAsFile(const Error &whyNoFolder)
{
    const QString parent = m_location.path.contains(u'/') ? m_location.path.section(u'/', 0, -2) : QString();
    const auto call = hub::tree(m_location.repo, m_location.revision, parent, false);
    engine()->hub()->stream(call, this, [this, whyNoFolder](const Result<Page<TreeEntry>> &page) {
        if (!page) {
            fail(whyNoFolder);
            return false;
        }
        for (const TreeEntry &entry : page->items) {
            if (entry.isFolder || entry.file.path != m_location.path)
                continue;
            printAll({entry});
            Q_EMIT finished(cli::Done);
            return false;
        }
        if (!page->next.isValid())
            fail(whyNoFolder);
        return true;
    });
}

void LsCommand::listCached(const Error &why)
{
    const RepoCache cache = engine()->cache(m_location.repo);
    const std::optional<CachedRevision> cached = engine::cachedRevision(cache, m_location.revision);
    if (!cached)
        return fail(why);
    FileTree tree;
    tree.add(cached->files);
    const QList<TreeEntry> entries = entriesBelow(tree, m_location.path, m_recursive);
    if (entries.isEmpty() && cached->isWhole)
        return fail({Error::Kind::NoEntry, tr("This revision has no such file or folder.")});
    if (entries.isEmpty())
        return fail(why);
    terminal()->note(cached->isWhole ? tr("Offline: the list that the cache keeps.")
                                     : tr("Offline: only what is in the cache."));
    printAll(entries);
    Q_EMIT finished(cli::Done);
}

void LsCommand::printAll(const QList<TreeEntry> &entries)
{
    if (!m_json)
        return print(entries);
    QJsonArray array;
    for (const TreeEntry &entry : entries)
        array.append(jsonOf(entry));
    terminal()->json(QJsonDocument(array));
}

void LsCommand::print(const QList<TreeEntry> &entries)
{
    m_hasPrinted = true;
    for (const TreeEntry &entry : entries) {
        const QString size = entry.isFolder ? QString() : core::sizeText(entry.file.size);
        terminal()->line(size.rightJustified(8) + u"  "_s + entry.file.path + (entry.isFolder ? u"/"_s : QString()));
    }
}
