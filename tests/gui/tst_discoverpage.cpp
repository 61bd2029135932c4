// SPDX-License-Identifier: Apache-2.0
#include "discoverrig.h"

#include "gui/repopage.h"
#include "gui/widgets/chip.h"

#include <QComboBox>
#include <QScrollBar>

using namespace Qt::Literals::StringLiterals;

/// Searching the Hub in the real window, by keyboard where a person could.
class TestDiscoverPage : public QObject, protected DiscoverRig
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        fillHub();
    }
    void init() { begin(); }
    void cleanup() { end(); }

    void byKeyboardAloneToARepositoryAndBack()
    {
        openWindow();
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(results());
        QCOMPARE(QApplication::focusWidget(), field());
        type(u"model-0"_s);
        QCOMPARE(shown().size(), 30);
        QTest::keyClick(field(), Qt::Key_Down);
        look::CardGrid *grid = results();
        QCOMPARE(QApplication::focusWidget(), grid);
        QCOMPARE(grid->currentIndex().row(), 0);
        QTest::keyClick(grid, Qt::Key_End);
        QTRY_VERIFY(shown().size() > 30);
        QTest::keyClick(grid, Qt::Key_Left);
        const int row = grid->currentIndex().row();
        const int at = grid->verticalScrollBar()->value();
        QVERIFY(row > 20 && at > 0);
        const QString name = grid->currentIndex().data().toString();
        const QStringList before = shown();

        QTest::keyClick(grid, Qt::Key_Return);
        QTRY_COMPARE(m_window->repoPage()->location().repo.name, name);
        QVERIFY(m_window->repoPage()->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(results());
        QCOMPARE(shown(), before);
        QCOMPARE(grid->currentIndex().row(), row);
        QCOMPARE(grid->verticalScrollBar()->value(), at);
        QCOMPARE(QApplication::focusWidget(), grid);
        QCOMPARE(field()->text(), u"model-0"_s);

        // In the results Ctrl+K leads to the search, too, and in a field it is no command of the field.
        QTest::keyClick(grid, Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), field());
        QTest::keyClick(field(), Qt::Key_Home);
        QTest::keyClick(field(), Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(field()->selectedText(), u"model-0"_s);
    }

    void aPressOpensACard()
    {
        openWindow();
        discover();
        look::CardGrid *grid = results();
        const QRect card = grid->visualRect(grid->model()->index(1, 0));
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, card.center());
        QTRY_COMPARE(m_window->repoPage()->location().repo.name, u"crowd/model-001"_s);
    }

    void asksForMoreAsOneScrolls()
    {
        openWindow();
        discover();
        QCOMPARE(shown().size(), 30);
        QTest::qWait(200);
        QCOMPARE(shown().size(), 30);  // What nobody looks at is not asked for.
        for (const int count : {60, 90, kCrowd + 1}) {
            QScrollBar *bar = results()->verticalScrollBar();
            bar->setValue(bar->maximum());
            QTRY_COMPARE(shown().size(), count);
        }
        QTRY_VERIFY(sees(u"101 results"_s));
    }

    void aLargeWindowIsFilled()
    {
        openWindow({1280, 2400});
        discover();
        QTRY_COMPARE(shown().size(), 60);
    }

    void columnsFollowTheWidth()
    {
        openWindow();
        discover();
        const auto columns = [this] { return results()->viewport()->width() / results()->gridSize().width(); };
        QCOMPARE(columns(), 2);
        m_window->resize(700, 600);
        QTRY_COMPARE(columns(), 1);
        m_window->resize(1600, 800);
        QTRY_COMPARE(columns(), 3);
        for (int width = 1280; width < 1290; ++width) {
            m_window->resize(width, 800);
            QTRY_COMPARE(columns(), 2);
            QApplication::processEvents();
            const QAbstractItemModel *model = results()->model();
            QCOMPARE(results()->visualRect(model->index(0, 0)).top(), 0);
            QCOMPARE(results()->visualRect(model->index(1, 0)).top(), 0);
            QVERIFY(results()->visualRect(model->index(2, 0)).top() > 0);
        }
        m_window->resize(700, 600);
        QTRY_COMPARE(columns(), 1);
        QTRY_COMPARE(results()->visualRect(results()->model()->index(0, 0)).top(), 0);
    }

    void asksOnceForAWordThatIsTyped()
    {
        windowOnTheScript();
        discover();
        QCOMPARE(m_script.requests.size(), 1);
        QTest::keyClicks(field(), u"llama"_s);
        QTRY_COMPARE(searches("search=llama"), 1);
        QCOMPARE(searches("search="), 1);
    }

    void returnAsksAtOnce()
    {
        windowOnTheScript();
        discover();
        const auto asked = [this] { return m_window->discoverPage()->place().query.search; };
        QTest::keyClicks(field(), u"llama"_s);
        QCOMPARE(asked(), QString());
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(asked(), u"llama"_s);
        QTest::qWait(300);
        QCOMPARE(searches("search=llama"), 1);
    }

    void anOlderAnswerNeverOverwritesANewerOne()
    {
        m_script.answer = [](const ScriptedHub::Request &request) {
            const bool isOld = request.target.contains("search=old&");
            return ScriptedHub::Answer{.body = isOld ? R"([{"id":"a/old"}])" : R"([{"id":"a/new"}])",
                                       .hold = isOld ? 0 : -1};
        };
        windowOnTheScript();
        discover();
        QTest::keyClicks(field(), u"old"_s);
        QTRY_COMPARE(m_script.held(), 1);
        type(u"older"_s);
        QCOMPARE(shown(), QStringList{u"a/new"_s});
        m_script.release();
        QTest::qWait(200);
        QCOMPARE(shown(), QStringList{u"a/new"_s});
    }

    void aFilterIsAChipUntilItIsRemoved()
    {
        openWindow();
        discover();
        choose(u"Task"_s, u"Translation"_s);
        QTRY_COMPARE(shown().size(), 30);
        QCOMPARE(shown().value(1), u"crowd/model-003"_s);
        choose(u"Licence"_s, u"MIT"_s);
        QTRY_COMPARE(shown().size(), 17);
        QTRY_VERIFY(sees(u"17 results"_s));
        auto *task = named<look::Chip>(u"Remove filter Translation"_s);
        QVERIFY(task && named<look::Chip>(u"Remove filter MIT"_s));
        task->setFocus();
        QTest::keyClick(task, Qt::Key_Delete);
        QTRY_VERIFY(m_window->discoverPage()->isSettled());
        QCOMPARE(shown().size(), 30);
        QVERIFY(!task->isVisible());
        named<look::Chip>(u"Remove filter MIT"_s)->click();
        QTRY_COMPARE(shown().value(0), u"crowd/model-000"_s);
    }

    void anAuthorIsTyped()
    {
        openWindow();
        discover();
        button(u"Author"_s)->click();
        auto *author = named<QLineEdit>(u"Author"_s);
        QVERIFY(author && author->hasFocus());
        QTest::keyClicks(author, u"nobody"_s);
        QTest::keyClick(author, Qt::Key_Escape);
        QTRY_VERIFY(button(u"Author"_s));
        QVERIFY(!named<QLineEdit>(u"Author"_s));
        QCOMPARE(shown().size(), 30);

        button(u"Author"_s)->click();
        QTest::keyClicks(author, u"demo"_s);
        QTest::keyClick(author, Qt::Key_Return);
        QTRY_COMPARE(shown(), QStringList{u"demo/tiny"_s});
        QVERIFY(named<look::Chip>(u"Remove filter By demo"_s));
        QTRY_VERIFY(sees(u"1 result"_s));
    }

    void sorts()
    {
        openWindow();
        discover();
        auto *sort = named<QComboBox>(u"Sort"_s);
        QVERIFY(sort);
        sort->setFocus();
        QTest::keyClick(sort, Qt::Key_Down);
        QCOMPARE(sort->currentText(), u"Most downloads"_s);
        QTRY_COMPARE(shown().value(0), u"crowd/model-099"_s);
        discover(RepoType::Space);
        QCOMPARE(sort->findText(u"Most downloads"_s), -1);
        QCOMPARE(shown(), QStringList{u"demo/board"_s});
        discover(RepoType::Model, {.sort = RepoQuery::Sort::Downloads});
        QCOMPARE(sort->currentText(), u"Most downloads"_s);
    }
};

QTEST_MAIN(TestDiscoverPage)
#include "tst_discoverpage.moc"
