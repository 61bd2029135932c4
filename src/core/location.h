// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/repoid.h"
#include "core/result.h"

class QUrl;

/// A place on the Hub: a repository, one of its revisions, and a folder or file in it.
struct Location {
    RepoId repo;
    QString revision;  ///< Branch, tag, "refs/pr/1" or commit; empty: not said, which means "main".
    QString path;      ///< Without slashes at its ends; empty: the root.

    friend bool operator==(const Location &, const Location &) = default;
};

namespace core {

/// Reads whatever names a repository: "owner/name", "datasets/squad", "owner/name@rev/a/path",
/// "hf://datasets/owner/name@rev/path", and web addresses of \a endpoint, huggingface.co and hf.co with their /tree/,
/// /blob/, /resolve/ and /raw/ forms.
///
/// Two parts are owner/name and more are a path in it; for a name of one part a path needs the revision
/// ("gpt2@main/onnx"). A slash in a revision is "%2F"; "refs/pr/N" and "refs/convert/x" are known as they are.
/// Error::Kind::Refused with a sentence for people where \a text names nothing.
Result<Location> parseLocation(const QString &text, const QUrl &endpoint);

/// The shortest text that parseLocation() reads back: "datasets/squad@v1.0/plain_text".
QString locationText(const Location &location);

/// The same as a link other programs know: "hf://datasets/squad@v1.0/plain_text".
QString hfUri(const Location &location);

}  // namespace core
