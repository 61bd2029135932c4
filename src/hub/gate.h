// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/repoinfo.h"

/// What the authors of a gated repository ask of those who want its files.
struct Gate {
    /// One thing that is asked for.
    struct Field {
        enum class Kind {
            Text,
            Checkbox,
            Date,
            Country,
            Choice,
            Unknown,  ///< The Hub's own page knows how to ask for it.
        };

        QString name;  ///< What is asked, and what the answer is sent under.
        Kind kind = Kind::Text;
        QStringList options = {};  ///< Of a Choice.
    };

    RepoInfo::Gate kind = RepoInfo::Gate::None;
    QString heading;  ///< In the authors' words, as plain text; may be empty.
    QString prompt;
    QString button;
    QList<Field> fields;

    /// Whether each field can be asked for here.
    bool isKnown() const;
};

namespace hub {

/// GET /api/{models|datasets|spaces}/{id}: the gate's form, from the card. Errors as of repoInfo().
ApiCall<Gate> gate(const RepoId &id);

/// POST /{id}/ask-access, as the form of the repository's page does. \a answers: field and value. Succeeds where the
/// request was taken, whether it is granted already or waits for its authors.
ApiCall<bool> askAccess(const RepoId &id, const Query &answers);

/// GET …/auth-check: succeeds where whoever asks may read the files. Errors: Gated, Unauthorized, NotFound.
ApiCall<bool> readCheck(const RepoId &id);

Result<Gate> parseGate(const Reply &reply);

}  // namespace hub
