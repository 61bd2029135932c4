// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

/// The hash that names a file's content on the Hub, fed as the bytes come: SHA-256 for large files (LFS, Xet), git's
/// blob SHA-1 for the others. libcrypto does the work: its speed is eight times that of QCryptographicHash.
///
/// Not for two threads at once, but it may move from one to another.
class ContentHash
{
public:
    enum class Kind { Sha256, GitBlob };

    /// \a size counts for Kind::GitBlob alone, whose hash begins with it.
    ContentHash(Kind kind, qint64 size);
    ~ContentHash();
    ContentHash(ContentHash &&) noexcept;
    ContentHash &operator=(ContentHash &&) noexcept;

    void add(QByteArrayView bytes);
    void restart();          ///< Forgets what was added.
    QByteArray hex() const;  ///< Of what was added so far, lower case; more may follow.

    /// Which hash a content name is: 64 hex digits are a SHA-256, 40 a git blob. Ask core::isContentName() first.
    static Kind kindOf(const QString &etag) { return etag.size() == 64 ? Kind::Sha256 : Kind::GitBlob; }

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};
