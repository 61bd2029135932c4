// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/http/response.h"

#include <QString>

namespace localhub {

/// Runs git's own "upload-pack", which gives a repository's objects to those who clone and fetch.
class UploadPack
{
public:
    /// \a protocol is what the client's "Git-Protocol" header says.
    UploadPack(const QString &repository, const QByteArray &protocol) : m_repository(repository), m_protocol(protocol)
    {
    }

    /// The refs, as the first request asks for them. Nothing where git cannot be run.
    std::optional<QByteArray> advertisement() const;
    /// Answers \a request part by part; false where git failed or nobody takes the answer.
    bool answer(const QByteArray &request, const TakeBytes &take) const;

private:
    bool run(const QStringList &arguments, const QByteArray &input, const TakeBytes &take) const;

    QString m_repository;
    QByteArray m_protocol;
};

}  // namespace localhub
