// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/store/git.h"

namespace localhub {

/// Takes the objects of a new commit.
class ObjectSink
{
public:
    virtual ~ObjectSink() = default;

    virtual git_oid write(git_object_t type, QByteArrayView bytes) = 0;
    /// Called once, after the last object: an Error where any of them could not be kept.
    virtual std::optional<Error> finish() = 0;
};

/// Writes each object to a file of its own: right for the few objects of an ordinary commit.
class LooseSink : public ObjectSink
{
public:
    explicit LooseSink(git_repository *repository) : m_odb(git::made<git::Odb>(git_repository_odb, repository)) {}

    git_oid write(git_object_t type, QByteArrayView bytes) override
    {
        git_oid id{};
        if (!m_error && git_odb_write(&id, m_odb.get(), bytes.data(), size_t(bytes.size()), type) != 0)
            m_error = git::failure(Error::Kind::Disk);
        return id;
    }
    std::optional<Error> finish() override { return m_error; }

private:
    git::Odb m_odb;
    std::optional<Error> m_error;
};

}  // namespace localhub
