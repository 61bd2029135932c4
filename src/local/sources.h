// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "local/source.h"

#include <QList>
#include <QObject>

class Settings;

/// The saved sources, kept in the settings in an order of somebody's own.
///
/// Another program of ours may change them at any time: each change reads them anew first.
class Sources final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kMost = 500;

    /// What became of the sources of a document.
    struct Import {
        int added = 0;
        int known = 0;   ///< Were there already.
        int unread = 0;  ///< Are none, or too many.

        friend bool operator==(const Import &, const Import &) = default;
    };

    /// \a settings outlives it.
    explicit Sources(Settings *settings, QObject *parent = nullptr);

    const QList<Source> &all() const { return m_sources; }
    std::optional<Source> find(const QString &id) const;
    qsizetype indexOf(const QString &id) const;  ///< -1: none.
    void add(const Source &source) { insert(m_sources.size(), source); }
    /// Gets an id where it has none; nothing where kMost are there.
    void insert(qsizetype at, const Source &source);
    void replace(const Source &source);  ///< The one of its id.
    void move(const QString &id, qsizetype to);
    void remove(const QString &id);

    /// The account that the repository is tied to: of the first source that names it at that Hub, and an account.
    /// Empty: none.
    QString accountFor(const QUrl &endpoint, const RepoId &repo) const;

    /// All of them as a document for other people and computers: {"hubdeck_sources": 1, "sources": […]}.
    QByteArray exported() const;
    /// Adds what such a document has. It gives no permission: nothing is opened, asked or sent by it, and the account
    /// that a source names counts only where that account is signed in at that very Hub, on this computer.
    /// Error::Kind::Refused where \a document is none.
    Result<Import> importFrom(const QByteArray &document);

Q_SIGNALS:
    void changed();

private:
    bool read();
    void write();
    void keep();

    Settings *m_settings;
    QList<Source> m_sources;
};
