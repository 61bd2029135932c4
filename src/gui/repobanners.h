// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "gui/errorbanner.h"

#include <QObject>
#include <QPointer>
#include <QUrl>

class Engine;
class QWidget;

namespace look {
class Banner;
class BannerPlace;
}  // namespace look

/// What a repository's page says above its tabs: errors with their way out, being offline, where a link leads.
class RepoBanners final : public QObject
{
    Q_OBJECT

public:
    /// \a place and \a engine outlive it.
    RepoBanners(look::BannerPlace *place, Engine *engine, QObject *parent = nullptr);

    /// Answers the button of the way out, or null where there is none. \a blocks as isBlocking(), \a line as
    /// gui::makeBanner().
    QPushButton *showError(const Error &error, bool blocks = true, const QString &line = {});
    void setLine(const QString &line);                                 ///< Of the error that is shown, where one is.
    void setEndpoint(const QUrl &endpoint) { m_endpoint = endpoint; }  ///< Whose pages may be opened.
    void showOffline(const Error &why);  ///< Nothing is wrong with what is shown; it is only not all.
    void showLink(const QUrl &url);      ///< Its host is shown before the browser gets it.
    void openPage(const QUrl &url);      ///< Hands a page of the Hub to the browser; the demo's Hub has none.
    void clear();

    bool isShown() const;
    bool isBlocking() const;  ///< What is below is not what was asked for, or cannot be had.

Q_SIGNALS:
    void changed();
    void remedyChosen(gui::Remedy remedy, QWidget *button);

private:
    void show(look::Banner *banner, bool blocks = false);
    void offer(gui::Remedy remedy, QPushButton *button);

    look::BannerPlace *m_place;
    Engine *m_engine;
    QUrl m_endpoint;
    QPointer<look::Banner> m_error;
    bool m_blocks = false;
};
