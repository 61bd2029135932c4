// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/htmlpage.h"

using namespace Qt::Literals::StringLiterals;

namespace localhub {

Response htmlPage(const QString &title, const QString &content, int status)
{
    const QString heading = title.toHtmlEscaped();
    Response response{status};
    response.body
        = QString("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>"_L1 + heading
                  + "</title>\n"
                    "<style>body{font:1rem/1.5 sans-serif;max-width:30rem;margin:3rem auto;padding:0 1rem}"
                    "label,input{display:block}input{font:inherit;width:100%;margin-bottom:1rem}</style>\n<h1>"_L1
                  + heading + "</h1>\n"_L1 + content + "</html>\n"_L1)
              .toUtf8();
    return response.with("Content-Type", "text/html; charset=utf-8")
        .with("Cache-Control", "no-store")
        .with("Content-Security-Policy",
              "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
        // Not "no-referrer": with it browsers send the form from the origin "null".
        .with("Referrer-Policy", "same-origin")
        .with("X-Content-Type-Options", "nosniff");
}

QString htmlParagraph(const QString &text)
{
    return text.isEmpty() ? QString() : "<p>"_L1 + text.toHtmlEscaped() + "</p>\n"_L1;
}

}  // namespace localhub
