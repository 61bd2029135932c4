// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class MainWindow;

/// Plays opening, downloading and looking through the window's own actions, and saves a picture of every page into a
/// folder, light and dark.
class Tour final : public QObject
{
    Q_OBJECT

public:
    Tour(MainWindow *window, QString folder, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void finished(int exitCode);  ///< 0: every step came true; 1: one did not, and stderr says which.
};
