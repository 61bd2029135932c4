// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/repojson.h"

#include "localhub/api/accountjson.h"
#include "localhub/api/paging.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

constexpr qsizetype kMostSiblings = 10000;  // The Hub, too, leaves the rest of huge repositories to the tree.

QString gateText(Gate gate)
{
    return gate == Gate::Auto ? u"auto"_s : u"manual"_s;
}

/// The value of a card's field as a list, whether it is one or a single word.
QStringList words(const QJsonValue &value)
{
    QStringList words;
    if (value.isString())
        words += value.toString();
    for (const QJsonValue item : value.toArray()) {
        if (item.isString())
            words += item.toString();
    }
    return words;
}

QStringList split(const char *names)
{
    return QString::fromLatin1(names).split(u' ');
}

}  // namespace

QString pipelineTagOf(const RepoState &state)
{
    return state.info.pipelineTag.isEmpty() ? state.card["pipeline_tag"_L1].toString() : state.info.pipelineTag;
}

static QString libraryOf(const RepoState &state)
{
    return state.info.libraryName.isEmpty() ? state.card["library_name"_L1].toString() : state.info.libraryName;
}

static QString sdkOf(const RepoState &state)
{
    return state.info.sdk.isEmpty() ? state.card["sdk"_L1].toString() : state.info.sdk;
}

QStringList tagsOf(const RepoState &state)
{
    QStringList tags{libraryOf(state), pipelineTagOf(state), sdkOf(state)};
    tags += state.info.tags;
    tags += words(state.card["tags"_L1]);
    const bool isModel = state.name.type == RepoType::Model;
    static const QList<std::pair<QString, QString>> kPrefixes{{u"language"_s, u"language:"_s},
                                                              {u"license"_s, u"license:"_s},
                                                              {u"datasets"_s, u"dataset:"_s},
                                                              {u"base_model"_s, u"base_model:"_s},
                                                              {u"task_categories"_s, u"task_categories:"_s},
                                                              {u"task_ids"_s, u"task_ids:"_s},
                                                              {u"size_categories"_s, u"size_categories:"_s},
                                                              {u"multilinguality"_s, u"multilinguality:"_s}};
    for (const auto &[field, prefix] : kPrefixes) {
        for (const QString &word : words(state.card[field]))
            tags += isModel && field == "language"_L1 ? word : prefix + word;
    }
    tags += u"region:us"_s;
    tags.removeAll(QString());
    tags.removeDuplicates();
    return tags;
}

QStringList expandableFields(RepoType type)
{
    switch (type) {
    case RepoType::Model:
        return split(
            "author baseModels cardData childrenModelCount config createdAt disabled downloads downloadsAllTime "
            "evalResults gated gguf inference inferenceProviderMapping lastModified library_name likes mask_token "
            "model-index pipeline_tag private resourceGroup safetensors sha siblings spaces tags transformersInfo "
            "trendingScore usedStorage widgetData xetEnabled");
    case RepoType::Dataset:
        return split(
            "author cardData citation createdAt description disabled downloads downloadsAllTime gated lastModified "
            "likes mainSize paperswithcode_id private resourceGroup sha siblings tags trendingScore usedStorage "
            "xetEnabled");
    case RepoType::Space:
        return split(
            "author cardData createdAt datasets disabled lastModified likes models private region resourceGroup "
            "runtime sdk sha siblings subdomain tags trendingScore usedStorage xetEnabled");
    }
    return {};
}

QStringList infoFields(RepoType type)
{
    switch (type) {
    case RepoType::Model:
        return split(
            "modelId author sha lastModified createdAt private gated disabled downloads likes usedStorage tags "
            "pipeline_tag library_name mask_token widgetData model-index config cardData transformersInfo "
            "safetensors gguf spaces siblings");
    case RepoType::Dataset:
        return split(
            "author sha lastModified createdAt private gated disabled downloads likes usedStorage tags description "
            "citation cardData mainSize paperswithcode_id siblings");
    case RepoType::Space:
        return split(
            "author sha lastModified createdAt private disabled likes usedStorage tags sdk cardData models datasets "
            "runtime host subdomain region siblings");
    }
    return {};
}

QStringList listFields(RepoType type)
{
    switch (type) {
    case RepoType::Model:
        return split("modelId likes trendingScore private downloads tags pipeline_tag library_name createdAt");
    case RepoType::Dataset:
        return split(
            "author disabled gated lastModified likes trendingScore private sha description downloads tags createdAt");
    case RepoType::Space: return split("likes trendingScore private sdk tags createdAt");
    }
    return {};
}

QStringList fullListFields(RepoType type)
{
    return listFields(type) + split("author disabled gated lastModified sha siblings");
}

RepoJson::RepoJson(const Repository &repo, RepoState state, QByteArray commit)
    : m_repo(repo),
      m_state(std::move(state)),
      m_commit(std::move(commit))
{
}

RepoJson::RepoJson(const Repository &repo) : m_repo(repo), m_state(repo.state()), m_commit(m_state.head) {}

QJsonObject RepoJson::object(const QStringList &fields) const
{
    QJsonObject object{{u"_id"_s, repoObjectId(m_state.name)}, {u"id"_s, QString::fromLatin1(m_state.name.id())}};
    for (const QString &field : fields) {
        if (const QJsonValue found = value(field); !found.isUndefined())
            object.insert(field, found);
    }
    return object;
}

QJsonValue RepoJson::value(const QString &field) const
{
    using Value = QJsonValue (*)(const RepoJson &);
    static const QHash<QString, Value> kValues{
        {u"modelId"_s, [](const RepoJson &j) -> QJsonValue { return QString::fromLatin1(j.m_state.name.id()); }},
        {u"author"_s, [](const RepoJson &j) -> QJsonValue { return QString::fromLatin1(j.m_state.name.owner); }},
        {u"sha"_s,
         [](const RepoJson &j) {
             return j.m_commit.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QString::fromLatin1(j.m_commit);
         }},
        {u"private"_s, [](const RepoJson &j) -> QJsonValue { return j.m_state.info.isPrivate; }},
        {u"disabled"_s, [](const RepoJson &) -> QJsonValue { return false; }},
        {u"gated"_s,
         [](const RepoJson &j) -> QJsonValue {
             return j.m_state.info.gate == Gate::None ? QJsonValue(false) : gateText(j.m_state.info.gate);
         }},
        {u"createdAt"_s, [](const RepoJson &j) -> QJsonValue { return hubDate(j.m_state.info.createdAt); }},
        {u"lastModified"_s, [](const RepoJson &j) -> QJsonValue { return hubDate(j.m_state.lastModified); }},
        {u"downloads"_s, [](const RepoJson &j) -> QJsonValue { return j.m_state.info.downloads; }},
        {u"downloadsAllTime"_s,
         [](const RepoJson &j) -> QJsonValue {
             return qMax(j.m_state.info.downloads, j.m_state.info.downloadsAllTime);
         }},
        {u"likes"_s, [](const RepoJson &j) -> QJsonValue { return j.m_state.info.likes; }},
        {u"trendingScore"_s, [](const RepoJson &j) -> QJsonValue { return j.m_state.info.trendingScore; }},
        {u"tags"_s, [](const RepoJson &j) -> QJsonValue { return QJsonArray::fromStringList(tagsOf(j.m_state)); }},
        {u"usedStorage"_s, [](const RepoJson &j) -> QJsonValue { return j.m_repo.usedStorage(j.m_commit); }},
        {u"siblings"_s, [](const RepoJson &j) -> QJsonValue { return j.siblings(); }},
    };
    const Value known = kValues.value(field);
    return known ? known(*this) : cardValue(field);
}

QJsonValue RepoJson::cardValue(const QString &field) const
{
    const auto given
        = [](const QString &text) { return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text); };
    if (m_state.info.fields.contains(field))
        return m_state.info.fields[field];
    if (field == "pipeline_tag"_L1)
        return given(pipelineTagOf(m_state));
    if (field == "library_name"_L1)
        return given(libraryOf(m_state));
    if (field == "sdk"_L1)
        return given(sdkOf(m_state));
    if (field == "cardData"_L1)
        return m_state.card.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(m_state.card);
    return QJsonValue::Undefined;
}

QJsonArray RepoJson::siblings() const
{
    QJsonArray siblings;
    const Repository::Listing entries = m_repo.list(m_commit, {}, true);
    m_repo.with([&](const GitRepo &repo) {
        for (const TreeEntry &entry : entries ? *entries : QList<TreeEntry>()) {
            if (entry.kind != TreeEntry::Kind::File)
                continue;
            QJsonObject sibling{{u"rfilename"_s, QString::fromUtf8(entry.path)}};
            if (m_withBlobs) {
                const FileContent content = repo.content(entry.id).value_or(FileContent());
                sibling.insert(u"blobId"_s, QString::fromLatin1(entry.id));
                sibling.insert(u"size"_s, content.size);
                if (content.large)
                    sibling.insert(u"lfs"_s,
                                   QJsonObject{{u"sha256"_s, QString::fromLatin1(content.large->sha256)},
                                               {u"size"_s, content.size},
                                               {u"pointerSize"_s, content.pointerSize}});
            }
            siblings += sibling;
            if (siblings.size() == kMostSiblings)
                return;
        }
    });
    return siblings;
}

}  // namespace localhub
