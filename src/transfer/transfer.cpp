// SPDX-License-Identifier: Apache-2.0
#include "transfer/transfer.h"

#include "core/plaintext.h"
#include "hub/filemetadata.h"
#include "hub/hubclient.h"
#include "hub/ratelimiter.h"
#include "hub/url.h"
#include "transfer/diskspace.h"
#include "transfer/httpsource.h"
#include "transfer/log.h"
#include "transfer/planjob.h"
#include "transfer/retry.h"

#include <algorithm>

using namespace std::chrono_literals;

Transfer::Transfer(const JournalEntry &entry, const TransferOptions *options, HubClient *hub, BatchStore *store,
                   QObject *parent)
    : QObject(parent),
      m_turn(entry.turn),
      m_wish(entry.wish),
      m_options(options),
      m_hub(hub),
      m_store(store),
      m_state(entry.state),
      m_row(entry.row())
{
    m_clock.start();
    m_contents.setFirstPause(options->patience.firstPause);
    m_alarm.setSingleShot(true);
    connect(&m_alarm, &QTimer::timeout, this, &Transfer::carryOn);
}

Transfer::~Transfer() = default;

void Transfer::startPlan()
{
    m_state = State::Listing;
    m_plan = new PlanJob(m_wish, PlanJob::For::Download, m_options, m_hub, this);
    connect(m_plan, &Job::finished, this, &Transfer::onPlanned);
    m_plan->start();
    Q_EMIT changed();
}

void Transfer::onPlanned()
{
    PlanJob *job = std::exchange(m_plan, nullptr);
    job->deleteLater();
    if (m_state == State::Listing && !job->error())
        takePlan(*job);
    else if (m_state == State::Listing) {
        if (job->error()->isUnreachable())
            Q_EMIT unanswered();
        const auto delay = transfer::delayAfter(*job->error(), ++m_planTries, m_options->patience.firstPause);
        if (!delay || m_options->isOffline)  // Offline by wish: the next try would say the same.
            return stop(State::Failed, job->error());
        m_state = State::Retrying;
        m_row.error = job->error();
        m_alarm.start(*delay);
    }
    Q_EMIT changed();
    Q_EMIT ready();
}

void Transfer::takePlan(const PlanJob &job)
{
    const DownloadPlan &plan = job.plan();
    m_isPlanned = true;
    m_state = State::Running;
    m_row.error = {};
    m_row.commit = plan.commit;
    const bool isOneFile = m_wish.isSingleFile && plan.files.size() == 1;
    m_row.target = isOneFile ? job.destination()->target(plan.files.constFirst().file) : job.destination()->root();
    const auto isUnknown = [](const DownloadPlan::File &file) { return file.file.size < 0; };
    m_row.total = std::ranges::any_of(plan.files, isUnknown) ? -1 : plan.bytes();
    m_row.files = int(plan.files.size());
    m_row.filesRefused = int(plan.refused.size());
    for (const DownloadPlan::Refused &refused : plan.refused)
        qCWarning(lcTransfer).noquote() << "skipped" << core::visible(refused.path) << refused.why;
    m_contents.fill(plan, job.destination());
    m_address = hub::url(m_hub->endpoint(), hub::resolveSegments(m_wish.repo, plan.commit, QStringLiteral("file")));
    Q_EMIT entryChanged();
    if (plan.free >= 0 && plan.bytesToFetch() > plan.free)
        pauseForRoom(plan.free);
    else
        carryOn();
}

bool Transfer::hasReady() const
{
    return m_state == State::Running && !m_isOffline && m_contents.hasReady(now()) && limitWait() == 0ms;
}

/// How long the Hub's limit for files makes us wait.
std::chrono::milliseconds Transfer::limitWait() const
{
    return m_hub->limiter()->waitFor(m_address);
}

bool Transfer::isNextSmall() const
{
    const qint64 size = m_contents.next().task.files.first().size;
    return size >= 0 && size <= FileJob::kSmall;
}

void Transfer::startNext(QNetworkAccessManager *network, int lane)
{
    m_hasBegun = true;
    const int index = m_contents.takeNext();
    const FileTask &task = m_contents.at(index).task;
    // The request is made when the bytes are asked for: no token that was taken back meanwhile is sent.
    const auto makeSource = [this, network, file = task.files.first()]() -> std::unique_ptr<ByteSource> {
        const QStringList segments = hub::resolveSegments(m_wish.repo, m_row.commit, file.path);
        auto source = std::make_unique<HttpSource>(network, m_hub->limiter(), m_hub->request(segments), file, nullptr);
        source->setLongestSilence(m_options->patience.silence);
        if (m_options->speed)
            source->setSpeedLimit(m_options->speed);
        return source;
    };
    auto *job = new FileJob(task, makeSource, m_store, m_options->pool, this);
    m_jobs[index] = {job, lane};
    connect(job, &Job::progressed, this, [this, index] { onProgressed(index); });
    connect(job, &FileJob::lockedChanged, this, [this, index] {
        touch(index);
        Q_EMIT ready();
    });
    connect(job, &FileJob::connectionFreed, this, [this, index] { onConnectionFreed(index); });
    connect(job, &Job::finished, this, [this, index] { onFileFinished(index); });
    job->start();
    Q_EMIT changed();
}

void Transfer::onProgressed(int index)
{
    Running &running = m_jobs.at(index);
    const qint64 news = running.job->received() - running.received;
    running.received += news;
    m_received += news;
    running.speed.note(running.received, now());
    m_speed.note(m_received, now());
    touch(index);
}

void Transfer::onConnectionFreed(int index)
{
    const int lane = std::exchange(m_jobs.at(index).lane, -1);
    if (lane < 0)
        return;
    Q_EMIT connectionFreed(lane);
    Q_EMIT ready();
}

void Transfer::onFileFinished(int index)
{
    onConnectionFreed(index);
    FileJob *job = m_jobs.at(index).job;
    m_jobs.erase(index);
    job->deleteLater();
    const auto error = job->error();
    if (error && error->isUnreachable())
        Q_EMIT unanswered();
    if (!error)
        m_contents.succeed(index, job->done());
    else if (error->kind == Error::Kind::Cancelled || error->kind == Error::Kind::DiskFull)
        m_contents.putBack(index, job->kept());
    else if (!job->wasContinued() && m_contents.doubt(index, *error, now()))
        reconsider(index);
    else
        m_contents.fail(index, *error, job->kept(), job->wasContinued(), now());
    if (m_state == State::Running && error && error->kind == Error::Kind::DiskFull)
        pauseForRoom(transfer::freeAt(m_row.target));  // That disk has just answered: it does not keep us waiting.
    else if (m_state == State::Running && error && transfer::concernsAllFiles(*error))
        stop(State::Failed, error);
    carryOn();
    Q_EMIT ready();
}

/// Other bytes came than the list promised. It may be the list that is wrong: some mirrors give the hash of a large
/// file's pointer. The headers of the file are what counts.
void Transfer::reconsider(int index)
{
    const RemoteFile file = m_contents.at(index).task.files.first();
    m_hub->send(hub::fileMetadata(m_wish.repo, m_row.commit, file.path), this,
                [this, index, file](const Result<FileMetadata> &metadata) {
                    const qint64 more = m_contents.renew(index, metadata ? metadata->file : file);
                    if (m_row.total >= 0)
                        m_row.total += more;
                    if (m_state == State::Running)
                        carryOn();
                });
}

/// Looks whether a try is due, and whether it is all over.
void Transfer::carryOn()
{
    if (m_state == State::Retrying)
        m_state = State::Waiting;  // For the plan; contents retry one by one.
    if (m_state == State::Running) {
        const qint64 next = m_contents.wake(now());
        const auto wait = m_contents.hasWaiting() ? limitWait() : 0ms;
        if (next >= 0 || wait > 0ms)
            m_alarm.start(int(std::max<qint64>({1, next - now(), wait.count()})));
        if (m_contents.isAllOver())
            stop(m_contents.firstError() ? State::Failed : State::Succeeded, m_contents.firstError());
    }
    Q_EMIT changed();
    Q_EMIT ready();
}

void Transfer::pauseForRoom(qint64 free)
{
    stop(State::Paused, transfer::noRoom(bytesMissing(), free));
    m_freeWhenFull = free;
    m_disk = new DiskSpace(m_options->pool, m_row.target, this);
    connect(m_disk, &DiskSpace::changed, this, &Transfer::onRoomChanged);
}

/// Where a quota is what is used up the disk has room all along: more of it must have come.
void Transfer::onRoomChanged(qint64 free)
{
    if (free > m_freeWhenFull && free >= bytesMissing())
        return resume();
    m_row.error = transfer::noRoom(bytesMissing(), free);
    Q_EMIT changed();
}

qint64 Transfer::bytesMissing() const
{
    return m_row.total < 0 ? 1 : m_row.total - m_contents.bytesHere();
}

/// Ends what runs. What came of it by now is kept for whoever goes on.
void Transfer::stop(State state, const std::optional<Error> &error)
{
    m_state = state;
    m_row.error = error;
    m_row.finishedAt = isOver() ? QDateTime::currentDateTimeUtc() : QDateTime();
    m_alarm.stop();
    leaveDisk();
    if (m_plan)
        m_plan->cancel();
    endJobs();
    m_contents.wakeAll();
    m_contents.touchShown();
    Q_EMIT entryChanged();
    Q_EMIT changed();
    Q_EMIT ready();
}

void Transfer::endJobs()
{
    m_hasBegun = false;
    while (!m_jobs.empty())
        m_jobs.begin()->second.job->cancel();  // It leaves the map by onFileFinished().
}

void Transfer::standBack()
{
    endJobs();
    m_contents.touchShown();
    Q_EMIT changed();
    Q_EMIT ready();
}

bool Transfer::holdsPlace() const
{
    return m_hasBegun && m_state == State::Running && !isLocked();
}

void Transfer::leaveDisk()
{
    if (DiskSpace *disk = std::exchange(m_disk, nullptr)) {
        disk->disconnect(this);
        disk->deleteLater();  // It may be telling us something just now.
    }
}

void Transfer::pause()
{
    if (!isOver() && (m_state != State::Paused || m_disk))  // By somebody, it does not go on by itself.
        stop(State::Paused, {});
}

void Transfer::resume()
{
    if (m_state != State::Paused)
        return;
    leaveDisk();
    m_state = m_isPlanned ? State::Running : State::Waiting;
    m_row.error = {};
    m_contents.touchShown();
    Q_EMIT entryChanged();
    carryOn();
}

void Transfer::retry()
{
    if (m_state != State::Failed && m_state != State::Cancelled)
        return;
    m_contents.revive();
    m_planTries = 0;
    m_row.finishedAt = {};
    m_state = State::Paused;
    resume();
}

void Transfer::retryRefused()
{
    static constexpr Error::Kind kRefusals[]
        = {Error::Kind::Unauthorized, Error::Kind::MissingScope, Error::Kind::Forbidden, Error::Kind::Gated,
           Error::Kind::NotFound};  // That one may be private, too.
    if (m_state == State::Failed && m_row.error
        && std::ranges::find(kRefusals, m_row.error->kind) != std::end(kRefusals))
        retry();
}

void Transfer::cancel()
{
    if (!isOver())
        stop(State::Cancelled, Error{Error::Kind::Cancelled, tr("Cancelled.")});
}

void Transfer::setOffline(bool isOffline)
{
    if (std::exchange(m_isOffline, isOffline) == isOffline)
        return;
    const bool wasTried = m_isPlanned || m_planTries > 0;  // Not by an earlier run: that failure is old.
    if (!isOffline && wasTried && m_state == State::Failed && m_row.error && m_row.error->isUnreachable())
        return retry();
    if (!isOffline) {
        m_planTries = 0;
        m_contents.wakeAll();
        m_contents.forgetTries();
    }
    m_contents.touchShown();
    carryOn();
}
