// SPDX-License-Identifier: Apache-2.0
#include "gui/repotrail.h"

#include "core/plaintext.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The translation context of this file.
struct Trail {
    Q_DECLARE_TR_FUNCTIONS(RepoTrail)
};

}  // namespace

QStringList RepoTrail::crumbs() const
{
    const QString kinds[] = {Trail::tr("Models"), Trail::tr("Datasets"), Trail::tr("Spaces")};
    const auto &[repo, revision, path] = m_place.location;
    QStringList crumbs{kinds[int(repo.type)]};
    crumbs << repo.name.split(u'/');
    for (const QString &part : path.split(u'/', Qt::SkipEmptyParts))
        crumbs << core::visible(part);
    return crumbs;
}

std::optional<Place> RepoTrail::placeOf(int crumb) const
{
    const RepoId &repo = m_place.location.repo;
    const int repoCrumbs = 1 + int(repo.name.count(u'/')) + 1;  // The kind, and the parts of the name.
    const QStringList folders = m_place.location.path.split(u'/', Qt::SkipEmptyParts);
    if (crumb >= repoCrumbs - 1)
        return at(folders.mid(0, crumb - repoCrumbs + 1).join(u'/'));
    if (!m_place.hub.isOwn())
        return {};
    return discoverPlace(repo.type, crumb == 0 ? RepoQuery() : RepoQuery{.author = repo.owner()});
}

QList<NamedPlace> RepoTrail::siblingsOf(int crumb, const FileTree &tree) const
{
    const auto place = placeOf(crumb);
    const QString path = place ? place->location.path : QString();
    QList<NamedPlace> siblings;
    if (path.isEmpty())
        return siblings;
    for (const FolderEntry &entry : tree.entriesOf(path.contains(u'/') ? path.section(u'/', 0, -2) : QString())) {
        if (entry.isFolder)
            siblings << NamedPlace{core::visible(entry.name), at(entry.path)};
    }
    return siblings;
}

/// In the same revision of the same Hub, for the same account.
Place RepoTrail::at(const QString &path) const
{
    Place place = m_place;
    place.location.path = path;
    return place;
}
