// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/place.h"
#include "gui/windowactions.h"
#include "local/sources.h"
#include "models/tone.h"

#include <QObject>

class Engine;
class History;
class PlacesPane;
class QAction;
class QMenu;
class SignIn;
class SourceDialog;

namespace look {
class BannerPlace;
}

/// What can be done with the saved sources: from their rows among the places, and from the menus of the window.
class SourceActions final : public QObject
{
    Q_OBJECT

public:
    /// The parts of the window that they have to do with; all outlive the actions.
    struct Window {
        QWidget *widget;
        PlacesPane *places;
        look::BannerPlace *banners;
        const History *history;
        const WindowActions &actions;
    };

    /// \a engine, \a signIn and \a settings outlive it.
    SourceActions(Engine *engine, SignIn *signIn, Settings *settings, const Window &window);

    /// \a place as the account asks for it that a source ties its repository to, where nobody is named yet and that
    /// account is signed in here.
    Place tied(const Place &place) const;

Q_SIGNALS:
    void placeAsked(const Place &place);

private:
    QAction *makeAction(const QString &icon, const QString &text, const QKeySequence &keys,
                        void (SourceActions::*act)());
    void showSources();
    void updateActions();
    std::optional<Source> current() const;
    void open();
    void edit();
    void moveBy(int step);
    void moveUp() { moveBy(-1); }
    void moveDown() { moveBy(1); }
    void copyLink();
    void remove();
    void add();
    void savePlace();
    SourceDialog *showForm();
    void showMenu(const QPoint &at);
    void askExport();
    void askImport();
    void exportTo(const QString &path);
    void importFrom(const QString &path);
    void import(const QByteArray &document);
    void tell(models::Tone tone, const QString &sentence);

    Engine *m_engine;
    SignIn *m_signIn;
    QWidget *m_widget;
    PlacesPane *m_places;
    look::BannerPlace *m_banners;
    const History *m_history;
    Sources m_sources;
    QAction *m_open;
    QAction *m_edit;
    QAction *m_moveUp;
    QAction *m_moveDown;
    QAction *m_copyLink;
    QAction *m_remove;
    QAction *m_export;
    QAction *m_import;
};
