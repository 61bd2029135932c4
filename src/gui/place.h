// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hubid.h"
#include "core/location.h"
#include "hub/repoquery.h"

/// Somewhere in the window: one of its pages, and for a repository where in it.
struct Place {
    enum class Kind { Start, Discover, Favourites, Repository, Transfers, Cache };

    Kind kind = Kind::Start;
    Location location = {};  ///< With Kind::Repository; with Kind::Discover the type of its repository alone.
    RepoQuery query = {};    ///< With Kind::Discover.
    HubId hub = {};          ///< With Kind::Repository.

    friend bool operator==(const Place &, const Place &) = default;
};

/// A place as a menu names it.
struct NamedPlace {
    QString name;
    Place place;
};

/// Where repositories of a \a type are searched.
inline Place discoverPlace(RepoType type, const RepoQuery &query = {})
{
    return {Place::Kind::Discover, {{type, {}}, {}, {}}, query};
}
