// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/server.h"

#include <QTemporaryDir>
#include <QUrl>

/// The in-tree Hub with a store of its own, for as long as a test lasts. Where it was made with faults, Faults can have
/// it misbehave.
class SmallHub
{
public:
    explicit SmallHub(bool hasFaults = false) : SmallHub(localhub::Server::Options{.faults = hasFaults}) {}
    /// For those who sign in.
    explicit SmallHub(localhub::Server::Options options) : m_options(std::move(options))
    {
        auto store = localhub::Store::open(m_dir.path());
        if (!store)
            qFatal("No store: %ls", qUtf16Printable(store.error().message));
        m_store = std::move(*store);
        start();
    }

    void start()
    {
        auto server = localhub::Server::start(m_store, m_options);
        if (!server)
            qFatal("No server: %ls", qUtf16Printable(server.error().message));
        m_server = *server;
        m_options.port = m_server->port();  // The same after stop() and start().
    }
    void stop() { m_server.reset(); }

    QUrl url() const { return QUrl(m_server->url()); }
    localhub::Store &store() const { return *m_store; }

    /// Commits onto \a ref and answers the commit; the repository is made where absent.
    QString commit(const localhub::RepoName &repo, const QByteArray &ref, const QList<localhub::Change> &changes,
                   const QByteArray &message = "Change")
    {
        if (!m_store->contains(repo) && m_store->createRepo(repo, {}))
            qFatal("No repository");
        const auto id = m_store->commit(repo, ref,
                                        {.authorName = "Ada",
                                         .authorEmail = "ada@example.org",
                                         .time = {},
                                         .message = message,
                                         .parent = {},
                                         .changes = changes});
        if (!id)
            qFatal("No commit: %ls", qUtf16Printable(id.error().message));
        return QString::fromLatin1(*id);
    }

private:
    localhub::Server::Options m_options;
    QTemporaryDir m_dir;
    std::shared_ptr<localhub::Store> m_store;
    std::shared_ptr<localhub::Server> m_server;
};
