// SPDX-License-Identifier: Apache-2.0
#include "gui/repobanners.h"

#include "core/plaintext.h"
#include "engine/engine.h"
#include "engine/hubwatch.h"
#include "gui/weblinks.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/bannerplace.h"

#include <QPushButton>

RepoBanners::RepoBanners(look::BannerPlace *place, Engine *engine, QObject *parent)
    : QObject(parent),
      m_place(place),
      m_engine(engine)
{
    connect(place, &look::BannerPlace::changed, this, &RepoBanners::changed);
}

QPushButton *RepoBanners::showError(const Error &error, bool blocks, const QString &line)
{
    QPushButton *button = nullptr;
    look::Banner *banner = gui::makeBanner(error, &button, m_place, line);
    if (button)
        offer(gui::remedyOf(error), button);
    const gui::Remedy other = gui::otherRemedyOf(error);
    const bool isOffered = other != gui::Remedy::OpenTokens || gui::mayOpen(gui::tokensUrl(m_endpoint));
    if (other != gui::Remedy::None && isOffered)
        offer(other, banner->addAction(gui::textOf(other)));
    show(banner, blocks);
    m_error = banner;
    return button;
}

void RepoBanners::offer(gui::Remedy remedy, QPushButton *button)
{
    connect(button, &QPushButton::clicked, this, [this, remedy, button] { Q_EMIT remedyChosen(remedy, button); });
}

void RepoBanners::setLine(const QString &line)
{
    if (m_error && m_error == m_place->banner())
        m_error->setDetail(line);
}

void RepoBanners::showOffline(const Error &why)
{
    auto *banner = new look::Banner(models::Tone::Neutral, tr("You are offline. What is on this computer can be used."),
                                    m_place);
    const bool isWanted = m_engine->options().isOffline;
    if (!isWanted)
        offer(gui::Remedy::Retry, banner->addAction(gui::textOf(gui::Remedy::Retry)));
    const QString detail = isWanted ? tr("HF_HUB_OFFLINE is set in the environment.") : why.message + u' ' + why.detail;
    banner->setDetails(core::visible(detail.trimmed()));
    show(banner);
}

void RepoBanners::showLink(const QUrl &url)
{
    const bool mayOpen = gui::mayOpen(url);
    const QString host = core::visible(url.host(QUrl::FullyEncoded));
    auto *banner = new look::Banner(mayOpen ? models::Tone::Neutral : models::Tone::Warning,
                                    mayOpen ? tr("This link leads to %1.").arg(host)
                                            : tr("This link leads to an address that Hubdeck does not open."),
                                    m_place);
    banner->setDetail(core::visible(url.toString(QUrl::FullyEncoded)));
    if (mayOpen) {
        connect(banner->addAction(tr("Open %1").arg(host)), &QPushButton::clicked, this, [this, url] {
            gui::openInBrowser(url);
            clear();
        });
    }
    show(banner);
}

void RepoBanners::openPage(const QUrl &url)
{
    if (!gui::openInBrowser(url))
        show(new look::Banner(models::Tone::Neutral, tr("This Hub has no page in the web for that."), m_place));
}

void RepoBanners::show(look::Banner *banner, bool blocks)
{
    m_blocks = blocks;
    m_place->show(banner);
}

void RepoBanners::clear()
{
    m_place->clear();
}

bool RepoBanners::isShown() const
{
    return m_place->banner();
}

bool RepoBanners::isBlocking() const
{
    return m_blocks && isShown();
}
