// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.h"

#include "core/plaintext.h"

#include <QFile>

#include <unistd.h>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

void put(FILE *where, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), where);  // stdio flushes by line where somebody watches.
}

}  // namespace

Terminal::Terminal() : m_watched(::isatty(STDERR_FILENO) == 1) {}

void Terminal::line(const QString &text)
{
    clearProgress();
    put(stdout, core::visible(text).toUtf8() + '\n');
}

void Terminal::path(const QString &localPath)
{
    clearProgress();
    put(stdout, QFile::encodeName(localPath) + '\n');
}

void Terminal::json(const QJsonDocument &document)
{
    clearProgress();
    put(stdout, document.toJson(QJsonDocument::Indented));
}

void Terminal::note(const QString &text)
{
    clearProgress();
    put(stderr, core::visible(text).toUtf8() + '\n');
}

void Terminal::error(const Error &error)
{
    note(u"error: "_s + error.message);
    if (!error.detail.isEmpty())
        note(u"       "_s + error.detail);
}

void Terminal::progress(const QString &text)
{
    if (!m_watched)
        return;
    put(stderr, "\r\x1b[K" + core::visible(text).toUtf8());
    m_progressShown = true;
}

void Terminal::clearProgress()
{
    if (m_progressShown)
        put(stderr, "\r\x1b[K");
    m_progressShown = false;
}
