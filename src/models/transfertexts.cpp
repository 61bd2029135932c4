// SPDX-License-Identifier: Apache-2.0
#include "models/transfertexts.h"

#include "core/plaintext.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;
using State = TransferRow::State;

namespace models {

namespace {

/// The translation context of this file.
struct Transfers {
    Q_DECLARE_TR_FUNCTIONS(models::Transfers)
};

constexpr int kShortCommit = 7;

/// In a word or two: why it failed. The sentence stands in the note.
QString textOf(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Cancelled: return Transfers::tr("Cancelled");
    case Error::Kind::Refused: return Transfers::tr("Refused");
    case Error::Kind::Offline: return Transfers::tr("No connection");
    case Error::Kind::Timeout: return Transfers::tr("No answer");
    case Error::Kind::Tls: return Transfers::tr("Not secure");
    case Error::Kind::Proxy: return Transfers::tr("Proxy error");
    case Error::Kind::Unauthorized: return Transfers::tr("Not signed in");
    case Error::Kind::MissingScope:
    case Error::Kind::Forbidden: return Transfers::tr("Not allowed");
    case Error::Kind::Gated: return Transfers::tr("Gated");
    case Error::Kind::NotFound: return Transfers::tr("Not found");
    case Error::Kind::NoRevision: return Transfers::tr("No such revision");
    case Error::Kind::NoEntry: return Transfers::tr("No such file");
    case Error::Kind::Conflict: return Transfers::tr("Changed meanwhile");
    case Error::Kind::RateLimited: return Transfers::tr("Rate limit");
    case Error::Kind::Server: return Transfers::tr("Server error");
    case Error::Kind::BadReply: return Transfers::tr("Wrong answer");
    case Error::Kind::Checksum: return Transfers::tr("Hash mismatch");
    case Error::Kind::Disk: return Transfers::tr("Disk error");
    case Error::Kind::DiskFull: return Transfers::tr("Disk full");
    case Error::Kind::Keychain: return Transfers::tr("No keychain");
    }
    return Transfers::tr("Failed");
}

bool isPausedByError(const TransferRow &row)
{
    return row.state == State::Paused && row.error;
}

QString whereTo(const TransferRow &row)
{
    if (!row.intoFolder)
        return row.isOver() ? Transfers::tr("in the cache") : Transfers::tr("into the cache");
    if (row.target.isEmpty())
        return Transfers::tr("into a folder");
    const QString folder = core::visible(QDir::toNativeSeparators(row.target));
    return row.isOver() ? Transfers::tr("in %1").arg(folder) : Transfers::tr("into %1").arg(folder);
}

QString revisionOf(const TransferRow &row)
{
    const QString revision = core::visible(row.revision);
    const QString commit = row.commit.left(kShortCommit);
    if (commit.isEmpty())
        return revision;
    if (revision.isEmpty() || row.commit == row.revision)
        return commit;
    return Transfers::tr("%1 at %2").arg(revision, commit);
}

QString filesOf(const TransferRow &row)
{
    if (row.files == 0)
        return {};
    if (row.state == State::Succeeded || row.files == 1)
        return Transfers::tr("%Ln files", nullptr, row.files);
    return Transfers::tr("%1 of %Ln files", nullptr, row.files).arg(QLocale().toString(row.filesDone));
}

}  // namespace

QString stateTextOf(const TransferRow &row)
{
    switch (row.state) {
    case State::Waiting: return row.waitsForHub ? Transfers::tr("Waiting for the network") : Transfers::tr("Waiting");
    case State::Listing: return Transfers::tr("Listing files");
    case State::Running: return Transfers::tr("Downloading");
    case State::Locked: return Transfers::tr("In use elsewhere");
    case State::Retrying: return Transfers::tr("Trying again");
    case State::Paused: return row.error ? textOf(row.error->kind) : Transfers::tr("Paused");
    case State::Succeeded: return row.parent ? Transfers::tr("Verified") : Transfers::tr("Finished");
    case State::Failed: return row.error ? textOf(row.error->kind) : Transfers::tr("Failed");
    case State::Cancelled: return Transfers::tr("Cancelled");
    }
    return {};
}

QString stateIconOf(const TransferRow &row)
{
    switch (row.state) {
    case State::Waiting: return row.waitsForHub ? u"offline"_s : u"clock"_s;
    case State::Listing:
    case State::Running: return u"download"_s;
    case State::Locked: return u"lock"_s;
    case State::Retrying: return u"retry"_s;
    case State::Paused: return row.error ? u"warning"_s : u"pause"_s;
    case State::Succeeded: return u"cached"_s;
    case State::Failed: return row.error && row.error->kind == Error::Kind::Gated ? u"lock"_s : u"damaged"_s;
    case State::Cancelled: return u"close"_s;
    }
    return {};
}

Tone stateToneOf(const TransferRow &row)
{
    if (row.state == State::Succeeded)
        return Tone::Success;
    if (row.state == State::Failed)
        return Tone::Danger;
    return isPausedByError(row) || row.state == State::Retrying ? Tone::Warning : Tone::Neutral;
}

Tone progressToneOf(const TransferRow &row)
{
    return row.state == State::Running ? Tone::Accent : stateToneOf(row);
}

QString noteOf(const TransferRow &row)
{
    if (row.error && row.state != State::Succeeded && row.state != State::Cancelled)
        return core::visible(row.error->message);
    QStringList facts{filesOf(row), revisionOf(row), whereTo(row)};
    if (row.filesRefused > 0)
        facts << Transfers::tr("left out for their names: %Ln", nullptr, row.filesRefused);
    if (row.state == State::Succeeded && row.finishedAt.isValid()) {
        const QString time = QLocale().toString(row.finishedAt.toLocalTime().time(), QLocale::ShortFormat);
        facts.insert(1, Transfers::tr("finished at %1").arg(time));
    }
    facts.removeAll(QString());
    return facts.join(u" · "_s);
}

double shareOf(const TransferRow &row)
{
    if (row.state == State::Succeeded)
        return 1;
    if (row.total < 0)
        return row.state == State::Waiting ? 0 : -1;
    return row.total == 0 ? 0 : qMin(double(row.done) / double(row.total), 0.999);
}

}  // namespace models
