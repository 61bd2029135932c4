// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

class Appearance;
class MainWindow;

/// Plays opening, downloading and looking through the window's own actions and buttons, and saves a picture of every
/// page into a folder, light and dark.
///
/// Each step acts, waits until something came true, and takes its picture. The first that does not come true in time
/// ends the tour.
class Tour final : public QObject
{
    Q_OBJECT

public:
    Tour(MainWindow *window, Appearance *appearance, QString folder, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void finished(int exitCode);  ///< 0: every step came true; 1: one did not, and stderr says which.

private:
    struct Step {
        QString name;  ///< Of its pictures.
        std::function<void()> act;
        std::function<bool()> cameTrue;
    };

    QList<Step> discoverSteps();
    QList<Step> repositorySteps();
    QList<Step> downloadSteps();
    QList<Step> cacheSteps();
    QList<Step> favouriteSteps();
    QList<Step> lastSteps();
    QList<Step> previewSteps();
    void openLink(const QString &link) const;
    bool select(const QString &file) const;
    void filter(const QString &text) const;
    void next();
    void poll();
    void picture(const QString &name);
    void save(const QString &name);
    void end(int exitCode);
    template<typename T>
    T *find(const QString &accessibleName) const;
    bool isDownloaded() const;

    MainWindow *m_window;
    Appearance *m_appearance;
    QString m_folder;
    QList<Step> m_steps;
    qsizetype m_at = -1;
    int m_pictures = 0;
    QTimer m_poll;
    QElapsedTimer m_since;
};
