// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QJsonDocument>
#include <QString>

/// Where the program writes: results to stdout, everything else to stderr, a line of progress only where somebody
/// watches (stderr is a terminal). Control characters of servers are made visible, so that no name moves the cursor.
class Terminal
{
public:
    Terminal();

    void line(const QString &text);       ///< A result.
    void path(const QString &localPath);  ///< A result that scripts use as it is: bytes unchanged.
    void json(const QJsonDocument &document);
    void note(const QString &text);      ///< For people, on stderr.
    void error(const Error &error);      ///< "error: ", its sentence and what the server said.
    void progress(const QString &text);  ///< Replaces the line of progress; nothing where nobody watches.
    void clearProgress();

    bool isWatched() const { return m_watched; }

private:
    bool m_watched;
    bool m_progressShown = false;
};
