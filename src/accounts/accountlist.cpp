// SPDX-License-Identifier: Apache-2.0
#include "accounts/accountlist.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

AccountList AccountList::of(const QByteArray &json)
{
    AccountList list;
    const QJsonObject document = QJsonDocument::fromJson(json).object();
    for (const QJsonValue value : document["accounts"_L1].toArray()) {
        if (const auto account = Account::of(value.toObject()))
            list.add(*account);
    }
    const QJsonObject chosen = document["chosen"_L1].toObject();
    for (auto it = chosen.begin(); it != chosen.end(); ++it)
        list.m_chosen.insert(it.key(), it.value().toString());
    return list;
}

QByteArray AccountList::toJson() const
{
    QJsonArray accounts;
    QJsonObject chosen;
    for (const Account &account : m_accounts) {
        if (!account.isListed)
            continue;
        accounts.append(account.toJson());
        const QString origin = hub::originOf(account.endpoint);
        if (m_chosen.value(origin) == account.name())
            chosen.insert(origin, account.name());
    }
    return QJsonDocument(QJsonObject{{u"accounts"_s, accounts}, {u"chosen"_s, chosen}}).toJson(QJsonDocument::Compact);
}

QList<Account> AccountList::at(const QUrl &endpoint) const
{
    QList<Account> accounts = m_accounts;
    accounts.removeIf([&endpoint](const Account &account) { return !account.isAt(endpoint); });
    std::ranges::sort(accounts, {}, &Account::name);
    return accounts;
}

std::optional<Account> AccountList::find(const QUrl &endpoint, const QString &name) const
{
    const auto found = std::ranges::find_if(
        m_accounts, [&](const Account &account) { return account.name() == name && account.isAt(endpoint); });
    return found == m_accounts.end() ? std::nullopt : std::optional(*found);
}

std::optional<Account> AccountList::chosen(const QUrl &endpoint) const
{
    return find(endpoint, m_chosen.value(hub::originOf(endpoint)));
}

void AccountList::add(const Account &account)
{
    const auto before = find(account.endpoint, account.name());
    m_accounts.removeIf([&account](const Account &other) { return other.isSame(account); });
    m_accounts << account;
    m_accounts.last().isListed = account.isKept || (before && before->isListed);
}

void AccountList::remove(const Account &account)
{
    m_accounts.removeIf([&account](const Account &other) { return other.isSame(account); });
    if (m_chosen.value(hub::originOf(account.endpoint)) != account.name())
        return;
    const QList<Account> left = at(account.endpoint);
    choose(account.endpoint, left.isEmpty() ? QString() : left.constFirst().name());
}

void AccountList::choose(const QUrl &endpoint, const QString &name)
{
    m_chosen.insert(hub::originOf(endpoint), name);
}

void AccountList::keepOfThisRun(const AccountList &before)
{
    for (const Account &account : before.m_accounts) {
        if (account.isKept)
            continue;
        add(account);
        const QString origin = hub::originOf(account.endpoint);
        if (before.m_chosen.value(origin) == account.name())
            m_chosen.insert(origin, account.name());
    }
}
