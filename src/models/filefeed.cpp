// SPDX-License-Identifier: Apache-2.0
#include "models/filefeed.h"

#include "engine/folderorder.h"
#include "engine/reposession.h"
#include "models/filemodel.h"
#include "models/foldercounts.h"

#include <algorithm>

namespace {

constexpr qsizetype kFirstSlice = 2000;  // Many screens, and less than a frame of work.
constexpr qsizetype kSlice = 5000;

}  // namespace

FileFeed::FileFeed(FileModel *model, QObject *parent) : QObject(parent), m_model(model)
{
    m_more.setInterval(0);
    connect(&m_more, &QTimer::timeout, this, &FileFeed::takeMore);
    connect(m_model, &FileModel::transferOver, this, [this] {
        if (m_session)
            m_session->refreshStates();
    });
}

FileFeed::~FileFeed()
{
    setSession(nullptr);  // The model must not look at the states of a session that it does not hear of any more.
}

void FileFeed::setSession(RepoSession *session)
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = session;
    m_more.stop();
    m_entries.clear();
    m_model->setCommit({}, {}, nullptr);
    if (!session)
        return;
    connect(session, &RepoSession::opened, this, &FileFeed::begin);
    connect(session, &RepoSession::entriesChanged, this, &FileFeed::takeEntries);
    connect(session, &RepoSession::entriesAdded, this, [this](const auto &entries) { m_model->addEntries(entries); });
    connect(session, &RepoSession::statesChanged, this, &FileFeed::takeStates);
    connect(session, &RepoSession::changesFound, this,
            [this](const QStringList &paths) { m_model->setChanges(m_session->changes(), paths); });
    connect(session, &QObject::destroyed, this, [this] { m_model->setCommit({}, {}, nullptr); });
    if (!session->commit().isEmpty())
        begin();
}

void FileFeed::begin()
{
    m_model->setCommit(m_session->repo(), m_session->commit(), &m_session->states());
    m_model->setChanges(m_session->changes(), {});
    takeEntries();
}

void FileFeed::setSearching(bool isSearching)
{
    if (std::exchange(m_isSearching, isSearching) != isSearching && canSearchBelow())
        takeEntries();
}

bool FileFeed::canSearchBelow() const
{
    return m_session && !m_session->commit().isEmpty() && (m_session->isWhole() || m_session->isOffline())
        && m_session->tree().count() <= kMaxSearched;
}

QList<FolderEntry> FileFeed::wantedEntries() const
{
    QList<FolderEntry> entries = m_session->entries();
    if (!m_isSearching || !canSearchBelow())
        return entries;
    const QString &folder = m_session->folder();
    const qsizetype above = folder.isEmpty() ? 0 : folder.size() + 1;
    for (const RemoteFile &file : m_session->tree().filesBelow(folder)) {
        if (file.path.indexOf(u'/', above) >= 0)
            entries << FolderEntry{file.path.mid(above), file.path, false, file};
    }
    return entries;
}

void FileFeed::takeEntries()
{
    m_model->setWhole(m_session->isWhole());
    m_entries = wantedEntries();
    if (!std::ranges::is_sorted(m_entries, engine::comesBefore))
        std::ranges::sort(m_entries, engine::comesBefore);
    const bool isSame = m_session->folder() == m_model->folder();
    m_taken = qMin(m_entries.size(), qMax(kFirstSlice, isSame ? qsizetype(m_model->rowCount()) : 0));
    m_model->setEntries(m_session->folder(), m_entries.first(m_taken));
    takeCounts();
    m_more.start();
}

void FileFeed::takeMore()
{
    if (m_taken < m_entries.size()) {
        const QList<FolderEntry> slice = m_entries.sliced(m_taken, qMin(kSlice, m_entries.size() - m_taken));
        m_taken += slice.size();
        m_model->addEntries(slice);
        return;
    }
    m_more.stop();
    m_entries.clear();
}

void FileFeed::takeCounts()
{
    if (m_session->isWhole())
        m_model->setFolderCounts(models::folderCounts(m_session->tree(), m_session->folder(), m_session->states()));
}

void FileFeed::takeStates()
{
    takeCounts();
    m_model->refreshStates();
}
