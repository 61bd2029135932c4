// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/location.h"

#include <QJsonObject>
#include <QUrl>

#include <optional>

/// A saved connection: a repository of a Hub under a name of somebody's own, and as whom it is asked for.
///
/// Its fields in JSON are those of a file source's instance in Galaxy ("repo_type", "repo_id", "revision"). It has no
/// secret: a token that somebody wrote into such a file is not read.
struct Source {
    static constexpr qsizetype kLongestName = 100;

    QString id = {};  ///< Made once, for this computer alone.
    QString name = {};
    QUrl endpoint = {};  ///< Always said: a source means the same whatever Hub is chosen later. As endpointOf() has it.
    RepoId repo = {};
    QString revision = {};  ///< Empty: main.
    QString commit = {};    ///< Where it stays, whatever becomes of \a revision; empty: it goes along.
    QString account = {};   ///< Empty: whoever is chosen there. A name and no more: it signs nobody in.

    static QString newId();
    /// One line that shows all of itself, of at most kLongestName letters.
    static bool isName(const QString &text);
    /// Scheme, host, port and path, each said in one way; not valid where \a text is no http or https address.
    static QUrl endpointOf(const QString &text);
    /// "main" is what an empty revision means.
    static QString revisionOf(const QString &text);

    Location location() const { return {repo, commit.isEmpty() ? revision : commit, {}}; }
    bool isAt(const QUrl &hub) const;  ///< By scheme, host and port.
    /// Whether it is the same connection of the same name, whatever the ids; the Hub knows no case in names.
    bool isSame(const Source &other) const;

    QJsonObject toJson() const;  ///< Without the id.
    /// Nothing where \a json is no source: it comes from a file that anybody may have written.
    static std::optional<Source> of(const QJsonObject &json);

    friend bool operator==(const Source &, const Source &) = default;
};
