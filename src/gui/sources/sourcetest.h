// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "hub/repoinfo.h"
#include "local/source.h"

#include <QObject>

#include <memory>

class Engine;
class SignIn;

/// Asks the Hub of a source for its repository, at its revision and as its account, in one call. The token goes where
/// that account signed in and nowhere else; nobody's is sent to a Hub where nobody did.
///
/// It asks with a client of its own: a Hub that somebody misspelt is not looked at any more afterwards.
class SourceTest final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    SourceTest(Engine *engine, SignIn *signIn, QObject *parent);
    ~SourceTest() override;

    void start(const Source &source);  ///< In the place of one that runs.
    void cancel();                     ///< Nothing is told of it any more.
    bool isRunning() const { return bool(m_run); }

Q_SIGNALS:
    void finished(const Result<RepoInfo> &answer);

private:
    void ask(const Source &source);

    Engine *m_engine;
    SignIn *m_signIn;
    std::unique_ptr<QObject> m_run;  ///< Lasts as long as the test that runs, and so do its questions.
};
