// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace localhub {

enum class RepoType { Model, Dataset, Space };

/// What one repository is called: its type, and "owner/name". As bytes, since it becomes part of addresses and of
/// paths.
struct RepoName {
    RepoType type = RepoType::Model;
    QByteArray owner;
    QByteArray name;

    /// "owner/name".
    QByteArray id() const { return owner + '/' + name; }
    /// What stands before the id in the address of a page: "", "datasets/" or "spaces/".
    QByteArray webPrefix() const;
    /// Whether owner and name are what the Hub lets be created: [A-Za-z0-9_.-], 1 to 96 of them each, starting and
    /// ending with a letter, a digit or '_'; without "--" and ".."; the name without ".git" at its end.
    bool isValid() const;

    friend bool operator==(const RepoName &, const RepoName &) = default;
};

size_t qHash(const RepoName &name, size_t seed = 0) noexcept;

/// "models", "datasets" or "spaces", as addresses and the command line have it.
QByteArray plural(RepoType type);
std::optional<RepoType> repoTypeOf(QByteArrayView plural);

}  // namespace localhub
