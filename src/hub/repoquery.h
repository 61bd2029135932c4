// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// What a search of the Hub asks for. Empty fields ask for nothing in particular.
struct RepoQuery {
    enum class Sort { Trending, Downloads, Likes, Updated };

    QString search = {};   ///< A part of "owner/name".
    QString author = {};   ///< A user or an organisation.
    QString task = {};     ///< "text-generation"
    QString library = {};  ///< "transformers"; of Spaces the SDK, "gradio".
    QString license = {};  ///< "apache-2.0"
    Sort sort = Sort::Trending;

    /// Whether something besides the text of the search narrows it.
    bool isFiltered() const { return !author.isEmpty() || !task.isEmpty() || !library.isEmpty() || !license.isEmpty(); }

    friend bool operator==(const RepoQuery &, const RepoQuery &) = default;
};
