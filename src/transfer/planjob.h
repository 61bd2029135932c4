// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/job.h"
#include "hub/filemetadata.h"
#include "hub/page.h"
#include "hub/repoinfo.h"
#include "hub/tree.h"
#include "transfer/cachedfiles.h"
#include "transfer/downloadplan.h"
#include "transfer/transferoptions.h"

#include <QPointer>

class HubClient;

namespace transfer {

/// Where the files of \a commit go by \a wish.
std::shared_ptr<const Destination> makeDestination(const TransferOptions &options, const DownloadWish &wish,
                                                   const QString &commit);

}  // namespace transfer

/// Finds out what a wish takes: asks the Hub for the commit and its list as far as nobody knows them, keeps both in
/// the cache as huggingface_hub does, and looks what is there already. Transfer owns it, or whoever only wants to know.
///
/// A Hub that knows less than Hugging Face's serves, too: without a tree the names come from the repository's info;
/// what a list does not say of a file, its headers do.
///
/// Where the Hub cannot be reached and all that is wanted is cached, it succeeds with that; one that is only to know
/// succeeds with whatever the cache knows of the commit.
///
///   doStart → askCommit → lookAround (pool) → askTree … → completeList → settle (pool) → finished
///        └─── one file alone: askFile ──────────────────────────────────────┘
class PlanJob final : public Job
{
    Q_OBJECT

public:
    enum class For {
        Download,   ///< What the Hub said is kept in the cache, as a download does.
        Knowledge,  ///< Nothing is written.
    };

    /// \a options and \a hub outlive the job.
    PlanJob(DownloadWish wish, For purpose, const TransferOptions *options, HubClient *hub, QObject *parent);

    const DownloadPlan &plan() const { return m_plan; }
    const std::shared_ptr<const Destination> &destination() const { return m_destination; }

protected:
    void doStart() override;
    void doCancel() override;

private:
    void askCommit();
    void lookAround();
    void onLookedAround(const std::optional<transfer::KnownFiles> &known);
    void askFile();
    void onFile(const Result<FileMetadata> &metadata);
    void onMissing(const Error &error);
    void askTree();
    bool onPage(const Result<Page<TreeEntry>> &page);
    void askNames();
    void completeList();
    void settle(bool isListComplete);
    void onSettled(const Result<DownloadPlan> &plan);
    void fallBack(const Error &error);
    void onFoundInCache(const std::optional<DownloadPlan> &plan, const Error &error);

    bool isDry() const { return m_purpose == For::Knowledge; }

    DownloadWish m_wish;
    const For m_purpose;
    const TransferOptions *m_options;
    HubClient *m_hub;
    QPointer<Job> m_question;
    QString m_commit;
    RemoteFiles m_files;
    int m_pages = 0;
    std::shared_ptr<const Destination> m_destination;
    DownloadPlan m_plan;
};
