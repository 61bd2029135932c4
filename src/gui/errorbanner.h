// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QString>

class QPushButton;
class QWidget;

namespace look {
class Banner;
}

namespace gui {

/// A way out of an error that a page can offer.
enum class Remedy {
    None,
    Retry,
    SignIn,
    RequestAccess,  ///< Of the authors.
    LookAgain,      ///< Whether they answered.
    ChangeAccount,
    OpenTokens,  ///< The page of the Hub where tokens are made and changed.
    OpenOnHub,   ///< Its page says why.
    OpenMain,    ///< The revision is gone; the default one is not.
    EditLocation,
};

Remedy remedyOf(const Error &error);       ///< The one that mends.
Remedy otherRemedyOf(const Error &error);  ///< The one to think of next; often none.
QString textOf(Remedy remedy);             ///< Of its button: a verb.

/// The sentence, what the server said, and the remedy's button where there is one. \a button is that button or null.
/// A \a line stands below the sentence, in place of what the server said.
look::Banner *makeBanner(const Error &error, QPushButton **button, QWidget *parent, const QString &line = {});

/// Of what keeps nobody from going on.
look::Banner *makeWarning(const Error &error, QWidget *parent);

}  // namespace gui
