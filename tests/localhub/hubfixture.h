// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/rawclient.h"
#include "localhub/server.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using namespace localhub;

inline const RepoName kModel{RepoType::Model, "ada", "engine"};
inline const QByteArray kLarge = QByteArray("0123456789").repeated(100000);

/// A hub with a model of two commits, a private and a gated one, and 250 datasets; ada owns all, cleo is admitted.
class HubFixture
{
public:
    explicit HubFixture(bool hasFaults = false)
    {
        const auto store = Store::open(m_dir.path());
        fill(**store);
        m_server = *Server::start(
            *store, {.users = {{"ada", "hf_ada"}, {"bob", "hf_bob", false}, {"cleo", "hf_cleo"}}, .faults = hasFaults});
    }

    static NewCommit commitOf(const QByteArray &title, const QList<Change> &changes)
    {
        static qint64 seconds = 1700000000;
        return {.authorName = "Ada",
                .authorEmail = "ada@example.org",
                .time = QDateTime::fromSecsSinceEpoch(++seconds, QTimeZone::utc()),
                .message = title,
                .changes = changes};
    }

    RawClient client() const { return RawClient(m_server->port()); }
    Reply get(const QByteArray &target, const QByteArray &token = {}) const
    {
        return client().get(
            target, token.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{"Authorization: Bearer " + token});
    }
    static QByteArray next(const Reply &reply)
    {
        const QByteArray link = reply.headers.value("link");
        if (!link.endsWith(">; rel=\"next\""))
            return {};
        const QByteArray address = link.sliced(1, link.indexOf('>') - 1);
        return address.sliced(address.indexOf('/', 7));
    }
    static QByteArrayList names(const Reply &reply, const QString &key)
    {
        QByteArrayList names;
        for (const QJsonValue item : reply.json().array())
            names += item[key].toString().toUtf8();
        return names;
    }
    void fill(Store &store)
    {
        QVERIFY(!store.createRepo(kModel,
                                  {.createdAt = QDateTime::fromSecsSinceEpoch(1600000000, QTimeZone::utc()),
                                   .tags = {u"fun"_s},
                                   .likes = 3}));
        const auto large = store.putLarge(kLarge);
        QVERIFY(large);
        m_first = *store.commit(
            kModel, "main",
            commitOf("First",
                     {Change::put("README.md", "---\nlicense: mit\n---\n# Hi\n"), Change::put("old.txt", "old")}));
        m_commit = *store.commit(
            kModel, "main",
            commitOf("Second <b>\n\nMore.",
                     {Change::putLarge("sub/big.bin", *large), Change::put("sub/deep/a b#%+\xc3\xbc.txt", "abc"),
                      Change::put("empty", ""), Change::remove("old.txt")}));
        QVERIFY(!store.createBranch(kModel, "feat/x", m_first));
        QVERIFY(!store.createTag(kModel, "v1", m_first));
        QVERIFY(!store.createPullRequest(kModel, 1, m_first));
        for (int i = 0; i < 250; ++i)
            QVERIFY(!store.createRepo({RepoType::Dataset, "ada", "d" + QByteArray::number(i)}, {.downloads = i % 7}));
        QVERIFY(!store.createRepo({RepoType::Model, "ada", "secret"}, {.isPrivate = true}));
        QVERIFY(store.commit({RepoType::Model, "ada", "secret"}, "main", commitOf("x", {Change::put("a", "b")})));
        QVERIFY(!store.createRepo({RepoType::Model, "ada", "gated"}, {.gate = Gate::Manual, .admitted = {u"cleo"_s}}));
        QVERIFY(store.commit({RepoType::Model, "ada", "gated"}, "main", commitOf("x", {Change::put("a", "b")})));
    }

    QTemporaryDir m_dir;
    std::shared_ptr<Server> m_server;
    QByteArray m_first;
    QByteArray m_commit;
};
