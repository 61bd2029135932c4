// SPDX-License-Identifier: Apache-2.0
#include "models/transfernews.h"

#include "core/plaintext.h"
#include "models/transfertexts.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;
using State = TransferRow::State;

namespace {

/// The translation context of this file.
struct News {
    Q_DECLARE_TR_FUNCTIONS(models::TransferNews)
};

constexpr qsizetype kMostNames = 3;

QString countOf(int count)
{
    return News::tr("%Ln downloads finished", nullptr, count);
}

QString failuresOf(int count)
{
    return News::tr("%Ln downloads failed", nullptr, count);
}

QString nameOf(const TransferRow &row)
{
    return core::visible(row.repo.name);
}

}  // namespace

void TransferNews::note(const QList<TransferRow> &rows)
{
    for (const TransferRow &row : rows) {
        if (row.parent != 0)
            continue;
        const bool isNews = row.state == State::Succeeded || row.state == State::Failed;  // A cancel is none.
        if (!isNews)
            m_ended.remove(row.id);  // It was tried again.
        else if (row.finishedAt >= m_since && m_known.value(row.id) != row.finishedAt)
            m_ended[row.id] = row;
        if (isNews)
            m_known[row.id] = row.finishedAt;
    }
}

TransferNews::Text TransferNews::text() const
{
    int failed = 0;
    QStringList names;
    for (const TransferRow &row : m_ended) {
        failed += row.state == State::Failed ? 1 : 0;
        names << nameOf(row);
    }
    const int finished = int(m_ended.size()) - failed;
    if (m_ended.size() == 1) {
        const TransferRow &row = m_ended.first();
        const QString title = failed ? News::tr("%1 was not downloaded") : News::tr("%1 is on this computer");
        return {title.arg(nameOf(row)), models::noteOf(row), failed > 0};
    }
    QStringList heads;
    if (finished > 0)
        heads << countOf(finished);
    if (failed > 0)
        heads << failuresOf(failed);
    const qsizetype more = names.size() - kMostNames;
    if (more > 0)
        names = names.mid(0, kMostNames) << News::tr("%Ln more", nullptr, int(more));
    return {heads.join(u" · "_s), names.join(u", "_s), failed > 0};
}
