// SPDX-License-Identifier: Apache-2.0
#include "gui/accounts/asker.h"

#include "accounts/accounts.h"
#include "core/plaintext.h"
#include "gui/accounts/accounttexts.h"

using namespace Qt::Literals::StringLiterals;
using Source = TokenStore::Source;

Asker::Asker(const Accounts *accounts, QUrl endpoint, QString account)
    : m_endpoint(std::move(endpoint)),
      m_name(std::move(account)),
      m_account(accounts->find(m_endpoint, m_name)),
      m_trouble(accounts->trouble(m_endpoint, m_name)),
      m_source(accounts->tokens().source(m_endpoint, m_name))
{
}

bool Asker::isSignedIn() const
{
    return m_source != Source::Nobody;
}

bool Asker::hasTrouble() const
{
    return m_trouble.has_value();
}

QString Asker::text() const
{
    const QString host = m_endpoint.host();
    switch (m_source) {
    case Source::Variable: return tr("Token of the environment · %1").arg(host);
    case Source::File: return tr("Login of hf · %1").arg(host);
    case Source::Account:
    case Source::Nobody: break;
    }
    if (m_account)
        return tr("%1 at %2").arg(core::visible(m_account->name()), host);
    return m_name.isEmpty() ? tr("Not signed in · %1").arg(host)
                            : tr("%1 at %2, not signed in").arg(core::visible(m_name), host);
}

QString Asker::sentence() const
{
    switch (m_source) {
    case Source::Variable: return tr("You are signed in with the token in HF_TOKEN.");
    case Source::File: return tr("You are signed in with the token in the file of hf.");
    case Source::Account:
        return m_account ? tr("You are signed in as %1.").arg(core::visible(m_account->name())) : QString();
    case Source::Nobody: break;
    }
    return {};
}

QString Asker::tip() const
{
    switch (m_source) {
    case Source::Variable: return tr("The token comes from HF_TOKEN, which is set in the environment.");
    case Source::File: return tr("The token comes from the file that hf keeps.");
    case Source::Account:
    case Source::Nobody: break;
    }
    if (m_trouble)
        return m_trouble->message;
    if (!m_account)
        return tr("Sign in to see private and gated repositories.");
    const QString where
        = m_account->isKept ? tr("The token comes from the keychain.") : tr("The token is used for this run only.");
    QStringList lines{gui::tokenText(m_account->identity), gui::memberText(m_account->identity),
                      gui::expiryText(m_account->identity), where};
    lines.removeAll({});
    return lines.join(u'\n');
}
