// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/hubclient.h"
#include "hub/page.h"

#include <QPointer>
#include <QSet>

#include <functional>

/// Asks for a list of the Hub a page at a time, each further one only on demand. An answer to what was asked before
/// start() or clear() is never told.
///
/// A part of the object that has the signals: Qt knows no templates with signals of their own.
template<typename Item>
class Pager
{
public:
    using Call = ApiCall<Page<Item>>;

    /// Whoever hears of something may start anew, or end the owner.
    struct Hooks {
        std::function<QString(const Item &)> key;        ///< By which an item is known: each is told once.
        std::function<void(const QList<Item> &)> added;  ///< Never of none.
        std::function<void(const Error &)> failed;       ///< The page that was asked for did not come.
        std::function<void()> finished;                  ///< A page came to its end; isWhole() tells whether the last.
    };

    /// Both outlive the pager, of which \a owner is.
    Pager(HubClient *hub, QObject *owner, Hooks hooks) : m_hub(hub), m_owner(owner), m_hooks(std::move(hooks)) {}
    Q_DISABLE_COPY_MOVE(Pager)
    ~Pager() = default;

    /// From now on another Hub is asked, which outlives the pager, too.
    void setHub(HubClient *hub)
    {
        clear();
        m_hub = hub;
    }

    void start(const Call &firstPage)
    {
        clear();
        m_call = firstPage;
        ask();
    }

    void clear()
    {
        stop();
        ++m_round;
        m_next.clear();
        m_told.clear();
        m_total = -1;
        m_hasFailed = false;
        m_isWhole = false;
    }

    bool canFetchMore() const { return m_next.isValid() && !isAsking() && !m_hasFailed; }
    bool fetchMore() { return canFetchMore() && ask(); }  ///< Whether it asks.
    bool retry() { return m_hasFailed && ask(); }         ///< For the page that failed.

    bool isAsking() const { return m_question; }
    bool isWhole() const { return m_isWhole; }
    bool hasFailed() const { return m_hasFailed; }
    qint64 total() const { return m_total; }  ///< Of all pages; -1: the Hub has not said it.

private:
    bool ask()
    {
        m_hasFailed = false;
        m_question = new QObject(m_owner);
        Call call = m_call;
        call.address = m_next;
        const auto onAnswer = [this, asked = QPointer(m_question)](const Result<Page<Item>> &page) {
            if (!asked || asked != m_question)
                return;
            stop();
            if (page) {
                onPage(*page);
            } else {
                m_hasFailed = true;
                m_hooks.failed(page.error());
            }
        };
        m_hub->send(call, m_question, onAnswer);
        return true;
    }

    /// What is under way ends with its context.
    void stop()
    {
        if (m_question)
            m_question->deleteLater();  // Later: it may be the context of the very answer that makes us stop.
        m_question = nullptr;
    }

    void onPage(const Page<Item> &page)
    {
        QList<Item> items;
        for (const Item &item : page.items) {
            const QString key = m_hooks.key(item);
            if (!m_told.contains(key)) {
                m_told.insert(key);
                items << item;
            }
        }
        m_total = std::max(m_total, page.total);
        m_next = items.isEmpty() ? QUrl() : page.next;  // A page with nothing new is the last, else none might be.
        m_isWhole = !m_next.isValid();
        const QPointer<QObject> owner(m_owner);
        const quint64 round = m_round;
        if (!items.isEmpty())
            m_hooks.added(items);
        if (owner && !isAsking() && round == m_round)
            m_hooks.finished();
    }

    HubClient *m_hub;
    QObject *m_owner;
    Hooks m_hooks;
    Call m_call;
    QUrl m_next;                    // Not valid: the first page comes next, or there is none any more.
    QObject *m_question = nullptr;  // The context of the one on its way: who replaced it hears nothing of it.
    QSet<QString> m_told;           // Lists move while one turns their pages; and a Hub may turn in circles.
    quint64 m_round = 0;            // Of start() and clear().
    qint64 m_total = -1;
    bool m_hasFailed = false;
    bool m_isWhole = false;
};
