// SPDX-License-Identifier: Apache-2.0
#include "waits.h"
#include "windowrig.h"

#include "core/location.h"
#include "gui/repopage.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QLineEdit>
#include <QTimer>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;

namespace {

constexpr int kFiles = 100'000;

/// How much work this thread did at the most between two turns of its event loop: what a click would have waited on a
/// computer that has nothing else to do. (The time of the clock would count what other programs do, too.)
class Gaps final : public QObject
{
    Q_OBJECT

public:
    Gaps() : m_last(Waits::workedMilliseconds())
    {
        connect(&m_timer, &QTimer::timeout, this, &Gaps::tick);
        m_timer.start(0);
    }

    /// In milliseconds, since the last time it was asked.
    double longest()
    {
        tick();
        return std::exchange(m_longest, 0);
    }

private:
    void tick()
    {
        const double now = Waits::workedMilliseconds();
        m_longest = qMax(m_longest, now - std::exchange(m_last, now));
    }

    QTimer m_timer;
    double m_last;
    double m_longest = 0;
};

}  // namespace

/// A folder of a hundred thousand files in the real window: no step of it may hold the window up.
class TestLargeFolder : public QObject, protected WindowRig
{
    Q_OBJECT

    QTreeView *files() const
    {
        for (auto *list : m_window->findChildren<QTreeView *>()) {
            if (list->isVisible() && list->accessibleName() == "Files"_L1)
                return list;
        }
        return nullptr;
    }
    int rows() const { return files() ? files()->model()->rowCount() : 0; }

    /// A frame, where HUBDECK_MEASURE=1 says that the build is optimised; else nothing that grows with the folder
    /// twice.
    static double allowance() { return qEnvironmentVariableIntValue("HUBDECK_MEASURE") > 0 ? 16.7 : 5000; }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        QList<Change> many{Change::put("README.md", "# Many"), Change::put("other/file.txt", "x")};
        for (int number = 0; number < kFiles; ++number)
            many << Change::put("data/row-" + QByteArray::number(number).rightJustified(6, '0') + ".json", "{}");
        m_hub->commit({localhub::RepoType::Model, "demo", "many"}, "main", many);
        emptyDisk();
        makeEngine();
        openWindow();
    }

    void cleanupTestCase() { end(); }

    void noStepHoldsTheWindowUp_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("rows");
        const QString folder = u"demo/many@main/data"_s;
        QTest::newRow("opened for the first time") << folder << QString() << kFiles;
        QTest::newRow("another folder of it") << u"demo/many@main/other"_s << QString() << 1;
        QTest::newRow("opened again") << folder << QString() << kFiles;
        QTest::newRow("filtered to a few") << folder << u"row-09999"_s << 10;
        QTest::newRow("filtered to many") << folder << u"9"_s << 40'951;
        QTest::newRow("filtered no more") << folder << QString() << kFiles;
        QTest::newRow("left") << u"demo/many"_s << QString() << 3;
        QTest::newRow("opened again from the top") << folder << QString() << kFiles;
    }
    void noStepHoldsTheWindowUp()
    {
        QFETCH(QString, link);
        QFETCH(QString, filter);
        QFETCH(int, rows);
        QTest::qWait(50);
        Gaps gaps;
        auto *field = m_window->findChild<QLineEdit *>(u"filter"_s);
        QVERIFY(field);
        if (filter.isEmpty() && field->text().isEmpty())
            m_window->openLink(link);
        else
            field->setText(filter);
        const double call = gaps.longest();
        QTRY_COMPARE_WITH_TIMEOUT(this->rows(), rows, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->repoPage()->isListed(), 60'000);
        const double listing = gaps.longest();
        QTest::qWait(700);  // The states of the files follow, and the plan.
        const double after = gaps.longest();
        qInfo("call %.1f ms, listing %.1f ms, after it %.1f ms", call, listing, after);
        QVERIFY2(qMax(call, qMax(listing, after)) <= allowance(), "the window was held up");
    }
};

QTEST_MAIN(TestLargeFolder)
#include "tst_largefolder.moc"
