// SPDX-License-Identifier: Apache-2.0
#include "accounts/accounts.h"

#include "accounts/tokenstore.h"
#include "local/settings.h"

using Outcome = KeychainAnswer::Outcome;

Accounts::Accounts(Settings *settings, Keychain *keychain, std::shared_ptr<TokenStore> tokens, QObject *parent)
    : QObject(parent),
      m_settings(settings),
      m_keychain(keychain),
      m_tokens(std::move(tokens))
{
    readList();
}

Accounts::~Accounts() = default;

void Accounts::readList()
{
    m_settings->sync();
    AccountList list = AccountList::of(m_settings->accounts());
    list.keepOfThisRun(m_list);
    for (const Account &account : m_list.all()) {
        if (!list.find(account.endpoint, account.name()))
            forget(account);  // Another program signed them out.
    }
    m_list = std::move(list);
}

void Accounts::writeList()
{
    m_settings->setAccounts(m_list.toJson());
    m_settings->sync();
}

void Accounts::load(const QUrl &endpoint)
{
    readList();
    const auto account = chosen(endpoint);
    // From now on nobody else's token stands in for theirs.
    m_tokens->choose(endpoint, account ? account->name() : QString());
    if (account && account->isKept)
        return readToken(*account, [this] { Q_EMIT loaded(); });
    QMetaObject::invokeMethod(
        this,
        [this] {
            Q_EMIT changed();
            Q_EMIT loaded();
        },
        Qt::QueuedConnection);
}

void Accounts::load(const QUrl &endpoint, const QString &name, QObject *context, const std::function<void()> &done)
{
    readList();
    if (name.isEmpty() && !m_tokens->hasChoice(endpoint)) {
        const auto account = chosen(endpoint);
        m_tokens->choose(endpoint, account ? account->name() : QString());
    }
    const auto account = find(endpoint, name);
    const auto tell = [context = QPointer(context), done] {
        if (context)
            done();
    };
    if (account && account->isKept && (!m_tokens->has(endpoint, account->name()) || trouble(endpoint, name)))
        readToken(*account, tell);
    else
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

std::optional<Account> Accounts::find(const QUrl &endpoint, const QString &name) const
{
    return name.isEmpty() ? chosen(endpoint) : m_list.find(endpoint, name);
}

std::optional<Error> Accounts::trouble(const QUrl &endpoint, const QString &name) const
{
    const auto account = find(endpoint, name);
    const auto found = account ? m_troubles.constFind(account->key()) : m_troubles.cend();
    return found == m_troubles.cend() ? std::nullopt : std::optional(*found);
}

std::optional<Secret> Accounts::secret(const Account &account) const
{
    const auto found = m_secrets.constFind(account.key());
    return found == m_secrets.cend() ? std::nullopt : std::optional(*found);
}

void Accounts::readToken(const Account &account, std::function<void()> done)
{
    const int version = m_versions.value(account.key());
    m_keychain->read(account.key(), this,
                     [this, account, version, done = std::move(done)](const KeychainAnswer &answer) {
                         if (version == m_versions.value(account.key()))
                             onRead(account, answer);
                         done();
                     });
}

void Accounts::onRead(const Account &account, const KeychainAnswer &answer)
{
    const auto secret = answer.outcome == Outcome::Done ? Secret::of(answer.secret) : std::nullopt;
    if (secret)
        return hold(account, *secret);
    m_troubles[account.key()] = answer.error().value_or(
        Error{Error::Kind::Keychain, tr("The token of %1 is not in the keychain any more.").arg(account.name())});
    Q_EMIT changed();
}

/// From now on requests have it.
void Accounts::hold(const Account &account, const Secret &secret)
{
    ++m_versions[account.key()];
    m_troubles.remove(account.key());
    m_secrets[account.key()] = secret;
    m_tokens->put(account.endpoint, account.name(), secret.token);
    Q_EMIT changed();
}

void Accounts::forget(const Account &account)
{
    ++m_versions[account.key()];
    m_troubles.remove(account.key());
    m_secrets.remove(account.key());
    m_tokens->put(account.endpoint, account.name(), {});
}

void Accounts::signIn(const Account &account, const Secret &secret, Keep keep, QObject *context, const Done &done)
{
    const auto take = [this, account, secret, keep, context = QPointer(context), done](const KeychainAnswer &answer) {
        if (answer.outcome == Outcome::Done) {
            Account taken = account;
            taken.isKept = keep == Keep::InKeychain;
            readList();
            m_list.add(taken);
            m_list.choose(taken.endpoint, taken.name());
            writeList();
            m_tokens->choose(taken.endpoint, taken.name());
            hold(taken, secret);
        }
        if (context)
            done(answer);
    };
    if (keep == Keep::InKeychain)
        m_keychain->write(account.key(), secret.toEntry(), this, take);
    else
        QMetaObject::invokeMethod(
            this, [take] { take({Outcome::Done}); }, Qt::QueuedConnection);
}

void Accounts::signOut(const Account &account, QObject *context, const Done &done)
{
    forget(account);
    auto known = m_list.find(account.endpoint, account.name());
    const bool hasEntry = account.isKept || (known && known->isListed);
    if (known && hasEntry) {
        known->isKept = true;  // What is left of it is in the keychain, should that not let go of it.
        m_list.add(*known);
    }
    const auto drop = [this, account, context = QPointer(context), done](const KeychainAnswer &answer) {
        if (answer.outcome == Outcome::Done) {
            readList();
            forget(account);
            m_list.remove(account);
            writeList();
            const auto next = chosen(account.endpoint);
            choose(account.endpoint, next ? next->name() : QString());
        } else {
            m_troubles[account.key()] = *answer.error();
            Q_EMIT changed();
        }
        if (context)
            done(answer);
    };
    if (hasEntry)
        m_keychain->remove(account.key(), this, drop);
    else
        QMetaObject::invokeMethod(
            this, [drop] { drop({Outcome::Done}); }, Qt::QueuedConnection);
}

void Accounts::choose(const QUrl &endpoint, const QString &name)
{
    readList();
    const auto account = m_list.find(endpoint, name);
    const QString who = account ? name : QString();  // Another program may have signed them out.
    m_list.choose(endpoint, who);
    writeList();
    m_tokens->choose(endpoint, who);
    if (account && account->isKept && !m_tokens->has(endpoint, who))
        readToken(*account, [] {});
    else
        Q_EMIT changed();
}

void Accounts::renew(const Account &account, const Secret &secret)
{
    if (!m_secrets.contains(account.key()))
        return;  // Signed out meanwhile.
    hold(account, secret);
    if (!account.isKept)
        return;
    const int version = m_versions.value(account.key());
    m_keychain->write(account.key(), secret.toEntry(), this, [this, account, version](const KeychainAnswer &answer) {
        const auto error = answer.error();
        if (error && version == m_versions.value(account.key()))
            setTrouble(account, *error);
    });
}

void Accounts::readAgain(const Account &account, QObject *context, std::function<void(bool)> done)
{
    const int version = m_versions.value(account.key());
    const auto take
        = [this, account, version, context = QPointer(context), done = std::move(done)](const KeychainAnswer &answer) {
              const auto read = answer.outcome == Outcome::Done ? Secret::of(answer.secret) : std::nullopt;
              const auto held = secret(account);
              const bool isCurrent = held && version == m_versions.value(account.key());
              if (read && isCurrent && read->token != held->token && read->expires > held->expires)
                  hold(account, *read);
              if (context)
                  done(read.has_value());
          };
    m_keychain->read(account.key(), this, take);
}

void Accounts::setTrouble(const Account &account, const Error &error)
{
    m_troubles.insert(account.key(), error);
    Q_EMIT changed();
}
