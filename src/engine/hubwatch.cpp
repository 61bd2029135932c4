// SPDX-License-Identifier: Apache-2.0
#include "engine/hubwatch.h"

#include "hub/hubclient.h"

#include <QNetworkInformation>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 5s;
constexpr auto kFirstPause = 2s;
constexpr auto kLongestPause = 60s;
constexpr auto kSteady = 60s;  // A return that lasted as long was no flicker.

/// Anything that a Hub says to it will do.
ApiCall<bool> nothingMuch()
{
    return {.verb = "HEAD", .segments = {}, .query = {}, .body = {}, .parse = [](const hub::Reply &) {
                return Result<bool>(true);
            }};
}

}  // namespace

HubWatch::HubWatch(HubClient *hub, QObject *parent) : QObject(parent), m_hub(hub), m_nextPause(kFirstPause)
{
    if (!m_hub)
        return;
    m_patience.setSingleShot(true);
    m_pause.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_question)
            m_question->cancel();
    });
    connect(&m_pause, &QTimer::timeout, this, &HubWatch::look);
    // Queued: whoever hears of a change may delete what just told us of its answer.
    connect(m_hub, &HubClient::answered, this, &HubWatch::note, Qt::QueuedConnection);
}

HubWatch::~HubWatch() = default;

/// Not before it is needed: it loads a plugin and talks to the system's bus.
void HubWatch::followSystem()
{
    if (std::exchange(m_followsSystem, true)
        || !QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;  // Then time alone tells.
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this, &HubWatch::look);
}

void HubWatch::note(bool isReached)
{
    if (isReached)
        setOffline(false);
    else if (m_hub && !m_isOffline)
        look();
}

void HubWatch::look()
{
    if (!m_hub || m_question)
        return;
    m_pause.stop();
    m_patience.start(kPatience);
    m_question = m_hub->send(nothingMuch(), this, [this](const Result<bool> &answer) {
        onLooked(answer || !(answer.error().isUnreachable() || answer.error().kind == Error::Kind::Cancelled));
    });
}

void HubWatch::onLooked(bool isReached)
{
    m_question.clear();
    m_patience.stop();
    if (!isReached) {
        if (!m_isOffline && m_sinceReturn.isValid()
            && m_sinceReturn.hasExpired(std::chrono::milliseconds(kSteady).count()))
            m_nextPause = kFirstPause;
        m_pause.start(m_nextPause);
        m_nextPause = std::min<std::chrono::seconds>(m_nextPause * 2, kLongestPause);
    }
    setOffline(!isReached);
}

void HubWatch::setOffline(bool isOffline)
{
    if (!m_hub || std::exchange(m_isOffline, isOffline) == isOffline)
        return;
    if (isOffline) {
        followSystem();
    } else {
        m_pause.stop();
        m_sinceReturn.start();
    }
    Q_EMIT changed(isOffline);
}
