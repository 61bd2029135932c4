// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QProcess>
#include <QUrl>

/// The Hub of `hubdeck --demo`: hubdeck-localhub beside this program, on a free port, with its demo content.
///
/// It ends with this object, and by itself when this process dies: its standard input closes then.
class DemoHub final : public QObject
{
    Q_OBJECT

public:
    /// Everything is kept below \a folder.
    explicit DemoHub(const QString &folder, QObject *parent = nullptr);
    ~DemoHub() override;

    /// Known before it serves, so that the window need not wait for it.
    QUrl endpoint() const { return m_endpoint; }
    void start();  ///< ready() or failed() follows.

    /// $XDG_DATA_HOME/hubdeck/demo
    static QString defaultFolder();

Q_SIGNALS:
    void ready();
    void failed(const Error &error);

private:
    void onOutput();
    void onEnded();

    QProcess m_process;
    QString m_folder;
    QUrl m_endpoint;
    QByteArray m_output;
    bool m_said = false;
};
