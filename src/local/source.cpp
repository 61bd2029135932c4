// SPDX-License-Identifier: Apache-2.0
#include "local/source.h"

#include "core/plaintext.h"
#include "core/safename.h"
#include "local/environment.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestEndpoint = 2000;
constexpr qsizetype kLongestRevision = 500;

/// In the order of RepoType.
constexpr QLatin1StringView kTypes[] = {"model"_L1, "dataset"_L1, "space"_L1};

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

/// What \a json says below \a key, \a otherwise where it says nothing; nothing where that is no text.
std::optional<QString> textOf(const QJsonObject &json, QLatin1StringView key, const QString &otherwise = {})
{
    const QJsonValue value = json[key];
    if (value.isUndefined() || value.isNull())
        return otherwise;
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

}  // namespace

QString Source::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

bool Source::isName(const QString &text)
{
    // A backslash is fine here; core::visible() has it stand for itself.
    const QString plain = QString(text).remove(u'\\');
    return !text.isEmpty() && text.size() <= kLongestName && text == text.trimmed() && core::visible(plain) == plain;
}

QUrl Source::endpointOf(const QString &text)
{
    if (text.size() > kLongestEndpoint)
        return {};
    QUrl url = Environment::endpointOf(text.trimmed());
    if (portOf(url) == portOf(QUrl(url.scheme() + u"://host"_s)))
        url.setPort(-1);
    return url;
}

QString Source::revisionOf(const QString &text)
{
    return text == "main"_L1 ? QString() : text;
}

bool Source::isAt(const QUrl &hub) const
{
    return endpoint.scheme() == hub.scheme() && endpoint.host() == hub.host() && portOf(endpoint) == portOf(hub);
}

bool Source::isSame(const Source &other) const
{
    return name == other.name && endpoint == other.endpoint && repo.type == other.repo.type
        && repo.name.compare(other.repo.name, Qt::CaseInsensitive) == 0 && revision == other.revision
        && commit == other.commit && account == other.account;
}

QJsonObject Source::toJson() const
{
    return {{u"name"_s, name},
            {u"endpoint"_s, endpoint.toString(QUrl::FullyEncoded)},
            {u"repo_type"_s, kTypes[int(repo.type)]},
            {u"repo_id"_s, repo.name},
            {u"revision"_s, revision.isEmpty() ? u"main"_s : revision},
            {u"commit"_s, commit},
            {u"account"_s, account}};
}

std::optional<Source> Source::of(const QJsonObject &json)
{
    // An instance in Galaxy has no endpoint: it means the Hub itself.
    const auto endpoint = textOf(json, "endpoint"_L1, u"https://huggingface.co"_s);
    const auto type = textOf(json, "repo_type"_L1, u"model"_s);
    const auto repo = textOf(json, "repo_id"_L1);
    const auto revision = textOf(json, "revision"_L1);
    const auto commit = textOf(json, "commit"_L1);
    const auto account = textOf(json, "account"_L1);
    if (!endpoint || !type || !repo || !revision || !commit || !account)
        return {};
    const auto known = std::ranges::find(kTypes, *type);
    const auto name = textOf(json, "name"_L1, repo->section(u'/', -1));
    if (known == std::end(kTypes) || !name)
        return {};

    Source source{.name = *name, .commit = *commit, .account = *account};
    source.endpoint = endpointOf(*endpoint);
    source.repo = {RepoType(known - std::begin(kTypes)), *repo};
    source.revision = revisionOf(*revision);
    const bool isRevision = source.revision.isEmpty()
        || (source.revision.size() <= kLongestRevision && core::isRevision(source.revision));
    const bool isFine = isName(source.name) && source.endpoint.isValid() && core::isRepoName(*repo) && isRevision
        && (commit->isEmpty() || core::isCommit(*commit)) && (account->isEmpty() || isName(*account));
    return isFine ? std::optional(source) : std::nullopt;
}
