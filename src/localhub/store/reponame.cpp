// SPDX-License-Identifier: Apache-2.0
#include "localhub/store/reponame.h"

#include <QHashFunctions>

#include <algorithm>

namespace localhub {

namespace {

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool isValidPart(const QByteArray &part)
{
    const auto isAllowed = [](char c) { return isWordCharacter(c) || c == '-' || c == '.'; };
    return part.size() >= 1 && part.size() <= 96 && std::ranges::all_of(part, isAllowed)
        && isWordCharacter(part.front()) && isWordCharacter(part.back()) && !part.contains("--")
        && !part.contains("..");
}

}  // namespace

QByteArray RepoName::webPrefix() const
{
    return type == RepoType::Model ? QByteArray() : plural(type) + '/';
}

bool RepoName::isValid() const
{
    return isValidPart(owner) && isValidPart(name) && !name.endsWith(".git");
}

size_t qHash(const RepoName &name, size_t seed) noexcept
{
    return qHashMulti(seed, int(name.type), name.owner, name.name);
}

QByteArray plural(RepoType type)
{
    switch (type) {
    case RepoType::Model: return "models";
    case RepoType::Dataset: return "datasets";
    case RepoType::Space: return "spaces";
    }
    return {};
}

std::optional<RepoType> repoTypeOf(QByteArrayView name)
{
    for (const RepoType type : {RepoType::Model, RepoType::Dataset, RepoType::Space}) {
        if (name == plural(type))
            return type;
    }
    return {};
}

}  // namespace localhub
