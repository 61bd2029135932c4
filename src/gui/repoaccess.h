// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hubid.h"
#include "gui/errorbanner.h"
#include "hub/gate.h"

#include <QPointer>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

class AccessDialog;
class Engine;
class QPushButton;
class RepoBanners;
class SignIn;

/// Whether who asks may have the files of the repository in front: looks when it is gated, says what stands in the way,
/// and leads past it.
///
/// While a request waits it looks again by itself, from five seconds (half a minute where people decide) to five
/// minutes apart, a day at most, and only while the page can be seen.
class RepoAccess final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it; \a page is the parent.
    RepoAccess(Engine *engine, SignIn *signIn, RepoBanners *banners, QWidget *page);
    ~RepoAccess() override;

    void begin(const HubId &hub,
               const RepoId &repo);  ///< Another repository, or somebody else asks: nothing is known any more.
    void enter(const RepoInfo &info);

    /// Of the page, or of a download; as RepoBanners::showError().
    QPushButton *showError(const Error &error, bool blocks = true);
    void follow(gui::Remedy remedy, QWidget *button);  ///< Those that have to do with who asks; no others.

    void setFirstPause(std::chrono::milliseconds pause) { m_firstPause = pause; }

Q_SIGNALS:
    void letIn();  ///< The files can be had now; downloads that were refused go on.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void onLooked(const Result<bool> &may);
    void refuse(const Error &error);
    void wait();
    void waitAnew();
    bool isInFront() const;
    void request();
    void showDialog(const Gate &gate);
    void send(const hub::Query &answers);
    void askInBrowser();
    QString lineOf(const Error &error) const;
    QString answeredBy() const;

    Engine *m_engine;
    SignIn *m_signIn;
    RepoBanners *m_banners;
    QWidget *m_page;
    QPointer<AccessDialog> m_dialog;
    std::unique_ptr<QObject> m_visit;  ///< Lasts until the next begin(), and so do the questions.
    HubId m_hub;
    RepoId m_repo;
    RepoInfo::Gate m_gate = RepoInfo::Gate::None;
    std::optional<Error> m_refusal;
    bool m_hasAsked = false;
    bool m_hasAskedElsewhere = false;  // Perhaps: the Hub's own page was opened.
    bool m_isLooking = false;
    bool m_isDue = false;  // To look, once the page is seen.
    QTimer m_timer;
    std::optional<std::chrono::milliseconds> m_firstPause;
    std::chrono::milliseconds m_pause{0};
    std::chrono::milliseconds m_waited{0};
};
