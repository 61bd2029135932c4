// SPDX-License-Identifier: Apache-2.0
#include "gui/sources/sourcetest.h"

#include "engine/engine.h"
#include "gui/accounts/signin.h"
#include "hub/hubclient.h"

#include <QPointer>

SourceTest::SourceTest(Engine *engine, SignIn *signIn, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_signIn(signIn)
{
}

SourceTest::~SourceTest() = default;

void SourceTest::start(const Source &source)
{
    m_run = std::make_unique<QObject>();
    const HubId hub = m_engine->idOf(source.endpoint, source.account);
    m_signIn->whenReady(hub, [this, source, run = QPointer(m_run.get())] {
        if (run)
            ask(source);
    });
}

void SourceTest::cancel()
{
    m_run.reset();
}

void SourceTest::ask(const Source &source)
{
    const EngineOptions &options = m_engine->options();
    auto *client = new HubClient(m_engine->hub()->network(), source.endpoint, source.account, options.credentials.get(),
                                 HubClient::Purpose::Browse, m_run.get());
    if (options.isOffline)
        client->setOffline();
    client->send(hub::repoInfo(source.repo, source.location().revision), m_run.get(),
                 [this](const Result<RepoInfo> &answer) {
                     m_run.release()->deleteLater();  // It is what calls here.
                     Q_EMIT finished(answer);
                 });
}
