// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/accounts.h"
#include "cli/exitcode.h"
#include "cli/terminal.h"
#include "core/location.h"
#include "engine/engine.h"

#include <QCommandLineParser>
#include <QObject>

/// One thing that hubdeck-cli does: reads its own words, then runs until it says finished() with the exit code.
class Command : public QObject
{
    Q_OBJECT

public:
    Command(Engine *engine, Accounts *accounts, Terminal *terminal)
        : m_engine(engine),
          m_accounts(accounts),
          m_terminal(terminal)
    {
    }

    /// Adds its words to \a parser.
    virtual void describe(QCommandLineParser &parser) const = 0;
    /// What \a parser found; a sentence where the words are off.
    virtual QString take(const QCommandLineParser &parser) = 0;
    virtual void start() = 0;
    /// Ctrl+C: ends soon with ExitCode::Interrupted; what is on the disk stays.
    virtual void interrupt() { Q_EMIT finished(cli::Interrupted); }

Q_SIGNALS:
    void finished(int exitCode);

protected:
    Engine *engine() const { return m_engine; }
    Accounts *accounts() const { return m_accounts; }
    Terminal *terminal() const { return m_terminal; }

    /// Says what went wrong and ends.
    void fail(const Error &error)
    {
        m_terminal->error(error);
        Q_EMIT finished(cli::exitCodeOf(error));
    }

    /// Reads REPO, with --revision where \a parser has it; "main" where neither names one.
    Result<Location> locationOf(const QCommandLineParser &parser, const QString &text) const
    {
        Result<Location> read = core::parseLocation(text, m_engine->options().endpoint);
        if (!read)
            return read;
        Location location = *read;
        const QString option = QStringLiteral("revision");
        if (parser.optionNames().contains(option))  // Not isSet(): it scolds commands that have no such option.
            location.revision = parser.value(option);
        if (location.revision.isEmpty())
            location.revision = QStringLiteral("main");
        return location;
    }

private:
    Engine *m_engine;
    Accounts *m_accounts;
    Terminal *m_terminal;
};
