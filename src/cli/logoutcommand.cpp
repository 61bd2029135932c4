// SPDX-License-Identifier: Apache-2.0
#include "cli/logoutcommand.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

void LogoutCommand::describe(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(u"name"_s, tr("Who; without it, who is in use."), u"[NAME]"_s);
}

QString LogoutCommand::take(const QCommandLineParser &parser)
{
    if (parser.positionalArguments().size() > 1)
        return tr("Name one account.");
    m_name = parser.positionalArguments().value(0);
    return {};
}

void LogoutCommand::start()
{
    const QUrl &endpoint = engine()->options().endpoint;
    const QList<Account> all = accounts()->at(endpoint);
    const auto named = std::ranges::find(all, m_name, &Account::name);
    const auto account = m_name.isEmpty() ? accounts()->chosen(endpoint)
        : named == all.end()              ? std::nullopt
                                          : std::optional(*named);
    if (!account) {
        const QString why
            = m_name.isEmpty() ? tr("Nobody is signed in at %1.") : tr("Nobody of that name is signed in at %1.");
        return fail({Error::Kind::Unauthorized, why.arg(endpoint.host())});
    }
    accounts()->signOut(*account, this, [this, account](const KeychainAnswer &answer) {
        if (const auto error = answer.error())
            return fail(*error);
        terminal()->line(tr("Signed out %1 at %2.").arg(account->name(), account->endpoint.host()));
        Q_EMIT finished(cli::Done);
    });
}
