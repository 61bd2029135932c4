// SPDX-License-Identifier: Apache-2.0
#include "windowrig.h"

#include "gui/repopage.h"
#include "gui/widgets/cardgrid.h"
#include "models/repomodel.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;

/// The repositories that somebody marked, in the real window.
class TestFavouritesPage : public QObject, protected WindowRig
{
    Q_OBJECT

    look::CardGrid *grid() const
    {
        for (auto *grid : m_window->findChildren<look::CardGrid *>()) {
            if (grid->isVisible() && grid->accessibleName() == "Favourites"_L1)
                return grid;
        }
        return nullptr;
    }
    QStringList shown() const
    {
        QStringList names;
        for (int row = 0; grid() && row < grid()->model()->rowCount(); ++row)
            names << grid()->model()->index(row, 0).data().toString();
        return names;
    }
    QPushButton *button(const QString &text) const
    {
        for (auto *button : m_window->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == text)
                return button;
        }
        return nullptr;
    }
    void open(const QString &link)
    {
        m_window->openLink(link);
        QTRY_VERIFY(m_window->repoPage()->isListed());
    }
    void openFavourites() { QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier); }
    void mark(const QStringList &links)
    {
        for (const QString &link : links) {
            open(link);
            QVERIFY(!button(u"Favourite"_s)->isChecked());
            QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
            QVERIFY(button(u"Favourite"_s)->isChecked());
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        const QList<Change> readme{Change::put("README.md", "# x\n")};
        m_hub->commit({localhub::RepoType::Model, "demo", "tiny"}, "main", readme);
        m_hub->commit({localhub::RepoType::Dataset, "demo", "tables"}, "main", readme);
        m_hub->commit({localhub::RepoType::Space, "demo", "board"}, "main", readme);
    }
    void init()
    {
        emptyDisk();
        makeEngine();
        openWindow();
    }
    void cleanup() { end(); }

    void withoutAnyItSaysHowOneIsMade()
    {
        openFavourites();
        QTRY_VERIFY(button(u"Search the Hub"_s));
        QVERIFY(!grid());
        QCOMPARE(QApplication::focusWidget(), button(u"Search the Hub"_s));
    }

    void areMarkedAtTheHeadOfARepositoryAndOpenedHere()
    {
        mark({u"demo/tiny"_s, u"datasets/demo/tables"_s});
        openFavourites();
        QTRY_COMPARE(shown(), (QStringList{u"demo/tables"_s, u"demo/tiny"_s}));
        QTRY_VERIFY(grid()->model()->index(1, 0).data(RepoModel::ModifiedRole).toDateTime().isValid());
        QCOMPARE(QApplication::focusWidget(), grid());
        QTest::keyClick(grid(), Qt::Key_Down);
        QTest::keyClick(grid(), Qt::Key_End);
        QTest::keyClick(grid(), Qt::Key_Return);
        QTRY_COMPARE(m_window->repoPage()->location().repo.name, u"demo/tiny"_s);
        QTRY_VERIFY(m_window->repoPage()->isListed());
        QVERIFY(button(u"Favourite"_s)->isChecked());
        button(u"Favourite"_s)->click();
        openFavourites();
        QTRY_COMPARE(shown(), QStringList{u"demo/tables"_s});
    }

    void areThereTheNextTimeAndWithoutANetwork()
    {
        mark({u"demo/tiny"_s, u"spaces/demo/board"_s});
        makeEngine();
        m_hub->stop();
        openWindow();
        openFavourites();
        QTRY_COMPARE(shown(), (QStringList{u"demo/board"_s, u"demo/tiny"_s}));
        m_hub->start();
    }

    void deleteTakesOutAndUndoBringsBack()
    {
        mark({u"demo/tiny"_s, u"datasets/demo/tables"_s, u"spaces/demo/board"_s});
        openFavourites();
        QTRY_COMPARE(shown().size(), 3);
        grid()->setCurrentIndex(grid()->model()->index(1, 0));
        QTest::keyClick(grid(), Qt::Key_Delete);
        QCOMPARE(shown(), (QStringList{u"demo/board"_s, u"demo/tiny"_s}));
        QVERIFY(button(u"Undo"_s));
        button(u"Undo"_s)->click();
        QCOMPARE(shown(), (QStringList{u"demo/board"_s, u"demo/tables"_s, u"demo/tiny"_s}));
        QVERIFY(!button(u"Undo"_s));
        QCOMPARE(QApplication::focusWidget(), grid());
    }

    void theFilterNarrowsThem()
    {
        mark({u"demo/tiny"_s, u"datasets/demo/tables"_s});
        openFavourites();
        auto *filter = m_window->findChild<QLineEdit *>(u"filter"_s);
        QVERIFY(filter);
        filter->setText(u"TAB"_s);
        QTRY_COMPARE(shown(), QStringList{u"demo/tables"_s});
        filter->setText(u"nothing is called so"_s);
        QTRY_VERIFY(button(u"Clear the filter"_s));
        button(u"Clear the filter"_s)->click();
        QTRY_COMPARE(shown().size(), 2);
    }

    void theMenuHasWhatTheKeysDo()
    {
        mark({u"demo/tiny"_s});
        openFavourites();
        QTRY_COMPARE(shown().size(), 1);
        Q_EMIT grid()->customContextMenuRequested(grid()->visualRect(grid()->model()->index(0, 0)).center());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 4);
        menu->actions().at(1)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), m_hub->url().toString() + u"/demo/tiny"_s);
        menu->actions().constLast()->trigger();
        menu->close();
        QVERIFY(shown().isEmpty());
    }
};

QTEST_MAIN(TestFavouritesPage)
#include "tst_favouritespage.moc"
