// SPDX-License-Identifier: Apache-2.0
#include "transfer/downloadplan.h"

#include "core/safename.h"
#include "transfer/downloadchoice.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace {

bool needsBytes(const DownloadPlan::File &file)
{
    return file.presence == Presence::Absent || file.presence == Presence::Part;
}

QString whyRefused(const RemoteFile &file, const QSet<QString> &seen, const Destination &destination)
{
    const QString why = destination.whyUnsafe(file.path);
    if (!why.isEmpty())
        return why;
    const bool isWhole = file.etag().isEmpty() && destination.presenceOf(file) == Presence::Whole;
    if (!core::isContentName(file.etag()) && !isWhole)
        return QCoreApplication::translate("transfer", "The Hub names no hash for its content.");
    if (seen.contains(file.path))
        return QCoreApplication::translate("transfer", "The Hub lists it twice.");
    return {};
}

}  // namespace

qint64 DownloadPlan::bytes() const
{
    qint64 sum = 0;
    for (const File &file : files)
        sum += qMax<qint64>(0, file.file.size);
    return sum;
}

qint64 DownloadPlan::bytesHere() const
{
    qint64 sum = 0;
    for (const File &file : files)
        sum += file.here;
    return sum;
}

qint64 DownloadPlan::bytesToFetch() const
{
    qint64 sum = 0;
    QSet<QString> counted;
    for (const File &file : files) {
        if (!needsBytes(file) || counted.contains(file.file.etag()))
            continue;
        counted << file.file.etag();
        sum += qMax<qint64>(0, file.file.size - file.here);
    }
    return sum;
}

int DownloadPlan::filesToFetch() const
{
    return int(std::ranges::count_if(files, needsBytes));
}

DownloadPlan transfer::planOf(const DownloadWish &wish, const QString &commit, const RemoteFiles &tree,
                              const Destination &destination)
{
    DownloadPlan plan{commit, {}, {}};
    const DownloadChoice choice(wish);
    QSet<QString> seen;
    for (const RemoteFile &file : tree) {
        if (!choice.takes(file.path))
            continue;
        const QString why = whyRefused(file, seen, destination);
        if (!why.isEmpty()) {
            plan.refused << DownloadPlan::Refused{file.path, why};
            continue;
        }
        seen << file.path;
        DownloadPlan::File planned{file, destination.presenceOf(file), 0};
        if (planned.presence == Presence::Part)
            planned.here = QFileInfo(destination.part(file)).size();
        else if (planned.presence != Presence::Absent)
            planned.here = qMax<qint64>(0, file.size);
        if (file.size >= 0)
            planned.here = qMin(planned.here, file.size);
        plan.files << planned;
    }
    return plan;
}
