// SPDX-License-Identifier: Apache-2.0
#include "localhub/store/committer.h"

#include "localhub/store/largefilerules.h"
#include "localhub/store/largestore.h"
#include "localhub/store/packwriter.h"
#include "localhub/store/treeeditor.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

constexpr qsizetype kManyChanges = 100;  // From here on one pack is faster than a file an object.

Error refused(const QString &message, const QByteArray &path)
{
    return {Error::Kind::Refused, message.arg(QString::fromUtf8(path))};
}

QByteArray signature(const NewCommit &commit)
{
    const auto bare = [](QByteArray text) {
        for (const char c : {'<', '>', '\n', '\0'})
            text.replace(c, "");
        return text.trimmed();
    };
    const QDateTime time = commit.time.isValid() ? commit.time : QDateTime::currentDateTimeUtc();
    return bare(commit.authorName) + " <" + bare(commit.authorEmail) + "> "
        + QByteArray::number(time.toSecsSinceEpoch()) + " +0000\n";
}

git::Tree treeOf(const GitRepo &repo, const std::optional<QByteArray> &commit)
{
    const auto id = commit ? git::idOf(*commit) : std::nullopt;
    const auto object = id ? git::made<git::Commit>(git_commit_lookup, repo.handle(), &*id) : nullptr;
    return object ? git::made<git::Tree>(git_commit_tree, object.get()) : nullptr;
}

}  // namespace

bool isValidPath(const QByteArray &path)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    [[maybe_unused]] const QString text = utf8(path);
    const auto isControl = [](char c) { return uchar(c) < 0x20 || c == 0x7f; };
    if (path.size() > 4096 || utf8.hasError() || std::ranges::any_of(path, isControl))
        return false;
    return std::ranges::none_of(path.split('/'), [](const QByteArray &part) {
        return part.isEmpty() || part == "." || part == ".." || part.toLower() == ".git" || part.size() > 255;
    });
}

Result<QByteArray> Committer::commit(const QByteArray &ref, const NewCommit &commit)
{
    if (!git_reference_is_valid_name(ref.constData()))
        return Error{Error::Kind::Refused, u"That is no name for a branch."_s};
    const std::optional<QByteArray> tip = m_repo.resolve(ref);
    if (!commit.parent.isEmpty() && commit.parent != tip)
        return Error{Error::Kind::Conflict, u"The branch was changed meanwhile."_s};

    std::unique_ptr<ObjectSink> sink;
    if (commit.changes.size() < kManyChanges)
        sink = std::make_unique<LooseSink>(m_repo.handle());
    else
        sink
            = std::make_unique<PackWriter>(QString::fromUtf8(git_repository_path(m_repo.handle())) + "objects/pack"_L1);
    const git::Tree base = treeOf(m_repo, tip);
    TreeEditor tree(m_repo.handle(), base.get());
    if (auto error = apply(commit, tree, *sink))
        return *error;
    addLargeFileLines(commit, tree, *sink);

    const git_oid newTree = tree.write(*sink);
    if (base && git_oid_equal(git_tree_id(base.get()), &newTree))
        return *tip;
    const QByteArray who = signature(commit);
    const QByteArray text = "tree " + git::hex(newTree) + '\n' + (tip ? "parent " + *tip + '\n' : QByteArray())
        + "author " + who + "committer " + who + '\n' + commit.message;
    const git_oid id = sink->write(GIT_OBJECT_COMMIT, text);
    if (auto error = sink->finish())
        return *error;

    git_reference *moved = nullptr;
    const auto old = tip ? git::idOf(*tip) : std::nullopt;
    const int code = git_reference_create_matching(&moved, m_repo.handle(), ref.constData(), &id, 1,
                                                   old ? &*old : nullptr, nullptr);
    git_reference_free(moved);
    if (code != 0)
        return git::failure(code == GIT_EMODIFIED ? Error::Kind::Conflict : Error::Kind::Disk);
    return git::hex(id);
}

std::optional<Error> Committer::apply(const NewCommit &commit, TreeEditor &tree, ObjectSink &sink) const
{
    for (const Change &change : commit.changes) {
        if (!isValidPath(change.path))
            return refused(u"“%1” is no path for a file."_s, change.path);
        switch (change.kind) {
        case Change::Kind::Put:
            if (!tree.put(change.path, sink.write(GIT_OBJECT_BLOB, change.bytes)))
                return refused(u"“%1” cannot be put there: a file stands where a folder would be."_s, change.path);
            break;
        case Change::Kind::PutLarge:
            if (m_large.path(change.large.sha256).isEmpty())
                return refused(u"The content of “%1” was not uploaded."_s, change.path);
            if (!tree.put(change.path, sink.write(GIT_OBJECT_BLOB, pointerTo(change.large))))
                return refused(u"“%1” cannot be put there: a file stands where a folder would be."_s, change.path);
            break;
        case Change::Kind::Delete:
        case Change::Kind::DeleteFolder:
            if (!tree.remove(change.path, change.kind == Change::Kind::DeleteFolder))
                return Error{Error::Kind::NoEntry, u"There is no “%1”."_s.arg(QString::fromUtf8(change.path))};
            break;
        }
    }
    return {};
}

void Committer::addLargeFileLines(const NewCommit &commit, TreeEditor &tree, ObjectSink &sink) const
{
    QByteArray attributes;
    for (const Change &change : commit.changes) {
        if (change.kind == Change::Kind::Put && change.path == ".gitattributes")
            attributes = change.bytes;
    }
    const auto blob = tree.blob(".gitattributes");
    if (attributes.isEmpty() && blob)
        attributes = m_repo.bytes(git::hex(*blob)).value_or(QByteArray());
    const LargeFileRules rules(attributes);
    QByteArray lines;
    for (const Change &change : commit.changes) {
        if (change.kind == Change::Kind::PutLarge && !rules.covers(change.path))
            lines += largeFileLine(change.path);
    }
    if (lines.isEmpty())
        return;
    if (!attributes.isEmpty() && !attributes.endsWith('\n'))
        attributes += '\n';
    tree.put(".gitattributes", sink.write(GIT_OBJECT_BLOB, attributes + lines));
}

}  // namespace localhub
