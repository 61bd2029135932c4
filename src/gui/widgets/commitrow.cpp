// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/commitrow.h"

#include "models/itemroles.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace look {

namespace {

constexpr qsizetype kShownDigits = 7;

QString labelOf(const QString &commit)
{
    const bool whole = commit.size() <= kShownDigits;
    return CommitRow::tr("Commit %1").arg(whole ? commit : commit.first(kShownDigits) + u'…');
}

}

void CommitRow::setText(const QString &text)
{
    static const QRegularExpression hex(u"\\A[0-9a-f]{7,40}\\z"_s);
    const QString typed = text.trimmed().toLower();
    const QString commit = hex.match(typed).hasMatch() ? typed : QString();
    if (commit == m_commit)
        return;
    if (commit.isEmpty()) {
        beginRemoveRows({}, 0, 0);
        m_commit.clear();
        endRemoveRows();
    } else if (m_commit.isEmpty()) {
        beginInsertRows({}, 0, 0);
        m_commit = commit;
        endInsertRows();
    } else {
        m_commit = commit;
        Q_EMIT dataChanged(index(0), index(0));
    }
}

int CommitRow::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_commit.isEmpty() ? 0 : 1;
}

QVariant CommitRow::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return labelOf(m_commit);
    case models::IconNameRole: return u"commit"_s;
    case models::RevisionRole: return m_commit;
    default: return {};
    }
}

}
