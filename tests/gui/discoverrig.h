// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/crowd.h"
#include "support/onetoken.h"
#include "support/scriptedhub.h"
#include "windowrig.h"

#include "gui/discoverpage.h"
#include "gui/widgets/cardgrid.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

/// The real window on a Hub with a crowd of models, or on one that answers as the test says; and what a person would
/// look for in it.
class DiscoverRig : protected WindowRig
{
protected:
    static constexpr int kCrowd = 100;

    ScriptedHub m_script;

    void fillHub()
    {
        addCrowd(*m_hub, kCrowd);
        const localhub::RepoName tiny{localhub::RepoType::Model, "demo", "tiny"};
        m_hub->commit(tiny, "main", {localhub::Change::put("README.md", "# Tiny\n")});
        QVERIFY(!m_hub->store().createRepo({localhub::RepoType::Dataset, "demo", "tables"}, {}));
        QVERIFY(!m_hub->store().createRepo({localhub::RepoType::Space, "demo", "board"},
                                           {.sdk = QStringLiteral("gradio")}));
    }

    void begin()
    {
        emptyDisk();
        makeEngine();
        m_script.requests.clear();
        m_script.answer = [](const ScriptedHub::Request &) { return ScriptedHub::Answer{.body = "[]"}; };
    }

    template<typename T>
    T *named(const QString &name) const
    {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            for (T *widget : top->findChildren<T *>()) {
                if (widget->isVisible() && widget->accessibleName() == name)
                    return widget;
            }
        }
        return nullptr;
    }
    QPushButton *button(const QString &text) const
    {
        for (auto *button : m_window->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == text)
                return button;
        }
        return nullptr;
    }
    look::CardGrid *results() const { return named<look::CardGrid>(QStringLiteral("Results")); }
    QLineEdit *field() const { return named<QLineEdit>(QStringLiteral("Search")); }
    QStringList shown() const
    {
        QStringList names;
        for (int row = 0; results() && row < results()->model()->rowCount(); ++row)
            names << results()->model()->index(row, 0).data().toString();
        return names;
    }
    bool sees(const QString &text) const
    {
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
    }

    void discover(RepoType type = RepoType::Model, const RepoQuery &query = {})
    {
        m_window->open(discoverPlace(type, query));
        QTRY_VERIFY(m_window->discoverPage()->isSettled());
    }
    void type(const QString &text)
    {
        field()->setFocus();
        field()->selectAll();
        QTest::keyClicks(field(), text);
        QTRY_VERIFY(m_window->discoverPage()->isSettled());
    }
    /// The menu that \a button opens, with \a item chosen by its text.
    void choose(const QString &button, const QString &item)
    {
        this->button(button)->click();
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text() == item)
                menu->setActiveAction(action);
        }
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(m_window->discoverPage()->isSettled());
    }
    void windowOnTheScript()
    {
        m_window.reset();
        m_engine = std::make_unique<Engine>(EngineOptions{.endpoint = m_script.url(),
                                                          .cacheRoot = m_folder->filePath(QStringLiteral("cache")),
                                                          .credentials = std::make_shared<OneToken>(QByteArray{})});
        openWindow();
    }
    int searches(const QByteArray &words) const
    {
        return int(std::ranges::count_if(m_script.requests, [&words](const ScriptedHub::Request &request) {
            return request.target.startsWith("/api/models") && request.target.contains(words);
        }));
    }
};
