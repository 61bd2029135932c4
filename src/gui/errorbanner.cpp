// SPDX-License-Identifier: Apache-2.0
#include "gui/errorbanner.h"

#include "core/plaintext.h"
#include "gui/widgets/banner.h"

#include <QCoreApplication>
#include <QPushButton>

namespace {

/// The translation context of this file.
struct Banners {
    Q_DECLARE_TR_FUNCTIONS(gui::ErrorBanner)
};

}  // namespace

static gui::Remedy remedyOf(Error::Access access)
{
    switch (access) {
    case Error::Access::SignedOut: return gui::Remedy::SignIn;
    case Error::Access::NotAsked: return gui::Remedy::RequestAccess;
    case Error::Access::Pending: return gui::Remedy::LookAgain;
    case Error::Access::Rejected: break;
    }
    return gui::Remedy::ChangeAccount;
}

gui::Remedy gui::remedyOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unauthorized: return Remedy::SignIn;
    case Error::Kind::MissingScope: return Remedy::ChangeAccount;
    case Error::Kind::Forbidden: return Remedy::OpenOnHub;
    case Error::Kind::Gated: return ::remedyOf(error.access);
    case Error::Kind::NoRevision: return Remedy::OpenMain;
    case Error::Kind::NotFound:
    case Error::Kind::NoEntry:
    case Error::Kind::Refused: return Remedy::EditLocation;
    case Error::Kind::Cancelled: return Remedy::None;
    default: return Remedy::Retry;
    }
}

gui::Remedy gui::otherRemedyOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::MissingScope: return Remedy::OpenTokens;
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound: return Remedy::ChangeAccount;  // That one may be private.
    case Error::Kind::Gated: return error.access == Error::Access::NotAsked ? Remedy::ChangeAccount : Remedy::None;
    default: return Remedy::None;
    }
}

QString gui::textOf(Remedy remedy)
{
    switch (remedy) {
    case Remedy::None: break;
    case Remedy::Retry: return Banners::tr("Try again");
    case Remedy::SignIn: return Banners::tr("Sign in");
    case Remedy::RequestAccess: return Banners::tr("Request access");
    case Remedy::LookAgain: return Banners::tr("Look again");
    case Remedy::ChangeAccount: return Banners::tr("Use another account");
    case Remedy::OpenTokens: return Banners::tr("Open the token settings");
    case Remedy::OpenOnHub: return Banners::tr("Open on the Hub");
    case Remedy::OpenMain: return Banners::tr("Open main");
    case Remedy::EditLocation: return Banners::tr("Edit the location");
    }
    return {};
}

namespace {

models::Tone toneOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Offline:
    case Error::Kind::Timeout: return models::Tone::Neutral;  // Nothing is wrong with what was asked for.
    case Error::Kind::MissingScope:
    case Error::Kind::Gated:
    case Error::Kind::Unauthorized: return models::Tone::Warning;
    default: return models::Tone::Danger;
    }
}

}  // namespace

look::Banner *gui::makeBanner(const Error &error, QPushButton **button, QWidget *parent, const QString &line)
{
    auto *banner = new look::Banner(toneOf(error), core::visible(error.message), parent);
    const Remedy remedy = remedyOf(error);
    *button = remedy == Remedy::None ? nullptr : banner->addAction(textOf(remedy), remedy == Remedy::RequestAccess);
    if (!line.isEmpty())
        banner->setDetail(line);
    else if (!error.detail.isEmpty())
        banner->setDetails(core::visible(error.detail));
    return banner;
}

look::Banner *gui::makeWarning(const Error &error, QWidget *parent)
{
    auto *banner = new look::Banner(models::Tone::Warning, core::visible(error.message), parent);
    if (!error.detail.isEmpty())
        banner->setDetails(core::visible(error.detail));
    return banner;
}
