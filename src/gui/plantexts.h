// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QUrl>

struct DownloadPlan;
struct DownloadWish;

/// What a download will do, in words.
namespace gui {

QString planText(const DownloadPlan &plan);  ///< "5 files · 929 MB to download"
/// "127 MB already here", "2 names left out", "212 GB free in the cache"; \a free is -1 while unknown.
QStringList planNotes(const DownloadPlan &plan, qint64 free);
QString freeText(qint64 free);

/// The line that does the same in a terminal, quoted for a POSIX shell. \a endpoint: of the Hub, where `hf` asks
/// another one by itself.
QString downloadCommand(const DownloadWish &wish, const QUrl &endpoint = {});

}  // namespace gui
