// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/cacheremover.h"
#include "transfer/downloadwish.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class Engine;
struct ScanWatch;
struct TransferRow;

/// What the cache holds: looked at in the pool, again after a transfer or a deletion ended. One look or deletion at a
/// time, in the order they were asked for.
class CacheView final : public QObject
{
    Q_OBJECT

public:
    explicit CacheView(Engine *engine, QObject *parent = nullptr);  ///< \a engine outlives it.
    ~CacheView() override;

    const CacheContents &contents() const { return m_contents; }
    bool isKnown() const { return m_isKnown; }  ///< False until the first look ended.
    bool isBusy() const { return m_isBusy; }

    void look();
    void lookSoon();  ///< In a second; many wishes are one.
    void remove(const QList<CacheChoice> &choices);

    /// Downloads that go on from the parts of \a repo; empty where no list of files says what they are parts of.
    /// \a done is not called once \a context died.
    void findDownloads(const CachedRepo &repo, QObject *context,
                       std::function<void(const QList<DownloadWish> &)> done) const;

Q_SIGNALS:
    void changed();
    void progressed(int done, int total);  ///< Repositories, of a look that takes long.
    void removed(const RemovalOutcome &outcome);

private:
    void goOn();
    void scan();
    void onRows(const QList<TransferRow> &rows);

    Engine *m_engine;
    CacheContents m_contents;
    bool m_isKnown = false;
    bool m_isBusy = false;
    bool m_wantsLook = false;
    QList<CacheChoice> m_toRemove;
    std::shared_ptr<ScanWatch> m_watch;
    QTimer m_soon;
    QTimer m_progress;
};
