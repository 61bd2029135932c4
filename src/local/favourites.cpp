// SPDX-License-Identifier: Apache-2.0
#include "local/favourites.h"

#include "core/location.h"
#include "local/settings.h"

#include <QUrl>

#include <algorithm>

namespace {

bool isSame(const RepoId &one, const RepoId &other)
{
    return one.type == other.type && one.name.compare(other.name, Qt::CaseInsensitive) == 0;
}

}  // namespace

Favourites::Favourites(Settings *settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    for (const QString &text : settings->favourites()) {
        const Result<Location> location = core::parseLocation(text, QUrl());
        if (location && !contains(location->repo))  // People edit the settings' file.
            m_repos << location->repo;
    }
}

bool Favourites::contains(const RepoId &repo) const
{
    return std::ranges::any_of(m_repos, [&repo](const RepoId &known) { return isSame(known, repo); });
}

void Favourites::add(const RepoId &repo)
{
    insert(0, repo);
}

void Favourites::insert(qsizetype at, const RepoId &repo)
{
    if (contains(repo))
        return;
    m_repos.insert(std::clamp<qsizetype>(at, 0, m_repos.size()), repo);
    keep();
}

void Favourites::remove(const RepoId &repo)
{
    if (m_repos.removeIf([&repo](const RepoId &known) { return isSame(known, repo); }) > 0)
        keep();
}

void Favourites::keep()
{
    QStringList locations;
    for (const RepoId &repo : std::as_const(m_repos))
        locations << core::locationText({repo, {}, {}});
    m_settings->setFavourites(locations);
    Q_EMIT changed();
}
