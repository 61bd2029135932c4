// SPDX-License-Identifier: Apache-2.0
#include "models/cachemodel.h"

#include "core/plaintext.h"
#include "core/texts.h"
#include "models/cachetexts.h"
#include "models/columns.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
namespace CacheColumn = models::CacheColumn;

namespace {

/// By commit: how much of its contents another commit of the repository needs, too.
QList<qint64> sharedBytes(const CachedRepo &repo)
{
    QList<int> needs(repo.contents.size());
    for (const CachedCommit &commit : repo.commits) {
        for (const int content : commit.contents)
            ++needs[content];
    }
    QList<qint64> shared;
    for (const CachedCommit &commit : repo.commits) {
        qint64 sum = 0;
        for (const int content : commit.contents)
            sum += needs[content] > 1 ? repo.contents[content].bytes : 0;
        shared << sum;
    }
    return shared;
}

}  // namespace

CacheModel::CacheModel(QObject *parent) : QAbstractItemModel(parent) {}

QList<CacheModel::Child> CacheModel::childrenOf(const CachedRepo &repo)
{
    QList<Child> children;
    const QList<qint64> shared = sharedBytes(repo);
    for (qsizetype i = 0; i < repo.commits.size(); ++i) {
        const CachedCommit &commit = repo.commits[i];
        Child child{commit, commit.files, commit.bytes};
        if (shared[i] > 0) {
            const CachedCommit &other = repo.commits[i == 0 ? 1 : 0];
            child.note = repo.commits.size() == 2 && !other.refs.isEmpty()
                ? tr("%1 shared with %2").arg(core::sizeText(shared[i]), core::visible(other.refs.constFirst()))
                : tr("%1 shared").arg(core::sizeText(shared[i]));
        }
        children << child;
    }
    if (!repo.parts.isEmpty()) {
        Child parts{{}, int(repo.parts.size()), repo.partBytes()};
        for (const CachedPart &part : repo.parts) {
            parts.commit.accessed = std::max(parts.commit.accessed, part.modified);
            if (part.isResumable)
                parts.note = tr("Can be resumed");
        }
        children << parts;
    }
    return children;
}

Qt::CheckState CacheModel::Repo::state() const
{
    if (children.isEmpty())
        return isChecked ? Qt::Checked : Qt::Unchecked;
    const auto count = std::ranges::count_if(children, &Child::isChecked);
    return count == 0 ? Qt::Unchecked : count == children.size() ? Qt::Checked : Qt::PartiallyChecked;
}

void CacheModel::update(const CacheContents &contents)
{
    const auto renumber = [this] {
        m_rowOf.clear();
        for (int row = 0; row < m_repos.size(); ++row)
            m_rowOf[m_repos[row].id] = row;
    };
    QHash<QString, const CachedRepo *> now;
    m_largest = 0;
    for (const CachedRepo &repo : contents.repos) {
        now[repo.folder] = &repo;
        m_largest = std::max(m_largest, repo.bytes);
    }
    for (int row = int(m_repos.size()) - 1; row >= 0; --row) {
        if (now.contains(m_repos[row].repo.folder))
            continue;
        beginRemoveRows({}, row, row);
        m_repos.removeAt(row);
        renumber();
        endRemoveRows();
    }
    for (int row = 0; row < m_repos.size(); ++row)
        updateRepo(row, *now.take(m_repos[row].repo.folder));
    QList<Repo> added;
    for (const CachedRepo &repo : contents.repos) {
        if (now.contains(repo.folder))
            added << Repo{++m_lastId, repo, childrenOf(repo)};
    }
    if (!added.isEmpty()) {
        beginInsertRows({}, int(m_repos.size()), int(m_repos.size() + added.size()) - 1);
        m_repos += added;
        renumber();
        endInsertRows();
    }
    Q_EMIT checksChanged();
}

void CacheModel::updateRepo(int row, const CachedRepo &repo)
{
    m_repos[row].repo = repo;
    updateChildren(row, childrenOf(repo));
    Q_EMIT dataChanged(index(row, 0), index(row, CacheColumn::Count - 1));
}

void CacheModel::updateChildren(int row, const QList<Child> &children)
{
    const QModelIndex above = index(row, 0);
    QList<Child> &known = m_repos[row].children;
    const auto find = [](const QList<Child> &all, const Child &wanted) {
        return std::ranges::find_if(
            all, [&wanted](const Child &child) { return child.commit.commit == wanted.commit.commit; });
    };
    for (int i = int(known.size()) - 1; i >= 0; --i) {
        const auto now = find(children, known[i]);
        if (now == children.cend()) {
            beginRemoveRows(above, i, i);
            known.removeAt(i);
            endRemoveRows();
        } else {
            const bool wasChecked = known[i].isChecked;
            known[i] = *now;
            known[i].isChecked = wasChecked;
            Q_EMIT dataChanged(index(i, 0, above), index(i, CacheColumn::Count - 1, above));
        }
    }
    for (const Child &child : children) {
        if (find(known, child) != known.cend())
            continue;
        beginInsertRows(above, int(known.size()), int(known.size()));
        known << child;
        endInsertRows();
    }
}

const CacheModel::Child *CacheModel::childAt(const QModelIndex &index) const
{
    const auto above = index.isValid() ? m_rowOf.constFind(index.internalId()) : m_rowOf.cend();
    if (above == m_rowOf.cend() || index.row() >= m_repos[*above].children.size())
        return nullptr;
    return &m_repos[*above].children[index.row()];
}

const CachedRepo *CacheModel::repoAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.model() != this)
        return nullptr;
    return &m_repos[index.internalId() == 0 ? index.row() : m_rowOf[index.internalId()]].repo;
}

QModelIndex CacheModel::indexOf(const QString &folder) const
{
    const auto repo = std::ranges::find_if(m_repos, [&](const Repo &known) { return known.repo.folder == folder; });
    return repo == m_repos.cend() ? QModelIndex() : index(int(repo - m_repos.cbegin()), 0);
}

CacheChoice CacheModel::choiceOf(const QModelIndex &index) const
{
    const CachedRepo *repo = repoAt(index);
    if (!repo)
        return {};
    const Child *child = childAt(index);
    if (!child)
        return {repo->folder, {}, true, true};
    return child->isParts() ? CacheChoice{repo->folder, {}, false, true}
                            : CacheChoice{repo->folder, {child->commit.commit}};
}

QList<CacheChoice> CacheModel::checked() const
{
    QList<CacheChoice> choices;
    for (const Repo &repo : m_repos) {
        const Qt::CheckState state = repo.state();
        if (state == Qt::Unchecked)
            continue;
        CacheChoice choice{repo.repo.folder, {}, state == Qt::Checked};
        for (const Child &child : repo.children) {
            if (child.isChecked && child.isParts())
                choice.parts = true;
            else if (child.isChecked)
                choice.commits << child.commit.commit;
        }
        choices << choice;
    }
    return choices;
}

void CacheModel::checkWhatNobodyNames()
{
    for (int row = 0; row < m_repos.size(); ++row) {
        for (Child &child : m_repos[row].children)
            child.isChecked = child.isParts() || child.commit.refs.isEmpty();
        const QModelIndex above = index(row, 0);
        Q_EMIT dataChanged(above, above, {Qt::CheckStateRole});
        if (const int last = rowCount(above) - 1; last >= 0)
            Q_EMIT dataChanged(index(0, 0, above), index(last, 0, above), {Qt::CheckStateRole});
    }
    Q_EMIT checksChanged();
}

void CacheModel::clearChecks()
{
    for (int row = 0; row < m_repos.size(); ++row) {
        if (m_repos[row].state() != Qt::Unchecked)
            check(index(row, 0), false);
    }
    Q_EMIT checksChanged();
}

/// A repository stands for all below it.
void CacheModel::check(const QModelIndex &at, bool isChecked)
{
    const QModelIndex above = at.internalId() == 0 ? at.siblingAtColumn(0) : at.parent();
    Repo &repo = m_repos[above.row()];
    const int first = at.internalId() == 0 ? 0 : at.row();
    const int last = at.internalId() == 0 ? int(repo.children.size()) - 1 : at.row();
    for (int i = first; i <= last; ++i)
        repo.children[i].isChecked = isChecked;
    repo.isChecked = isChecked;
    if (last >= first)
        Q_EMIT dataChanged(index(first, 0, above), index(last, 0, above), {Qt::CheckStateRole});
    Q_EMIT dataChanged(above, above, {Qt::CheckStateRole});
}

bool CacheModel::setData(const QModelIndex &at, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || at.column() != CacheColumn::Name
        || !checkIndex(at, CheckIndexOption::IndexIsValid))
        return false;
    check(at, value.toInt() != Qt::Unchecked);
    Q_EMIT checksChanged();
    return true;
}

Qt::ItemFlags CacheModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    return index.column() == CacheColumn::Name ? flags | Qt::ItemIsUserCheckable : flags;
}

QModelIndex CacheModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_repos[parent.row()].id : quintptr(0));
}

QModelIndex CacheModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    const int row = m_rowOf.value(index.internalId(), -1);
    return row < 0 ? QModelIndex() : createIndex(row, 0, quintptr(0));
}

int CacheModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_repos.size());
    return parent.internalId() == 0 && parent.column() == 0 ? int(m_repos[parent.row()].children.size()) : 0;
}

int CacheModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return CacheColumn::Count;
}

QVariant CacheModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Repo &repo = m_repos[index.internalId() == 0 ? index.row() : m_rowOf[index.internalId()]];
    const Child *child = childAt(index);
    switch (role) {
    case KindRole: return int(repo.repo.kind);
    case FolderRole: return repo.repo.folder;
    case CommitRole: return child ? child->commit.commit : QVariant();
    case IsPartsRole: return child && child->isParts();
    default: break;
    }
    switch (index.column()) {
    case CacheColumn::Name: return nameData(repo, child, role);
    case CacheColumn::Note: return noteData(repo, child, role);
    default: return figureData(repo, child, index.column(), role);
    }
}

QVariant CacheModel::nameData(const Repo &repo, const Child *child, int role) const
{
    switch (role) {
    case SortRole:
    case Qt::DisplayRole:
        if (!child)
            return core::visible(repo.repo.name);
        return child->isParts() ? tr("Partial downloads") : models::commitNameOf(child->commit);
    case Qt::ToolTipRole: return child && !child->isParts() ? core::visible(child->commit.commit) : QVariant();
    case Qt::CheckStateRole: return child ? int(child->isChecked ? Qt::Checked : Qt::Unchecked) : int(repo.state());
    case models::IconNameRole:
        if (!child)
            return models::cacheIconOf(repo.repo.kind);
        return child->isParts() ? u"download"_s : child->commit.refs.isEmpty() ? u"commit"_s : u"branch"_s;
    case models::ToneRole: return int(models::Tone::Neutral);
    default: return {};
    }
}

QVariant CacheModel::figureData(const Repo &repo, const Child *child, int column, int role) const
{
    const qint64 bytes
        = child ? child->bytes : repo.repo.bytes + (repo.repo.contents.isEmpty() ? repo.repo.unusedBytes : 0);
    const qint64 files = child ? child->files : repo.repo.contents.size();
    const qint64 used = child ? child->commit.accessed : repo.repo.accessed;
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    switch (column) {
    case CacheColumn::Share: {
        const double share = m_largest > 0 ? double(bytes) / double(m_largest) : 0;
        if (role == models::ShareRole || role == SortRole)
            return share;
        return role == Qt::AccessibleTextRole ? tr("%1 of the largest").arg(core::percentText(share)) : QVariant();
    }
    case CacheColumn::Size:
        if (role == models::BytesRole || role == SortRole)
            return bytes;
        return role == Qt::AccessibleTextRole ? core::sizeText(bytes) : QVariant();
    case CacheColumn::Files:
        if (role == SortRole)
            return files;
        return isText ? core::countText(files) : QVariant();
    case CacheColumn::Used: {
        if (role == SortRole)
            return used;
        const QDateTime when = QDateTime::fromMSecsSinceEpoch(used);
        if (role == Qt::ToolTipRole)
            return QLocale().toString(when, QLocale::LongFormat);
        return isText ? core::whenText(when, QDateTime::currentDateTimeUtc()) : QVariant();
    }
    default: return {};
    }
}

QVariant CacheModel::noteData(const Repo &repo, const Child *child, int role)
{
    const bool isProblem = !child && repo.repo.problem != CacheProblem::None;
    const int revisions = int(repo.repo.commits.size());
    switch (role) {
    case SortRole:
    case Qt::DisplayRole:
        if (child)
            return child->note;
        if (isProblem)
            return models::problemNoteOf(repo.repo.problem);
        return revisions > 1 ? tr("%Ln revisions", nullptr, revisions) : QString();
    case Qt::ToolTipRole: return isProblem ? models::problemTextOf(repo.repo) : QVariant();
    case Qt::AccessibleDescriptionRole: return isProblem ? models::problemTextOf(repo.repo) : QVariant();
    case models::ToneRole: return int(child ? models::Tone::Neutral : models::problemToneOf(repo.repo.problem));
    case models::IconNameRole:
        if (!isProblem)
            return {};
        return models::problemToneOf(repo.repo.problem) == models::Tone::Danger ? u"damaged"_s : u"warning"_s;
    default: return {};
    }
}

QVariant CacheModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isFigure = section >= CacheColumn::Size && section <= CacheColumn::Used;
    if (role == Qt::TextAlignmentRole && isFigure)
        return int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CacheColumn::Name: return tr("Repository and revision");
    case CacheColumn::Share: return tr("Share");
    case CacheColumn::Size: return tr("Size");
    case CacheColumn::Files: return tr("Files");
    case CacheColumn::Used: return tr("Last used");
    case CacheColumn::Note: return tr("Note");
    default: return {};
    }
}
