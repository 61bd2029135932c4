// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/repoid.h"
#include "models/transfernews.h"
#include "transfer/downloadwish.h"

#include <QObject>
#include <QPointer>

class Engine;
class ExportJob;
class QMenu;
class QWidget;
struct Error;
struct SnapshotFiles;

namespace look {
class Banner;
class BannerPlace;
}  // namespace look

/// Saves what is cached of a revision elsewhere: into a folder as a transfer, or as a .zip or .tar.gz, of which it says
/// in a banner how far it is. One export at a time.
class SnapshotSaver final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it; \a page is what its questions stand before.
    SnapshotSaver(Engine *engine, look::BannerPlace *banners, QWidget *page);
    ~SnapshotSaver() override;

    /// Puts its commands into \a menu. \a name is what people call \a commit: "main", or nothing.
    void fill(QMenu *menu, const RepoId &repo, const QString &commit, const QString &name);
    bool isRunning() const { return m_job; }

Q_SIGNALS:
    void runningChanged();
    void ended(const TransferNews::Text &news);  ///< An export, by itself.
    void downloadAsked(const DownloadWish &wish);

private:
    struct What {
        RepoId repo;
        QString commit;
        QString name;
    };

    void askFolder(const What &what);
    void look(const What &what, const QString &ending);
    void askMissing(const What &what, const QString &ending, const SnapshotFiles &files);
    void askFile(const What &what, const QString &ending, const SnapshotFiles &files);
    void start(const What &what, const SnapshotFiles &files, const QString &target);
    void showProgress();
    void onFinished();
    void showDone(const ExportJob &job);
    void showError(const Error &error);

    Engine *m_engine;
    look::BannerPlace *m_banners;
    QWidget *m_page;
    ExportJob *m_job = nullptr;
    QPointer<look::Banner> m_banner;
};
