// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/server.h"
#include "localhub/store/store.h"

#include <QMap>
#include <QTemporaryDir>
#include <QUrl>

#include <stdexcept>

/// A real Hub with one repository, models/o/m, that a test fills; it serves as long as it is there, and knows the
/// token that OneToken has. Where it was made with faults, Faults can have it misbehave.
class TestHub
{
public:
    const localhub::RepoName name{localhub::RepoType::Model, "o", "m"};

    explicit TestHub(bool hasFaults = false) : m_hasFaults(hasFaults)
    {
        m_store = *localhub::Store::open(m_dir.path());
        if (m_store->createRepo(name, {}))
            throw std::runtime_error("no repository");
        start();
    }

    void start()
    {
        m_server = *localhub::Server::start(m_store,
                                            {.port = m_port, .users = {{"ada", "hf_secret"}}, .faults = m_hasFaults});
        m_port = m_server->port();
    }
    void stop() { m_server.reset(); }
    QUrl url() const { return QUrl(m_server->url()); }
    localhub::Store &store() { return *m_store; }

    /// Answers the new commit.
    QString commit(const QByteArray &branch, const QList<localhub::Change> &changes)
    {
        const localhub::NewCommit made{"Ada", "ada@example.org", {}, "Change", {}, changes};
        return QString::fromLatin1(*m_store->commit(name, branch, made));
    }
    /// As main, each file by its path; those of over a megabyte in LFS.
    QString commit(const QMap<QString, QByteArray> &files)
    {
        QList<localhub::Change> changes;
        for (auto it = files.begin(); it != files.end(); ++it) {
            const QByteArray path = it.key().toUtf8();
            changes << (it->size() > 1'000'000 ? large(path, *it) : localhub::Change::put(path, *it));
        }
        return commit("main", changes);
    }
    localhub::Change large(const QByteArray &path, const QByteArray &bytes)
    {
        return localhub::Change::putLarge(path, *m_store->putLarge(bytes));
    }

private:
    const bool m_hasFaults;
    quint16 m_port = 0;  // The same after stop() and start().
    QTemporaryDir m_dir;
    std::shared_ptr<localhub::Store> m_store;
    std::shared_ptr<localhub::Server> m_server;
};
