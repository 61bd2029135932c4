// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/oauthpage.h"

#include "localhub/api/htmlpage.h"

using namespace Qt::Literals::StringLiterals;

namespace localhub {

static const QString kTitle = u"Sign in on a device"_s;

Response deviceCodePage(const QByteArray &userCode, const QString &message, int status)
{
    const QString code = QString::fromUtf8(userCode.first(qMin(userCode.size(), 20))).toHtmlEscaped();
    return htmlPage(
        kTitle,
        htmlParagraph(message)
            + "<form method=\"post\" action=\"/oauth/device/confirm\" autocomplete=\"off\">\n"
              "<label>Code that the device shows <input name=\"user_code\" required maxlength=\"20\" value=\""_L1
            + code
            + "\"></label>\n"
              "<label>A token of yours <input name=\"token\" type=\"password\" required></label>\n"
              "<button name=\"decision\" value=\"approve\">Approve</button>\n"
              "<button name=\"decision\" value=\"deny\">Deny</button>\n</form>\n"_L1,
        status);
}

Response decisionPage(const QString &message)
{
    return htmlPage(kTitle, htmlParagraph(message));
}

}  // namespace localhub
