// SPDX-License-Identifier: Apache-2.0
#include "transfer/transferqueue.h"

#include "hub/hubclient.h"
#include "hub/network.h"
#include "transfer/log.h"
#include "transfer/transfer.h"
#include "transfer/transferjournal.h"

#include <QNetworkAccessManager>

#include <algorithm>

namespace {
constexpr int kConnections = TransferOptions::kMostAtOnce;  // More would wait inside Qt, where their timeouts run.
constexpr int kJobs = 40;  // Those whose bytes are here but not yet on the disk included.
constexpr int kPlans = 4;
constexpr int kTick = 100;
}  // namespace

TransferQueue::TransferQueue(TransferOptions options) : m_options(std::move(options))
{
    m_options.speed = &m_speed;
    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &TransferQueue::tell);
    m_scheduling.setSingleShot(true);
    connect(&m_scheduling, &QTimer::timeout, this, &TransferQueue::schedule);
}

TransferQueue::~TransferQueue()
{
    m_transfers.clear();  // Before the managers that their requests use.
}

/// Managers belong to the thread that makes them, which is not the one that made us.
quint64 TransferQueue::start()
{
    hub::NetworkOptions options{m_options.caFile, {m_options.endpoint}, m_options.proxy};
    m_network = hub::makeNetwork(options);
    for (Lane &lane : m_lanes) {
        options.isForBulk = !lane.isForSmall;
        lane.network = hub::makeNetwork(options);
    }
    return m_options.journal.isEmpty() ? 0 : openJournal();
}

HubClient *TransferQueue::hub(const HubId &id)
{
    const auto known = std::ranges::find(m_hubs, id, [](const auto &pair) { return pair.first; });
    if (known != m_hubs.end())
        return known->second.get();
    auto made = std::make_unique<HubClient>(m_network.get(), id.isOwn() ? m_options.endpoint : id.endpoint, id.account,
                                            m_options.credentials.get(), HubClient::Purpose::Download);
    made->setPatience(m_options.patience);
    if (id == HubId() && m_options.limiter)
        made->setLimiter(m_options.limiter);
    if (m_options.isOffline)
        made->setOffline();
    return m_hubs.emplace_back(id, std::move(made)).second.get();
}

quint64 TransferQueue::openJournal()
{
    auto journal = TransferJournal::open(m_options.journal, m_options.endpoint);
    if (!journal) {
        warn(journal.error());
        return 0;
    }
    m_journal = *std::move(journal);
    if (const QString notice = m_journal->notice(); !notice.isEmpty())
        Q_EMIT warned({Error::Kind::Disk, notice});
    const auto lastId = m_journal->lastId();
    const auto entries = m_journal->entries();
    if (!lastId || !entries) {
        warn(lastId ? entries.error() : lastId.error());
        m_journal.reset();  // Numbers may be taken there: what is new must not replace what nobody could read.
        return 0;
    }
    for (JournalEntry entry : *entries) {
        if (m_options.isOffline && entry.state == TransferRow::State::Waiting) {
            entry.state = TransferRow::State::Paused;  // In this run alone: the journal has it go on in the next one.
            entry.error = Error{Error::Kind::Offline, tr("Hubdeck is offline.")};
        }
        take(entry);
    }
    return *lastId;
}

void TransferQueue::add(quint64 id, const DownloadWish &wish)
{
    if (!m_network)
        start();
    take({.id = id, .turn = id, .wish = wish});
    save(id);
}

void TransferQueue::take(const JournalEntry &entry)
{
    const quint64 id = entry.id;
    auto transfer = std::make_unique<Transfer>(entry, &m_options, hub(entry.wish.hub), &m_store, nullptr);
    connect(transfer.get(), &Transfer::changed, this, [this, id] { mark(id); });
    connect(transfer.get(), &Transfer::entryChanged, this, [this, id] { save(id); });
    connect(transfer.get(), &Transfer::ready, this, &TransferQueue::scheduleSoon);
    connect(transfer.get(), &Transfer::connectionFreed, this, [this](int lane) { --m_lanes[size_t(lane)].used; });
    connect(transfer.get(), &Transfer::unanswered, this, [this, hub = entry.wish.hub] { Q_EMIT unanswered(hub); });
    transfer->setOffline(m_unreached.contains(entry.wish.hub));
    m_transfers.push_back(std::move(transfer));
    mark(id);
    scheduleSoon();
}

void TransferQueue::pause(quint64 id)
{
    if (Transfer *transfer = find(id))
        transfer->pause();
}

void TransferQueue::resume(quint64 id)
{
    if (Transfer *transfer = find(id))
        transfer->resume();
}

void TransferQueue::retry(quint64 id)
{
    if (Transfer *transfer = find(id))
        transfer->retry();
}

void TransferQueue::cancel(quint64 id)
{
    if (Transfer *transfer = find(id))
        transfer->cancel();
}

void TransferQueue::forget(quint64 id)
{
    const Transfer *transfer = find(id);
    if (!transfer || !transfer->isOver())
        return;
    m_transfers.erase(at(id));
    m_changed.erase(id);
    save(id);
    Q_EMIT rowForgotten(id);
}

void TransferQueue::move(quint64 id, quint64 before)
{
    const auto from = at(id);
    if (from == m_transfers.end() || !(*from)->isWaiting())
        return;
    const auto to = at(before);
    if (to == from || to == from + 1)
        return;  // It is there.
    tell();      // Who listens must know each row that it reads of now.
    const bool goesBack = from < to;
    const auto first = goesBack ? from : to;
    const auto last = goesBack ? to : from + 1;
    std::vector<quint64> turns;
    std::transform(first, last, std::back_inserter(turns), [](const auto &transfer) { return transfer->turn(); });
    const quint64 next = to == m_transfers.end() ? 0 : before;
    std::rotate(first, goesBack ? from + 1 : from, last);
    for (auto it = first; it != last; ++it) {
        (*it)->setTurn(turns[size_t(it - first)]);
        m_unsaved.insert((*it)->id());
    }
    saveAll();
    Q_EMIT rowMoved(id, next);
    scheduleSoon();
}

void TransferQueue::save(quint64 id)
{
    m_unsaved.insert(id);
    saveAll();
}

/// What cannot be written now is tried again with the next change.
void TransferQueue::saveAll()
{
    if (!m_journal)
        return m_unsaved.clear();
    QList<JournalEntry> entries;
    for (const quint64 id : m_unsaved) {
        const Transfer *transfer = find(id);
        const auto error = transfer ? std::nullopt : m_journal->remove(id);
        if (error)
            return warn(*error);
        if (transfer)
            entries << transfer->entry();
    }
    if (const auto error = m_journal->put(entries))
        return warn(*error);
    m_unsaved.clear();
}

/// Once: a disk that is full now is full at the next change, too.
void TransferQueue::warn(const Error &error)
{
    qCWarning(lcTransfer).noquote() << "journal:" << error.message << error.detail;
    if (!std::exchange(m_hasWarned, true))
        Q_EMIT warned(error);
}

void TransferQueue::setOffline(const HubId &hub, bool isOffline)
{
    m_unreached.removeAll(hub);
    if (isOffline)
        m_unreached << hub;
    for (const auto &transfer : m_transfers) {
        if (transfer->hub() == hub)
            transfer->setOffline(isOffline);
    }
}

void TransferQueue::retryRefused()
{
    for (const auto &transfer : m_transfers)
        transfer->retryRefused();
}

void TransferQueue::setSpeedLimit(qint64 bytesPerSecond)
{
    m_speed.setBytesPerSecond(bytesPerSecond);
}

void TransferQueue::setMostAtOnce(int count)
{
    m_options.mostAtOnce = std::clamp(count, 1, TransferOptions::kMostAtOnce);
    int begun = 0;
    for (const auto &transfer : m_transfers) {
        if (transfer->holdsPlace() && ++begun > m_options.mostAtOnce)
            transfer->standBack();
    }
    scheduleSoon();
}

TransferQueue::Transfers::iterator TransferQueue::at(quint64 id)
{
    return std::ranges::find(m_transfers, id, &Transfer::id);
}

Transfer *TransferQueue::find(quint64 id)
{
    const auto it = at(id);
    return it == m_transfers.end() ? nullptr : it->get();
}

/// From the event loop: whoever asks is in the middle of something.
void TransferQueue::scheduleSoon()
{
    if (!m_scheduling.isActive())
        m_scheduling.start(0);
}

void TransferQueue::schedule()
{
    startPlans();
    const auto holdsPlace = [](const auto &transfer) { return transfer->holdsPlace(); };
    auto places = m_options.mostAtOnce - std::ranges::count_if(m_transfers, holdsPlace);
    for (const auto &transfer : m_transfers) {
        places -= transfer->isToBePlanned() ? 1 : 0;  // However long that takes, its turn comes first.
        while (transfer->hasReady() && (transfer->holdsPlace() || places > 0)) {
            places -= transfer->holdsPlace() ? 0 : 1;
            if (!startOne(*transfer))
                return;
        }
    }
}

void TransferQueue::startPlans()
{
    auto listing = std::ranges::count_if(m_transfers, [](const auto &transfer) { return transfer->isListing(); });
    for (const auto &transfer : m_transfers) {
        if (listing < kPlans && transfer->wantsPlan()) {
            transfer->startPlan();
            ++listing;
        }
    }
}

/// False where there is no room.
bool TransferQueue::startOne(Transfer &transfer)
{
    int jobs = 0;
    for (const auto &other : m_transfers)
        jobs += other->runningJobs();
    if (jobs >= kJobs || connections() >= kConnections)
        return false;
    const bool isSmall = transfer.isNextSmall();
    const auto load = [isSmall](const Lane &lane) { return std::pair(lane.isForSmall != isSmall, lane.used); };
    const auto lane = std::ranges::min_element(m_lanes, {}, load);
    ++lane->used;
    transfer.startNext(lane->network.get(), int(lane - m_lanes.begin()));
    return true;
}

int TransferQueue::connections() const
{
    int used = 0;
    for (const Lane &lane : m_lanes)
        used += lane.used;
    return used;
}

void TransferQueue::mark(quint64 id)
{
    m_changed.insert(id);
    const bool isAllOver = std::ranges::all_of(m_transfers, [](const auto &transfer) { return transfer->isOver(); });
    if (isAllOver)
        m_tick.start(0);
    else if (!m_tick.isActive())
        m_tick.start(m_sinceTold.isValid() ? int(qMax<qint64>(0, kTick - m_sinceTold.elapsed())) : 0);
}

void TransferQueue::tell()
{
    m_sinceTold.start();
    for (const auto &transfer : m_transfers)
        transfer->refresh();
    QList<TransferRow> rows;
    const std::set<quint64> changed = std::exchange(m_changed, {});
    for (const auto &transfer : m_transfers) {
        if (!changed.contains(transfer->id()))
            continue;
        rows << transfer->row();
        rows << transfer->takeFileRows();
    }
    if (!rows.isEmpty())
        Q_EMIT rowsChanged(rows);
    const auto isRunning = [](const auto &transfer) { return transfer->runningJobs() > 0; };
    if (std::ranges::any_of(m_transfers, isRunning))
        m_tick.start(kTick);
}
