// SPDX-License-Identifier: Apache-2.0
#include "engine/lastchanges.h"

#include "hub/hubclient.h"

using namespace std::chrono_literals;

LastChanges::LastChanges(HubClient *hub, RepoId repo, QString commit, std::shared_ptr<CommitListing> known,
                         QObject *parent)
    : QObject(parent),
      m_hub(hub),
      m_repo(std::move(repo)),
      m_commit(std::move(commit)),
      m_known(std::move(known))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(150ms);
    connect(&m_rest, &QTimer::timeout, this, &LastChanges::ask);
}

void LastChanges::want(const QStringList &paths)
{
    m_wanted = paths;
    m_wanted.removeIf([this](const QString &path) { return m_known->changes.contains(path); });
    if (m_wanted.isEmpty() || m_isUnknown)
        m_rest.stop();
    else if (!m_isAsking)
        m_rest.start();
}

void LastChanges::ask()
{
    if (m_isAsking || m_isUnknown)
        return;
    const QStringList paths = m_wanted.first(qMin(m_wanted.size(), qMin(kMaxPaths, m_left)));
    if (paths.isEmpty())
        return;
    m_isAsking = true;
    m_left -= paths.size();
    m_hub->send(hub::lastChanges(m_repo, m_commit, paths), this,
                [this, paths](const auto &changes) { take(paths, changes); });
}

void LastChanges::take(const QStringList &asked, const Result<QHash<QString, LastChange>> &changes)
{
    m_isAsking = false;
    if (!changes) {
        m_isUnknown = !changes.error().isTransient();
        return;  // What comes in sight next is another try.
    }
    m_isUnknown = changes->isEmpty();
    if (m_isUnknown)
        return;
    for (const QString &path : asked)  // What it left out would only be left out again.
        m_known->changes.insert(path, changes->value(path));
    Q_EMIT found(asked);
    want(m_wanted);
}
