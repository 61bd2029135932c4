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

gui::Remedy gui::remedyOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unauthorized:
    case Error::Kind::MissingScope: return Remedy::SignIn;
    case Error::Kind::Gated: return Remedy::RequestAccess;
    case Error::Kind::NoRevision: return Remedy::OpenMain;
    case Error::Kind::NotFound:
    case Error::Kind::NoEntry:
    case Error::Kind::Refused: return Remedy::EditLocation;
    case Error::Kind::Cancelled: return Remedy::None;
    default: return Remedy::Retry;
    }
}

QString gui::textOf(Remedy remedy)
{
    switch (remedy) {
    case Remedy::None: break;
    case Remedy::Retry: return Banners::tr("Try again");
    case Remedy::SignIn: return Banners::tr("Sign in");
    case Remedy::RequestAccess: return Banners::tr("Request access");
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
    case Error::Kind::Gated:
    case Error::Kind::Unauthorized: return models::Tone::Warning;
    default: return models::Tone::Danger;
    }
}

}  // namespace

look::Banner *gui::makeBanner(const Error &error, QPushButton **button, QWidget *parent)
{
    auto *banner = new look::Banner(toneOf(error), core::visible(error.message), parent);
    const Remedy remedy = remedyOf(error);
    *button = remedy == Remedy::None ? nullptr : banner->addAction(textOf(remedy));
    if (!error.detail.isEmpty())
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
