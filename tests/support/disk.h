// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

/// What tests put on a disk and find there, links included: QFile and QFileInfo follow them.
namespace disk {

void put(const QString &path, const QByteArray &bytes);  ///< Makes its folders, too.
void makeLink(const QString &text, const QString &path);
QByteArray contentOf(const QString &path);  ///< "<none>" where it cannot be read.
QByteArray linkAt(const QString &path);     ///< The link's text, or "<no link>".
bool isThere(const QString &path);          ///< Also as a link that dangles.
unsigned modeOf(const QString &path);       ///< The permissions, links followed; 0 where there is nothing.

}  // namespace disk
