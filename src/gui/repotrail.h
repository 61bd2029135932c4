// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filetree.h"
#include "gui/place.h"

#include <QStringList>

#include <optional>

/// The way to a place in a repository, as the location bar shows it: Models › owner › name › folder…
class RepoTrail
{
public:
    explicit RepoTrail(Place place) : m_place(std::move(place)) {}

    QStringList crumbs() const;
    /// Of the kind and the owner: a search; nothing where its Hub is not the one that is searched.
    std::optional<Place> placeOf(int crumb) const;
    /// The folders beside that of \a crumb, as far as \a tree has them.
    QList<NamedPlace> siblingsOf(int crumb, const FileTree &tree) const;

private:
    Place at(const QString &path) const;

    Place m_place;
};
