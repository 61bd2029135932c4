// SPDX-License-Identifier: Apache-2.0
#include "accounts/tokencheck.h"

#include "hub/hubclient.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongest = 8 << 10;

/// Why \a token is sent nowhere; empty where nothing speaks against it.
QString objectionTo(const QByteArray &token, const QUrl &endpoint)
{
    if (token.isEmpty() || token.size() > kLongest
        || !std::ranges::all_of(token, [](char c) { return c > ' ' && c < 0x7f; }))
        return TokenCheck::tr("This is no access token.");
    if (token.startsWith("api_org"))
        return TokenCheck::tr("This is a token of an organisation: the Hub takes tokens of people alone.");
    if (hub::isTheHub(endpoint) && !token.startsWith("hf_"))
        return TokenCheck::tr("The Hub's access tokens begin with \"hf_\".");
    if (!hub::isConfidential(endpoint))
        return TokenCheck::tr("Anybody on the way could read the token: the address must begin with https.");
    return {};
}

}  // namespace

TokenCheck::TokenCheck(QNetworkAccessManager *network, QUrl endpoint, const QByteArray &token, QObject *parent)
    : Job(parent),
      m_endpoint(std::move(endpoint)),
      m_token(token),
      m_credentials(m_token),
      m_hub(std::make_unique<HubClient>(network, m_endpoint, QString(), &m_credentials))
{
}

TokenCheck::~TokenCheck() = default;

QByteArray TokenCheck::cleaned(const QString &pasted)
{
    QByteArray token = pasted.simplified().toUtf8();
    if (token.toLower().startsWith("bearer "))
        token = token.sliced(7);
    return token;
}

void TokenCheck::doStart()
{
    const auto done = [this](const Result<Identity> &answer) {
        if (answer)
            m_identity = *answer;
        std::optional<Error> error = answer ? std::nullopt : std::optional(answer.error());
        if (error && error->kind == Error::Kind::Unauthorized)
            error->message = tr("The Hub does not know this token: it is wrong, has ended or was revoked.");
        finish(error);
    };
    // Later, as every answer comes.
    if (const QString objection = objectionTo(m_token, m_endpoint); !objection.isEmpty()) {
        QMetaObject::invokeMethod(
            this,
            [done, objection] {
                done(Error{Error::Kind::Refused, objection});
            },
            Qt::QueuedConnection);
        return;
    }
    m_hub->send(hub::whoami(), this, done);
}

void TokenCheck::doCancel() {}
