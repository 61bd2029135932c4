// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/engine.h"
#include "engine/reposession.h"
#include "hub/credentials.h"
#include "support/smallhub.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>

/// Has no token for anybody and counts who asks: one question to the Hub each.
class Questions final : public Credentials
{
public:
    QByteArray token(const QUrl &, const QString &) const override
    {
        ++m_count;
        return {};
    }
    int take() const { return m_count.exchange(0); }

private:
    mutable std::atomic<int> m_count = 0;
};

/// A Hub with a small and a large repository, and an engine with a cache of its own to open sessions on.
class SessionRig
{
protected:
    const localhub::RepoName m_name{localhub::RepoType::Model, "demo", "tiny"};
    const localhub::RepoName m_large{localhub::RepoType::Dataset, "demo", "large"};
    const RepoId m_repo{RepoType::Model, QStringLiteral("demo/tiny")};
    const RepoId m_largeRepo{RepoType::Dataset, QStringLiteral("demo/large")};
    std::unique_ptr<SmallHub> m_hub;
    QString m_first;
    QString m_head;
    std::unique_ptr<QTemporaryDir> m_cache;
    std::shared_ptr<Questions> m_questions;
    std::unique_ptr<Engine> m_engine;

    void makeHub()
    {
        using localhub::Change;
        m_hub = std::make_unique<SmallHub>();
        m_first = m_hub->commit(m_name, "main", {Change::put("README.md", "# Tiny\n")}, "First");
        m_head = m_hub->commit(m_name, "main",
                               {Change::put("config.json", "{}"), Change::put("onnx/a.json", "1234"),
                                Change::put("onnx/deep/b.json", "123456"), Change::put("umlaut \xc3\xa4#%+.txt", "x")},
                               "Second");
        QVERIFY(!m_hub->store().createBranch(m_name, "feat/x", m_first.toLatin1()));
        QVERIFY(!m_hub->store().createTag(m_name, "v1.0", m_first.toLatin1()));
        QVERIFY(!m_hub->store().createPullRequest(m_name, 1, m_first.toLatin1()));
        QList<Change> many{Change::put("README.md", "# Large\n"), Change::put("z/last.txt", "z")};
        for (int number = 0; number < 12'000; ++number)
            many << Change::put("files/" + QByteArray::number(number).rightJustified(6, '0') + ".txt", "x");
        m_hub->commit(m_large, "main", many);
    }

    void emptyCache()
    {
        m_cache = std::make_unique<QTemporaryDir>();
        makeEngine();
    }

    void makeEngine(bool isOffline = false)
    {
        m_engine.reset();
        m_questions = std::make_shared<Questions>();
        m_engine = std::make_unique<Engine>(EngineOptions{.endpoint = m_hub->url(),
                                                          .cacheRoot = m_cache->path(),
                                                          .isOffline = isOffline,
                                                          .credentials = m_questions});
    }

    /// A session that has all of its first folder.
    std::unique_ptr<RepoSession> listed(const RepoId &repo, const QString &revision = {})
    {
        auto session = std::make_unique<RepoSession>(m_engine.get(), HubId(), repo, revision);
        QSignalSpy listed(session.get(), &RepoSession::listed);
        QSignalSpy failed(session.get(), &RepoSession::failed);
        session->open();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!listed.isEmpty() || !failed.isEmpty(), 20'000); }();
        if (!failed.isEmpty())
            qWarning("Failed: %ls", qUtf16Printable(failed.first().first().value<Error>().message));
        return session;
    }

    static QStringList namesOf(const RepoSession &session)
    {
        QStringList names;
        for (const FolderEntry &entry : session.entries())
            names << entry.name + (entry.isFolder ? QStringLiteral("/") : QString());
        return names;
    }

    /// Puts \a path into the cache as a download leaves it.
    void keep(const RepoSession &session, const QString &path, const QByteArray &bytes) const
    {
        const RepoCache cache = m_engine->cache(session.repo());
        const RemoteFile file = *session.tree().find(path);
        QVERIFY(!cache.prepare());
        QFile blob(cache.layout().blob(session.repo(), file.etag()));
        QVERIFY(blob.open(QIODevice::WriteOnly));
        blob.write(bytes);
        blob.close();
        QVERIFY(!cache.link(session.commit(), file));
        QVERIFY(!cache.writeRef(session.revision(), session.commit()));
    }
};
