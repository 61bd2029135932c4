// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "windowrig.h"

#include "gui/repopage.h"
#include "gui/sources/sourcedialog.h"
#include "gui/widgets/bannerplace.h"
#include "models/placesmodel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

/// The window with its saved sources: what stands among the places, the form, and what a banner says.
class SourcesRig : protected WindowRig
{
protected:
    /// Nobody is signed in, and nobody's own logins are there.
    void openAll()
    {
        emptyDisk();
        EngineOptions made = options(m_hub->url());
        made.tokens = std::make_shared<TokenStore>();
        made.credentials = made.tokens;
        made.isDemo = true;
        makeEngine(made);
        openWindow();
    }
    void signIn(const QUrl &endpoint, const QByteArray &token)
    {
        Account alice{.endpoint = endpoint, .identity = {}};
        alice.identity.name = QStringLiteral("alice");
        m_accounts->signIn(alice, {token}, Accounts::Keep::ThisRun, m_accounts.get(), [](const KeychainAnswer &) {});
        QTRY_VERIFY(m_accounts->tokens().has(endpoint, QStringLiteral("alice")));
    }

    QTreeView *places() const { return m_window->findChild<QTreeView *>(QStringLiteral("places")); }
    QStringList sources() const
    {
        QStringList names;
        for (int row = 0; row < places()->model()->rowCount(); ++row) {
            if (!placeAt(row).data(PlacesModel::SourceRole).toString().isEmpty())
                names << placeAt(row).data().toString();
        }
        return names;
    }
    QModelIndex placeAt(int row) const { return places()->model()->index(row, 0); }
    QModelIndex placeOf(const QString &name) const
    {
        for (int row = places()->model()->rowCount() - 1; row >= 0; --row) {
            if (placeAt(row).data().toString() == name)
                return placeAt(row);
        }
        return {};
    }
    void press(const QString &name)
    {
        const QPoint at = places()->visualRect(placeOf(name)).center();
        QTest::mouseClick(places()->viewport(), Qt::LeftButton, {}, at);
    }
    SourceDialog *form() const { return m_window->findChild<SourceDialog *>(); }
    template<typename T>
    T *field(const QString &name) const
    {
        return form()->findChild<T *>(name);
    }
    void click(const QString &button) const { field<QPushButton>(button)->click(); }
    void add(const QString &link, const QString &name)
    {
        m_window->actions().addSource->trigger();
        QVERIFY(form());
        field<QLineEdit>(QStringLiteral("repo"))->insert(link);
        field<QLineEdit>(QStringLiteral("name"))->setText(name);
        click(QStringLiteral("save"));
        QTRY_VERIFY(!form());
    }
    /// The keyboard is at that row.
    void goTo(const QString &name)
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        places()->setFocus();
        places()->setCurrentIndex(placeOf(name));
    }
    void addThree()
    {
        for (const QString &name : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})
            add(QStringLiteral("google/tiny-model"), name);
        QCOMPARE(sources(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    }
    RepoPage *page() const { return m_window->repoPage(); }
    /// Of the page in front; or of the window, above it.
    look::Banner *banner() const
    {
        look::Banner *found = nullptr;
        for (const look::BannerPlace *place : m_window->findChildren<look::BannerPlace *>()) {
            if (place->banner() && place->isVisible() && (!found || page()->isAncestorOf(place)))
                found = place->banner();
        }
        return found;
    }
    QString sentence() const { return banner() ? banner()->accessibleName() : QString(); }
    QPushButton *bannerButton(const QString &text) const
    {
        for (auto *button : banner()->findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
};
