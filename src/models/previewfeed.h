// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "models/preview.h"

#include <QObject>
#include <QTimer>

#include <memory>

class Engine;
class ExcerptFetch;
class RepoSession;
struct DecodedImage;
struct Excerpt;

namespace formats {
class TextSample;
}

/// Follows a selection of files and gets what there is to see of it, and no byte more.
///
/// It waits until the selection stands still, so that walking through a list asks the Hub for next to nothing; while it
/// is not active it asks for nothing at all. What a file is its bytes decide, not its name.
///
///   look → m_stillness → settle → fetch → onFetched → Text | Image | Facts
///                                   ↑         │
///                                   └─ more ──┘
class PreviewFeed final : public QObject
{
    Q_OBJECT

public:
    explicit PreviewFeed(Engine *engine, QObject *parent = nullptr);
    ~PreviewFeed() override;

    static constexpr qint64 kSniff = 8 << 10;       ///< Of a file of unknown kind.
    static constexpr qint64 kTextPart = 256 << 10;  ///< Of a text at a time.
    static constexpr qint64 kMostText = 4 << 20;
    static constexpr qint64 kMostJson = 1 << 20;  ///< As a tree.
    static constexpr qint64 kMostImage = 16 << 20;

    void setSession(RepoSession *session);  ///< Outlives this, or is taken away by setSession(nullptr).
    void setActive(bool isActive);
    void look(const FileSelection &selection);
    void showMore();  ///< The next part of a text.
    void retry();     ///< After Failed.

    const Preview &preview() const { return m_preview; }
    bool isSettled() const { return m_isSettled && m_preview.kind != Preview::Kind::Loading; }

Q_SIGNALS:
    void changed();                       ///< Look at all of preview() again.
    void textAdded(const QString &text);  ///< To preview().text, and nothing else but how much there is.
    void jsonRead();                      ///< preview().json is there now, too.
    void stateChanged();                  ///< preview().selection.state

private:
    void settle();
    void openFile();
    void fetch(qint64 offset, qint64 count);
    void onFetched(const Result<Excerpt> &excerpt);
    void onBeginning(const Excerpt &excerpt);
    void addText(const QByteArray &bytes);
    void readJson();
    void takeImage(qint64 size);
    void showImage(const Result<DecodedImage> &image);
    void showFacts(const QString &reason);
    void show(Preview preview);
    const RemoteFile &file() const { return m_preview.entry()->file; }

    Engine *m_engine;
    RepoSession *m_session = nullptr;
    std::unique_ptr<ExcerptFetch> m_fetch;
    bool m_isActive = false;
    bool m_isSettled = true;  // What was last looked at is what preview() is about.
    FileSelection m_selection;
    QTimer m_stillness;
    Preview m_preview;
    QByteArray m_bytes;  // Of what is not known to be a text yet, from the file's beginning on.
    std::unique_ptr<formats::TextSample> m_sample;
    quint64 m_shown = 0;  // What the pool made of an older one is not shown.
};
