// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/store/accessrequest.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

namespace localhub {

/// Who may read the files of a public repository: everybody, or (Auto, Manual) only those admitted.
enum class Gate { None, Auto, Manual };

/// What a Hub keeps about a repository beside its files.
struct RepoInfo {
    bool isPrivate = false;
    Gate gate = Gate::None;
    QStringList admitted = {};  ///< Users whom the gate lets in from the beginning: accepted requests, once it is kept.
    AccessRequests requests = {};  ///< Of those who want to read the files of a gated repository.
    QDateTime createdAt = {};      ///< In UTC; not set: now.
    QStringList tags = {};         ///< Beside those that the card of the repository makes ("license:mit").
    QString pipelineTag = {};      ///< Models only. Empty: what the card says; the same for the next ones.
    QString libraryName = {};      ///< Models only.
    QString sdk = {};              ///< Spaces only: "gradio", "streamlit", "docker", "static".
    qint64 likes = 0;
    qint64 downloads = 0;
    qint64 downloadsAllTime = 0;
    double trendingScore = 0;
    QJsonObject cardData = {};  ///< Empty: read from the front matter of README.md on the branch "main".
    QJsonObject fields
        = {};  ///< Further fields of the Hub's answer, sent as they are: "config", "safetensors", "gguf"…

    QJsonObject toJson() const;
    static RepoInfo fromJson(const QJsonObject &json);
};

}  // namespace localhub
