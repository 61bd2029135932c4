// SPDX-License-Identifier: Apache-2.0
#include "support/disk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

// A test whose disk does not take its files means nothing: it ends at once.

void disk::put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

void disk::makeLink(const QString &text, const QString &path)
{
    if (!QDir().mkpath(QFileInfo(path).path())
        || ::symlink(QFile::encodeName(text).constData(), QFile::encodeName(path).constData()) != 0)
        qFatal("%s cannot be linked", qPrintable(path));
}

QByteArray disk::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<none>");
}

QByteArray disk::linkAt(const QString &path)
{
    char text[4096];
    const ssize_t length = ::readlink(QFile::encodeName(path).constData(), text, sizeof text);
    return length < 0 ? QByteArray("<no link>") : QByteArray(text, length);
}

bool disk::isThere(const QString &path)
{
    struct stat found = {};
    return ::lstat(QFile::encodeName(path).constData(), &found) == 0;
}

unsigned disk::modeOf(const QString &path)
{
    struct stat found = {};
    return ::stat(QFile::encodeName(path).constData(), &found) == 0 ? found.st_mode & 07777 : 0;
}
