// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <memory>

class Engine;
class FilesChoice;
class HandOut;
class QMimeData;

namespace look {
class RowTree;
}

/// Takes what is selected in a list of files out of the window: what is on this computer as files, under their own
/// names, for a file manager to copy; the rest as hf:// links.
class FilesDrag final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    FilesDrag(Engine *engine, const FilesChoice *choice, look::RowTree *list);

    /// Finds out in the pool what is here, and begins the drag then if the button is still down.
    void begin();

Q_SIGNALS:
    void ready(const QMimeData *data);  ///< What is about to be dragged; it goes with the drag.

private:
    void take(const std::shared_ptr<HandOut> &files, const QString &links);

    Engine *m_engine;
    const FilesChoice *m_choice;
    look::RowTree *m_list;
    QList<std::shared_ptr<HandOut>> m_given;  // Somebody may still be copying from them.
};
