// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/http/response.h"

namespace localhub {

/// A page for people, without a script and without anything from elsewhere. \a title is text, \a content HTML.
Response htmlPage(const QString &title, const QString &content, int status = 200);
/// \a text as a paragraph; nothing where it is empty.
QString htmlParagraph(const QString &text);

}  // namespace localhub
