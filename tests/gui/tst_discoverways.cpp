// SPDX-License-Identifier: Apache-2.0
#include "circumstances.h"
#include "discoverrig.h"
#include "fit.h"

#include "gui/locationbar.h"
#include "gui/repopage.h"
#include "gui/startpage.h"
#include "gui/widgets/chip.h"

#include "support/cachemaker.h"

#include <QTreeView>

using namespace Qt::Literals::StringLiterals;

/// The ways to a search and on from where it ends, and whether all of it is seen.
class TestDiscoverWays : public QObject, protected DiscoverRig
{
    Q_OBJECT

    Circumstances m_circumstances;

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        fillHub();
    }

    void init() { begin(); }

    void cleanup()
    {
        end();
        m_circumstances.end();
    }

    void nothingMatchesIsSaidWithTheWayOn()
    {
        openWindow();
        discover(RepoType::Model, {.search = u"tab"_s, .license = u"mit"_s});
        QVERIFY(sees(u"Nothing matches"_s));
        QVERIFY(sees(u"Nothing with these filters is named like “tab”."_s));
        button(u"Remove all filters"_s)->click();
        QTRY_VERIFY(m_window->discoverPage()->isSettled());
        QVERIFY(sees(u"Nothing on the Hub is named like “tab”."_s));
        QVERIFY(!button(u"Remove all filters"_s));
        button(u"Search datasets instead"_s)->click();
        QTRY_COMPARE(shown(), QStringList{u"demo/tables"_s});
        QCOMPARE(field()->text(), u"tab"_s);
        QTest::keyClick(field(), Qt::Key_Escape);
        QCOMPARE(field()->text(), QString());
    }

    void anErrorIsASentenceAndAWayOut()
    {
        bool isBroken = true;
        m_script.answer = [&isBroken](const ScriptedHub::Request &) {
            return isBroken ? ScriptedHub::Answer{.status = 403} : ScriptedHub::Answer{.body = R"([{"id":"a/b"}])"};
        };
        windowOnTheScript();
        discover();
        QPushButton *again = button(u"Try again"_s);
        QVERIFY(again);
        isBroken = false;
        again->click();
        QTRY_COMPARE(shown(), QStringList{u"a/b"_s});
        QVERIFY(!button(u"Try again"_s));
    }

    void offlineItSaysSoUntilTheHubIsBack()
    {
        openWindow();
        m_hub->stop();
        m_window->actions().search->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(sees(u"You are offline"_s), 10'000);
        QVERIFY(button(u"Try again"_s) && button(u"Show what was opened before"_s));
        m_hub->start();
        QTRY_COMPARE_WITH_TIMEOUT(shown().size(), 30, 10'000);
    }

    void offlineItFindsWhatThisComputerHas()
    {
        const CacheMaker cache(m_folder->filePath(u"cache"_s));
        cache.add({RepoType::Model, u"ada/llama"_s}, CacheMaker::commitOf(u'1'), u"a"_s, 10, {u"main"_s});
        cache.add({RepoType::Model, u"bob/whale"_s}, CacheMaker::commitOf(u'2'), u"b"_s, 10, {u"main"_s});
        cache.add({RepoType::Dataset, u"ada/llama-talk"_s}, CacheMaker::commitOf(u'3'), u"c"_s, 10, {u"main"_s});
        makeEngine(true);
        openWindow();
        m_window->open(discoverPlace(RepoType::Model));
        const auto found = [this] {
            QStringList names;
            if (auto *grid = named<look::CardGrid>(u"On this computer"_s)) {
                for (int row = 0; row < grid->model()->rowCount(); ++row)
                    names << grid->model()->index(row, 0).data().toString();
            }
            return names;
        };
        QTRY_COMPARE(found(), (QStringList{u"ada/llama"_s, u"bob/whale"_s}));
        type(u"LLA"_s);
        QCOMPARE(found(), QStringList{u"ada/llama"_s});
        QTest::keyClick(field(), Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), named<look::CardGrid>(u"On this computer"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(m_window->repoPage()->location().repo.name, u"ada/llama"_s);
        discover(RepoType::Dataset);
        QCOMPARE(found(), QStringList{u"ada/llama-talk"_s});
        type(u"nothing is called so"_s);
        QVERIFY(sees(u"You are offline"_s));
    }

    void resultsAreCardsOrLinesAsOneLikes()
    {
        openWindow();
        discover();
        const int cards = results()->visualRect(results()->model()->index(0, 0)).height();
        auto *lines = named<QPushButton>(u"As a list"_s);
        QVERIFY(lines && !lines->isChecked());
        results()->setCurrentIndex(results()->model()->index(20, 0));
        lines->click();
        const QRect line = results()->visualRect(results()->model()->index(20, 0));
        QVERIFY(line.height() < cards / 2);
        QVERIFY(line.width() > results()->viewport()->width() - 10);
        QVERIFY(results()->viewport()->rect().contains(line));  // Where one was.
        openWindow();
        discover();
        QVERIFY(named<QPushButton>(u"As a list"_s)->isChecked());
        QCOMPARE(results()->visualRect(results()->model()->index(0, 0)).height(), line.height());
    }

    void setOfflineItSaysWhy()
    {
        makeEngine(true);
        openWindow();
        m_window->actions().search->trigger();
        QTRY_VERIFY(sees(u"HF_HUB_OFFLINE is set in the environment. What is on this computer can be opened."_s));
        QVERIFY(!button(u"Try again"_s));
        button(u"Show what was opened before"_s)->click();
        QTRY_VERIFY(m_window->startPage()->isVisible());
    }

    void crumbsOfARepositoryLeadToSearches()
    {
        openWindow();
        discover(RepoType::Model, {.search = u"tiny"_s});
        m_window->openLink(u"demo/tiny"_s);
        QTRY_VERIFY(m_window->repoPage()->isListed());
        auto *bar = m_window->findChild<LocationBar *>(u"locationBar"_s);
        Q_EMIT bar->crumbClicked(1);
        QTRY_VERIFY(named<look::Chip>(u"Remove filter By demo"_s));
        QTRY_COMPARE(shown(), QStringList{u"demo/tiny"_s});
        QCOMPARE(field()->text(), QString());
        m_window->actions().back->trigger();
        QVERIFY(m_window->repoPage()->isVisible());
        m_window->actions().back->trigger();
        QCOMPARE(field()->text(), u"tiny"_s);
        QVERIFY(!named<look::Chip>(u"Remove filter By demo"_s));
        m_window->openLink(u"datasets/demo/tables"_s);
        Q_EMIT bar->crumbClicked(0);
        QTRY_COMPARE(shown(), QStringList{u"demo/tables"_s});
        Q_EMIT bar->crumbClicked(0);  // Discover: as it was left.
        QTRY_COMPARE(field()->text(), u"tiny"_s);
    }

    void wordsOnTheStartPageAreSearchedFor_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isSearch");
        QTest::newRow("words") << u"tiny llama chat"_s << true;
        QTest::newRow("a word that no repository can be called") << u"größe"_s << true;
        QTest::newRow("owner and name") << u"demo/tiny"_s << false;
        QTest::newRow("one word, which few repositories have for a name") << u"gpt2"_s << true;
        QTest::newRow("words with a slash") << u"half 1/2"_s << true;
        QTest::newRow("a repository without an owner, by its kind") << u"models/gpt2"_s << false;
        QTest::newRow("signs that nobody sees") << u"tiny\u202e"_s << false;
        QTest::newRow("a link to another site") << u"https://example.org/x y"_s << false;
        QTest::newRow("a revision that is missing") << u"demo/tiny@"_s << false;
    }

    void wordsOnTheStartPageAreSearchedFor()
    {
        QFETCH(QString, text);
        QFETCH(bool, isSearch);
        openWindow();
        auto *entry = named<QLineEdit>(u"Repository or link"_s);
        QVERIFY(entry);
        entry->setText(text);
        QTest::keyClick(entry, Qt::Key_Return);
        QCOMPARE(m_window->discoverPage()->isVisible(), isSearch);
        if (isSearch)
            QCOMPARE(field()->text(), text);
    }

    void eachKindKeepsItsSearch()
    {
        openWindow();
        discover();
        type(u"tiny"_s);
        auto *places = named<QTreeView>(u"Places"_s);
        const auto press = [places](int row) {
            const QRect place = places->visualRect(places->model()->index(row, 0));
            QTest::mouseClick(places->viewport(), Qt::LeftButton, {}, place.center());
        };
        press(2);
        QTRY_COMPARE(shown(), QStringList{u"demo/tables"_s});
        QCOMPARE(field()->text(), QString());
        QCOMPARE(places->currentIndex().data().toString(), u"Datasets"_s);
        press(1);
        QTRY_COMPARE(shown(), QStringList{u"demo/tiny"_s});
        QCOMPARE(field()->text(), u"tiny"_s);
    }

    void everythingThatTakesTheKeyboardHasAName()
    {
        openWindow();
        discover(RepoType::Model, {.author = u"crowd"_s, .task = u"translation"_s});
        for (QWidget *widget : m_window->discoverPage()->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), fit::describe(widget));
        }
    }

    void nothingIsCut_data() { Circumstances::addRows(); }

    void nothingIsCut()
    {
        const QSize size = m_circumstances.begin();
        openWindow(size);
        QCOMPARE(m_window->size(), size);
        const auto lookAtAll = [this] { return fit::firstFault(m_window.get()); };

        discover();
        QCOMPARE(lookAtAll(), QByteArray());
        const RepoQuery full{.search = u"model"_s,
                             .author = u"crowd"_s,
                             .task = u"translation"_s,
                             .library = u"sentence-transformers"_s,
                             .license = u"apache-2.0"_s};
        discover(RepoType::Model, full);
        QCOMPARE(lookAtAll(), QByteArray());
        m_hub->stop();
        m_window->actions().reload->trigger();
        QTRY_VERIFY(m_window->discoverPage()->isSettled());
        const QByteArray fault = lookAtAll();
        m_hub->start();
        QCOMPARE(fault, QByteArray());
        QCOMPARE(m_circumstances.unknownTexts(), QStringList());
    }
};

QTEST_MAIN(TestDiscoverWays)
#include "tst_discoverways.moc"
