// SPDX-License-Identifier: Apache-2.0
#include "models/commitmodel.h"

#include "core/plaintext.h"
#include "core/texts.h"
#include "engine/commitlist.h"

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestTitle = 400;
constexpr qsizetype kLongestName = 80;
constexpr qsizetype kShownAuthors = 3;
constexpr qsizetype kShortCommit = 7;

/// The first line of \a text, at most \a length long, with all in it to be seen.
QString oneLine(const QString &text, qsizetype length)
{
    const QString line = text.trimmed().section(u'\n', 0, 0).trimmed();
    return core::visible(line.size() > length ? line.first(length) + u'…' : line);
}

QString authorsText(const QStringList &authors)
{
    QStringList names;
    for (const QString &author : authors.first(qMin(authors.size(), kShownAuthors)))
        names << oneLine(author, kLongestName);
    names.removeAll({});
    const auto others = int(authors.size() - kShownAuthors);
    if (others > 0)
        names << CommitModel::tr("%Ln more", nullptr, others);
    return names.join(u", "_s);
}

}  // namespace

CommitModel::CommitModel(CommitList *list, QObject *parent) : QAbstractListModel(parent)
{
    connect(list, &CommitList::restarted, this, &CommitModel::clear);
    connect(list, &CommitList::added, this, &CommitModel::add);
}

void CommitModel::clear()
{
    if (m_rows.isEmpty())
        return;
    beginResetModel();
    m_rows.clear();
    m_rowOf.clear();
    endResetModel();
}

void CommitModel::add(const QList<Commit> &commits)
{
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(commits.size()) - 1);
    for (const Commit &commit : commits) {
        m_rowOf.insert(commit.id, int(m_rows.size()));
        m_rows << rowOf(commit);
    }
    endInsertRows();
}

void CommitModel::setCommits(const QList<Commit> &commits)
{
    clear();
    if (!commits.isEmpty())
        add(commits);
}

CommitModel::Row CommitModel::rowOf(const Commit &commit)
{
    QStringList note{authorsText(commit.authors)};
    if (commit.date.isValid())
        note << core::momentText(commit.date);
    note.removeAll({});
    const bool hasTitle = !commit.title.trimmed().isEmpty();
    QString title = oneLine(hasTitle ? commit.title : commit.message, kLongestTitle);
    if (title.isEmpty())
        title = tr("Without a title");
    const QString &body = commit.message;
    const bool isApart = !body.isEmpty() && !body.startsWith(commit.title);
    return {commit.id, title, note.join(u" · "_s),
            isApart              ? commit.title + u"\n\n"_s + body
                : body.isEmpty() ? commit.title
                                 : body};
}

void CommitModel::setCurrent(const QString &commit)
{
    if (commit == m_current)
        return;
    const QString before = std::exchange(m_current, commit);
    for (const QString &changed : {before, commit}) {
        if (const int row = m_rowOf.value(changed, -1); row >= 0)
            Q_EMIT dataChanged(index(row), index(row), {CurrentRole, models::ToneRole, Qt::AccessibleTextRole});
    }
}

int CommitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString CommitModel::spoken(const Row &row) const
{
    QStringList words{row.title};
    if (!row.note.isEmpty())
        words << row.note;
    words << tr("commit %1").arg(row.id.first(kShortCommit));
    if (row.id == m_current)
        words << tr("the commit in front");
    return words.join(u", "_s);
}

QVariant CommitModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::AccessibleTextRole: return spoken(row);
    case models::NoteRole: return row.note;
    case models::IconNameRole: return u"commit"_s;
    case models::RevisionRole: return row.id;
    case MessageRole: return row.message;
    case CurrentRole: return row.id == m_current;
    default: return {};
    }
}
