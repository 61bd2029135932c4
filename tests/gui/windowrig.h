// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/accounts.h"
#include "accounts/tokenstore.h"
#include "engine/engine.h"
#include "gui/appearance.h"
#include "gui/mainwindow.h"
#include "hub/credentials.h"
#include "local/settings.h"
#include "support/smallhub.h"

#include <QTest>

/// The real window on m_hub, which the test fills, with a cache and settings of its own; nobody is signed in.
class WindowRig
{
protected:
    std::unique_ptr<SmallHub> m_hub = std::make_unique<SmallHub>();
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Engine> m_engine;
    Keychain m_keychain;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<MainWindow> m_window;

    /// No settings, no cache.
    void emptyDisk()
    {
        end();
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_appearance = std::make_unique<Appearance>(m_settings.get());
    }

    EngineOptions options(const QUrl &endpoint) const
    {
        return {.endpoint = endpoint,
                .cacheRoot = m_folder->filePath(QStringLiteral("cache")),
                .credentials = std::make_shared<Nobody>()};
    }

    void makeEngine(EngineOptions options)  // A copy: they may be those of the engine that goes now.
    {
        m_window.reset();
        m_accounts.reset();
        m_engine = std::make_unique<Engine>(options);
        const auto tokens = options.tokens ? options.tokens : std::make_shared<TokenStore>();
        m_accounts = std::make_unique<Accounts>(m_settings.get(), &m_keychain, tokens);
    }
    void makeEngine(bool isSetOffline = false)
    {
        EngineOptions made = options(m_hub->url());
        made.isOffline = isSetOffline;
        makeEngine(made);
    }

    void openWindow(const QSize &size = {1280, 800})
    {
        m_window = std::make_unique<MainWindow>(m_engine.get(), m_accounts.get(), m_settings.get(), m_appearance.get());
        m_window->resize(size);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void end()
    {
        m_window.reset();
        m_accounts.reset();
        m_engine.reset();
    }

private:
    class Nobody final : public Credentials
    {
    public:
        QByteArray token(const QUrl &, const QString &) const override { return {}; }
    };
};
