// SPDX-License-Identifier: Apache-2.0
#include "local/sources.h"

#include "local/settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static constexpr int kVersion = 1;
static constexpr auto kVersionKey = "hubdeck_sources"_L1;
static constexpr auto kSourcesKey = "sources"_L1;
static constexpr auto kIdKey = "id"_L1;

Sources::Sources(Settings *settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    if (!read())
        write();
}

/// Whether each had an id of its own already: people edit the settings' file.
bool Sources::read()
{
    m_settings->sync();
    m_sources.clear();
    QSet<QString> ids;
    bool hadIds = true;
    const QJsonDocument document = QJsonDocument::fromJson(m_settings->sources());
    for (const QJsonValue value : document[kSourcesKey].toArray()) {
        auto source = Source::of(value.toObject());
        if (!source || m_sources.size() == kMost)
            continue;
        source->id = value[kIdKey].toString();
        if (QUuid(source->id).isNull() || ids.contains(source->id)) {
            source->id = Source::newId();
            hadIds = false;
        }
        ids << source->id;
        m_sources << *source;
    }
    return hadIds;
}

void Sources::write()
{
    QJsonArray array;
    for (const Source &source : std::as_const(m_sources)) {
        QJsonObject json = source.toJson();
        json.insert(kIdKey, source.id);
        array.append(json);
    }
    const QJsonObject document{{kVersionKey, kVersion}, {kSourcesKey, array}};
    m_settings->setSources(QJsonDocument(document).toJson(QJsonDocument::Compact));
    m_settings->sync();
}

/// Told in any case: what was read may be news, too.
void Sources::keep()
{
    write();
    Q_EMIT changed();
}

qsizetype Sources::indexOf(const QString &id) const
{
    const auto found = std::ranges::find(m_sources, id, &Source::id);
    return found == m_sources.end() ? -1 : found - m_sources.begin();
}

std::optional<Source> Sources::find(const QString &id) const
{
    const qsizetype at = indexOf(id);
    return at < 0 ? std::nullopt : std::optional(m_sources[at]);
}

void Sources::insert(qsizetype at, const Source &source)
{
    read();
    if (m_sources.size() < kMost && indexOf(source.id) < 0) {
        const auto place = m_sources.cbegin() + std::clamp<qsizetype>(at, 0, m_sources.size());
        const auto added = m_sources.insert(place, source);
        if (added->id.isEmpty())
            added->id = Source::newId();
    }
    keep();
}

void Sources::replace(const Source &source)
{
    read();
    if (const qsizetype at = indexOf(source.id); at >= 0)
        m_sources[at] = source;
    keep();
}

void Sources::move(const QString &id, qsizetype to)
{
    read();
    if (const qsizetype at = indexOf(id); at >= 0)
        m_sources.move(at, std::clamp<qsizetype>(to, 0, m_sources.size() - 1));
    keep();
}

void Sources::remove(const QString &id)
{
    read();
    m_sources.removeIf([&id](const Source &source) { return source.id == id; });
    keep();
}

QString Sources::accountFor(const QUrl &endpoint, const RepoId &repo) const
{
    const auto names = [&](const Source &source) {
        return !source.account.isEmpty() && source.isAt(endpoint) && source.repo.type == repo.type
            && source.repo.name.compare(repo.name, Qt::CaseInsensitive) == 0;
    };
    const auto found = std::ranges::find_if(m_sources, names);
    return found == m_sources.end() ? QString() : found->account;
}

QByteArray Sources::exported() const
{
    QJsonArray array;
    for (const Source &source : m_sources)
        array.append(source.toJson());
    return QJsonDocument(QJsonObject{{kVersionKey, kVersion}, {kSourcesKey, array}}).toJson();
}

Result<Sources::Import> Sources::importFrom(const QByteArray &document)
{
    const QJsonObject json = QJsonDocument::fromJson(document).object();
    const QJsonValue version = json[kVersionKey];
    if (!version.isDouble() || version.toInt() < 1 || !json[kSourcesKey].isArray())
        return Error{Error::Kind::Refused, tr("This is no file of sources.")};
    if (version.toInt() > kVersion)
        return Error{Error::Kind::Refused, tr("A newer Hubdeck has written this file of sources.")};
    read();
    Import import;
    for (const QJsonValue value : json[kSourcesKey].toArray()) {
        auto source = Source::of(value.toObject());
        const auto isSame = [&source](const Source &known) { return known.isSame(*source); };
        if (source && std::ranges::any_of(m_sources, isSame)) {
            ++import.known;
        } else if (source && m_sources.size() < kMost) {
            source->id = Source::newId();
            m_sources << *source;
            ++import.added;
        } else {
            ++import.unread;
        }
    }
    keep();
    return import;
}
