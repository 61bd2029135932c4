// SPDX-License-Identifier: Apache-2.0
#include "models/filefeed.h"

#include "engine/reposession.h"
#include "models/filemodel.h"
#include "models/foldercounts.h"

FileFeed::FileFeed(FileModel *model, QObject *parent) : QObject(parent), m_model(model)
{
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
    m_model->setCommit({}, {}, nullptr);
    if (!session)
        return;
    connect(session, &RepoSession::opened, this, &FileFeed::begin);
    connect(session, &RepoSession::entriesChanged, this, &FileFeed::takeEntries);
    connect(session, &RepoSession::entriesAdded, this, [this](const auto &entries) { m_model->addEntries(entries); });
    connect(session, &RepoSession::statesChanged, this, &FileFeed::takeStates);
    connect(session, &QObject::destroyed, this, [this] { m_model->setCommit({}, {}, nullptr); });
    if (!session->commit().isEmpty())
        begin();
}

void FileFeed::begin()
{
    m_model->setCommit(m_session->repo(), m_session->commit(), &m_session->states());
    takeEntries();
}

void FileFeed::takeEntries()
{
    m_model->setWhole(m_session->isWhole());
    m_model->setEntries(m_session->folder(), m_session->entries());
    takeCounts();
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
