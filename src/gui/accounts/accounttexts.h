// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/whoami.h"

/// How the window speaks of an account and its token.
namespace gui {

QString tokenText(const Identity &identity);   ///< "Write token \"desk\""
QString memberText(const Identity &identity);  ///< "acme-lab, open-pumps", with how many more; may be empty.
QString expiryText(const Identity &identity);  ///< "Expires on 3 March 2027"; empty where it does not.
/// One line a scope of a fine-grained token: "acme-lab: repo.content.read, repo.write".
QStringList scopeTexts(const Identity &identity);

}  // namespace gui
