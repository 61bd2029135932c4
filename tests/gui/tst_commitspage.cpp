// SPDX-License-Identifier: Apache-2.0
#include "windowrig.h"

#include "core/location.h"
#include "gui/repopage.h"
#include "models/commitmodel.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;

/// The history of a repository in the real window.
class TestCommitsPage : public QObject, protected WindowRig
{
    Q_OBJECT

    static constexpr int kCommits = 70;
    const localhub::RepoName m_name{localhub::RepoType::Model, "demo", "tiny"};
    QStringList m_commits;  // Newest first.

    QTreeView *list() const
    {
        for (auto *view : m_window->findChildren<QTreeView *>()) {
            if (view->accessibleName() == u"Commits"_s)
                return view;
        }
        return nullptr;
    }
    int rows() const { return list()->model()->rowCount(); }
    QString idAt(int row) const { return list()->model()->index(row, 0).data(models::RevisionRole).toString(); }
    QPushButton *button(const QString &text) const
    {
        for (auto *button : m_window->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == text)
                return button;
        }
        return nullptr;
    }
    bool says(const QString &text) const
    {
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
    }
    void open(const QString &link = u"demo/tiny"_s)
    {
        m_window->openLink(link);
        QTRY_VERIFY(m_window->repoPage()->isListed());
    }
    void showHistory()
    {
        m_window->actions().commits->trigger();
        QTRY_COMPARE(rows(), 50);
    }
    void choose(int row) const
    {
        list()->setFocus();
        list()->setCurrentIndex(list()->model()->index(row, 0));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        QLocale::setDefault(QLocale::c());
        for (int i = 0; i < kCommits; ++i)
            m_commits.prepend(m_hub->commit(m_name, "main", {Change::put("a.txt", QByteArray::number(i))},
                                            "Change " + QByteArray::number(i) + "\n\nWhat it is for."));
    }

    void init()
    {
        emptyDisk();
        makeEngine();
        openWindow();
    }

    void cleanup() { end(); }

    void isAskedForOnceItIsShown()
    {
        open();
        QTest::qWait(100);
        QCOMPARE(rows(), 0);
        showHistory();
        QVERIFY(says(u"50 of 70 commits loaded"_s));
        QCOMPARE(list()->visualRect(list()->model()->index(0, 0)).width(), list()->viewport()->width());
        QVERIFY(list()->model()->index(0, 0).data(CommitModel::CurrentRole).toBool());
        m_window->actions().files->trigger();
        m_window->actions().commits->trigger();
        QCOMPARE(rows(), 50);
    }

    void growsAsOneScrolls()
    {
        open();
        showHistory();
        list()->verticalScrollBar()->setValue(list()->verticalScrollBar()->maximum());
        QTRY_COMPARE(rows(), kCommits);
        QTRY_VERIFY(says(u"70 commits"_s));
    }

    void returnOpensACommitWhichStaysInTheList()
    {
        open();
        showHistory();
        choose(5);
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_COMPARE(m_window->repoPage()->commit(), m_commits[5]);
        QCOMPARE(m_window->repoPage()->revision(), m_commits[5]);
        QTRY_VERIFY(m_window->repoPage()->isListed());
        QVERIFY(!list()->isVisible());  // Its files are in front.
        m_window->actions().commits->trigger();
        QCOMPARE(rows(), 50);
        QCOMPARE(idAt(0), m_commits[0]);
        QVERIFY(!list()->model()->index(0, 0).data(CommitModel::CurrentRole).toBool());
        QVERIFY(list()->model()->index(5, 0).data(CommitModel::CurrentRole).toBool());
    }

    void aCommitThatIsNotInTheListHasAHistoryOfItsOwn()
    {
        open(u"hf://demo/tiny@"_s + m_commits[60]);
        m_window->actions().commits->trigger();
        QTRY_COMPARE(rows(), 10);
        QCOMPARE(idAt(0), m_commits[60]);
    }

    void copiesTheWholeHash()
    {
        open();
        showHistory();
        QVERIFY(!button(u"Copy hash"_s)->isEnabled());
        choose(3);
        QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), m_commits[3]);
        choose(4);
        button(u"Copy hash"_s)->click();
        QCOMPARE(QApplication::clipboard()->text(), m_commits[4]);
    }

    void theMenuCopiesTheMessage()
    {
        open();
        showHistory();
        choose(3);
        Q_EMIT list()->customContextMenuRequested(list()->visualRect(list()->currentIndex()).center());
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QStringList texts;
        for (QAction *action : menu->actions()) {
            texts << action->text();
            if (action->text() == u"Copy message"_s)
                action->trigger();
        }
        menu->close();
        QCOMPARE(texts,
                 (QStringList{u"Open this revision"_s, u"Copy hash"_s, u"Copy message"_s, u"Open on the Hub"_s}));
        QCOMPARE(QApplication::clipboard()->text(), u"Change 66\n\nWhat it is for."_s);
    }

    void filtersWhatIsLoadedAndSaysSo()
    {
        open();
        showHistory();
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *filter = m_window->findChild<QLineEdit *>(u"filter"_s);
        QVERIFY(filter->hasFocus());
        QCOMPARE(filter->placeholderText(), u"Filter commits"_s);
        QTest::keyClicks(filter, u"change 6"_s);
        QTRY_COMPARE(rows(), 10);
        QVERIFY(says(u"10 of the 50 commits that are loaded match"_s));
        filter->clear();
        QTest::keyClicks(filter, u"change 1"_s);
        QTRY_COMPARE(rows(), 0);  // Those of 10 to 19 are on the next page.
        QVERIFY(says(u"No commit matches"_s));
        button(u"Load more"_s)->click();
        QTRY_COMPARE(rows(), 11);
        QVERIFY(!button(u"Load more"_s));
        QTest::keyClick(filter, Qt::Key_Escape);
        QTRY_COMPARE(rows(), kCommits);
    }

    void withoutTheHubItSaysSo()
    {
        open();
        m_hub->stop();
        m_window->actions().commits->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(button(u"Try again"_s), 30'000);
        QVERIFY(says(u"You are offline"_s) || says(u"The history cannot be shown"_s));
        m_hub->start();
        button(u"Try again"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(rows(), 50, 30'000);
    }

    void aRepositoryThatIsNotThereHasNone()
    {
        open();
        showHistory();
        m_window->openLink(u"demo/no-such-repository"_s);
        QTRY_VERIFY(m_window->repoPage()->hasBanner());
        QVERIFY(!list()->isVisible());
    }
};

QTEST_MAIN(TestCommitsPage)
#include "tst_commitspage.moc"
