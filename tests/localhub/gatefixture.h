// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/rawclient.h"
#include "localhub/server.h"
#include "localhub/store/repository.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace localhub;

inline const QByteArray kCard = "---\n"
                                "extra_gated_heading: Who are you?\n"
                                "extra_gated_prompt: >-\n"
                                "  Please say who\n"
                                "  you are.\n"
                                "extra_gated_fields:\n"
                                "  Your name: text\n"
                                "  Why:\n"
                                "    type: select\n"
                                "    options: [Study, Work]\n"
                                "  I agree: checkbox\n"
                                "extra_gated_button_content: Ask\n"
                                "---\n"
                                "# Gated\n";

/// A hub with gated repositories of an organization: ada decides, cleo was let in from the beginning, bob and dora ask.
class GateFixture
{
public:
    void begin()
    {
        m_server.reset();
        m_store.reset();
        m_dir = std::make_unique<QTemporaryDir>();
        open();
        for (const auto &[type, name, gate] :
             {std::tuple(RepoType::Model, "auto", Gate::Auto), std::tuple(RepoType::Model, "manual", Gate::Manual),
              std::tuple(RepoType::Dataset, "manual", Gate::Manual), std::tuple(RepoType::Model, "open", Gate::None)}) {
            const RepoName repo{type, "acme", name};
            QVERIFY(!m_store->createRepo(repo, {.gate = gate, .admitted = {u"cleo"_s}}));
            QVERIFY(m_store->commit(repo, "main",
                                    {.authorName = "A",
                                     .authorEmail = "a@b.c",
                                     .message = "x",
                                     .changes = {Change::put("README.md", kCard), Change::put("a", "b")}}));
        }
        const RepoName secret{RepoType::Model, "acme", "secret"};
        QVERIFY(!m_store->createRepo(secret, {.isPrivate = true, .gate = Gate::Auto}));
    }

    void open()
    {
        m_store = *Store::open(m_dir->path());
        m_server = *Server::start(m_store,
                                  {.users = {{"ada", "hf_ada", true, {"acme"}},
                                             {"ada", "hf_adaRead", false},
                                             {"bob", "hf_bob", false},
                                             {"cleo", "hf_cleo"},
                                             {"dora", "hf_dora"}},
                                   .tokens = {*Token::parse("ada:hf_adaFine:fine-grained;acme=repo.content.read")}});
    }

    static QList<QByteArray> headers(const QByteArray &token)
    {
        return token.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{"Authorization: Bearer " + token};
    }
    Reply get(const QByteArray &target, const QByteArray &token = {}) const
    {
        return RawClient(m_server->port()).get(target, headers(token));
    }
    Reply post(const QByteArray &target, const QByteArray &token, const QByteArray &type, const QByteArray &body) const
    {
        return RawClient(m_server->port()).send("POST", target, headers(token) << "Content-Type: " + type, body);
    }
    Reply ask(const QByteArray &repo, const QByteArray &token, const QByteArray &type = "application/json",
              const QByteArray &body = "{}") const
    {
        return post(repo + "/ask-access", token, type, body);
    }
    Reply handle(const QByteArray &repo, const QByteArray &user, const QByteArray &status) const
    {
        return post("/api/" + repo + "/user-access-request/handle", "hf_ada", "application/json",
                    "{\"user\":\"" + user + "\",\"status\":\"" + status + "\"}");
    }
    QJsonArray list(const QByteArray &repo, const QByteArray &status) const
    {
        return get("/api/" + repo + "/user-access-request/" + status, "hf_ada").json().array();
    }
    QByteArrayList users(const QByteArray &repo, const QByteArray &status) const
    {
        QByteArrayList names;
        for (const QJsonValue item : list(repo, status))
            names += item["user"_L1]["user"_L1].toString().toLatin1();
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::shared_ptr<Store> m_store;
    std::shared_ptr<Server> m_server;
};
