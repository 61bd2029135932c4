// SPDX-License-Identifier: Apache-2.0
#include "core/repoid.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

bool isWordCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

bool isNamePart(QStringView part)
{
    constexpr int kLongestPart = 96;
    const auto allowed = [](QChar c) { return isWordCharacter(c) || c == u'-' || c == u'.'; };
    return !part.isEmpty() && part.size() <= kLongestPart && std::ranges::all_of(part, allowed)
        && isWordCharacter(part.front()) && isWordCharacter(part.back());
}

}  // namespace

QString core::pluralOf(RepoType type)
{
    switch (type) {
    case RepoType::Dataset: return u"datasets"_s;
    case RepoType::Space: return u"spaces"_s;
    case RepoType::Model: break;
    }
    return u"models"_s;
}

QString core::webPrefixOf(RepoType type)
{
    return type == RepoType::Model ? QString() : pluralOf(type) + u'/';
}

bool core::isRepoName(const QString &name)
{
    const auto parts = QStringView(name).split(u'/');
    return parts.size() <= 2 && std::ranges::all_of(parts, isNamePart) && !name.contains("--"_L1)
        && !name.contains(".."_L1) && !name.endsWith(".git"_L1);
}

size_t qHash(const RepoId &id, size_t seed)
{
    return qHashMulti(seed, int(id.type), id.name);
}
