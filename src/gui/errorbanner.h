// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

class QPushButton;
class QWidget;

namespace look {
class Banner;
}

namespace gui {

/// The one way out of an error that a page can offer.
enum class Remedy {
    None,
    Retry,
    SignIn,
    RequestAccess,  ///< On the repository's page.
    OpenMain,       ///< The revision is gone; the default one is not.
    EditLocation,
};

Remedy remedyOf(const Error &error);
QString textOf(Remedy remedy);  ///< Of its button: a verb.

/// The sentence, what the server said, and the remedy's button where there is one. \a button is that button or null.
look::Banner *makeBanner(const Error &error, QPushButton **button, QWidget *parent);

/// Of what keeps nobody from going on.
look::Banner *makeWarning(const Error &error, QWidget *parent);

}  // namespace gui
