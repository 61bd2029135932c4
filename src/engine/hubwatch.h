// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

class HubClient;
class Job;

/// Knows whether the Hub can be reached, and finds out by itself when it can be again.
///
/// Where somebody got no answer it asks the Hub for next to nothing. Without an answer to that within some seconds it
/// says that the Hub is out of reach, and asks again after 2, 4, 8 … 60 seconds, or at once when the system tells of
/// another network. Set to work offline, it is offline for good and asks nobody.
class HubWatch final : public QObject
{
    Q_OBJECT

public:
    /// \a hub outlives the watch; it is null where Hubdeck is set to work offline.
    explicit HubWatch(HubClient *hub, QObject *parent = nullptr);
    ~HubWatch() override;

    bool isOffline() const { return !m_hub || m_isOffline; }
    bool isSetOffline() const { return !m_hub; }

    void note(bool isReached);  ///< Somebody got an answer, or none.
    void look();                ///< Asks now.

Q_SIGNALS:
    void changed(bool isOffline);

private:
    void followSystem();
    void onLooked(bool isReached);
    void setOffline(bool isOffline);

    HubClient *m_hub;
    bool m_isOffline = false;
    bool m_followsSystem = false;
    QPointer<Job> m_question;
    QTimer m_patience;
    QTimer m_pause;
    std::chrono::seconds m_nextPause;
    QElapsedTimer m_sinceReturn;
};
