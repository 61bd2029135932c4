// SPDX-License-Identifier: Apache-2.0
#include "models/columns.h"
#include "models/tone.h"
#include "models/transfermodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using State = TransferRow::State;
namespace TransferColumn = models::TransferColumn;

class TestTransferModel : public QObject
{
    Q_OBJECT

    qint64 m_now = 0;
    std::unique_ptr<TransferModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    static TransferRow transfer(quint64 id, State state, qint64 done = 0, qint64 total = -1)
    {
        return {.id = id,
                .repo = {RepoType::Model, u"Qwen/Qwen2.5"_s},
                .revision = u"main"_s,
                .commit = u"a09a354"_s + QString(33, u'0'),
                .state = state,
                .done = done,
                .total = total,
                .files = 12,
                .filesDone = 5};
    }

    static TransferRow fileOf(quint64 transfer, quint64 id, State state, qint64 done = 0, qint64 total = 100)
    {
        return {.id = id,
                .parent = transfer,
                .path = u"w-%1.safetensors"_s.arg(id),
                .state = state,
                .done = done,
                .total = total};
    }

    static TransferRow failed(Error::Kind kind)
    {
        TransferRow row = transfer(1, State::Failed, 87, 100);
        row.error = Error{kind, u"What is so."_s};
        return row;
    }

    QVariant said(int column, int role, const QModelIndex &of) const { return of.siblingAtColumn(column).data(role); }
    QModelIndex first() const { return m_model->index(0, 0); }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault({QLocale::English, QLocale::UnitedKingdom}); }

    void init()
    {
        m_now = 0;
        m_model = std::make_unique<TransferModel>(nullptr, [this] { return m_now; });
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void putsFilesBelowTheirTransfers()
    {
        const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        m_model->update({transfer(1, State::Running), fileOf(1, 11, State::Running), fileOf(1, 12, State::Waiting),
                         transfer(2, State::Waiting), fileOf(2, 21, State::Waiting)});
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(m_model->rowCount(m_model->indexOf(1)), 2);
        QCOMPARE(inserted.size(), 4);  // Two transfers, and the files of each at once.
        const QModelIndex file = m_model->index(1, 0, m_model->indexOf(1));
        QCOMPARE(file.data().toString(), u"w-12.safetensors"_s);
        QCOMPARE(file.parent(), m_model->indexOf(1));
        QCOMPARE(file.data(TransferModel::IdRole).toULongLong(), 12ULL);

        m_model->update({fileOf(1, 13, State::Waiting)});
        QCOMPARE(m_model->rowCount(m_model->indexOf(1)), 3);
    }

    void newsOfWhatIsForgottenAreNoNews()
    {
        m_model->update({transfer(1, State::Running), fileOf(1, 11, State::Running), transfer(2, State::Waiting)});
        m_model->forget(1);
        m_model->forget(7);
        m_model->update({fileOf(1, 11, State::Succeeded), fileOf(1, 12, State::Running)});
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->indexOf(2).row(), 0);
        QVERIFY(!m_model->indexOf(1).isValid());
    }

    void moves_data()
    {
        QTest::addColumn<int>("id");
        QTest::addColumn<int>("before");
        QTest::addColumn<QList<int>>("order");
        QTest::addColumn<bool>("isMove");
        QTest::newRow("up") << 3 << 2 << QList<int>{1, 3, 2, 4} << true;
        QTest::newRow("to the top") << 4 << 1 << QList<int>{4, 1, 2, 3} << true;
        QTest::newRow("down") << 1 << 3 << QList<int>{2, 1, 3, 4} << true;
        QTest::newRow("to the end") << 2 << 0 << QList<int>{1, 3, 4, 2} << true;
        QTest::newRow("to where it is") << 2 << 3 << QList<int>{1, 2, 3, 4} << false;
        QTest::newRow("the last to the end") << 4 << 0 << QList<int>{1, 2, 3, 4} << false;
        QTest::newRow("what is not there") << 9 << 1 << QList<int>{1, 2, 3, 4} << false;
    }

    void moves()
    {
        QFETCH(int, id);
        QFETCH(int, before);
        QFETCH(QList<int>, order);
        QFETCH(bool, isMove);
        m_model->update({transfer(1, State::Waiting), fileOf(1, 11, State::Waiting), transfer(2, State::Waiting),
                         fileOf(2, 21, State::Waiting), transfer(3, State::Waiting), fileOf(3, 31, State::Waiting),
                         transfer(4, State::Waiting), fileOf(4, 41, State::Waiting)});
        const QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
        const QSignalSpy laidOut(m_model.get(), &QAbstractItemModel::layoutChanged);
        const QPersistentModelIndex transfer = m_model->indexOf(2);
        const QPersistentModelIndex file = m_model->index(0, 0, m_model->indexOf(2));
        m_model->move(quint64(id), quint64(before));
        QCOMPARE(moved.size(), isMove ? 1 : 0);
        QCOMPARE(laidOut.size(), 0);
        QList<int> found;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            found << m_model->index(row, 0).data(TransferModel::IdRole).toInt();
            QCOMPARE(m_model->indexOf(quint64(found.last())).row(), row);
            QCOMPARE(m_model->index(0, 0, m_model->index(row, 0)).data(TransferModel::IdRole).toInt(),
                     10 * found.last() + 1);
        }
        QCOMPARE(found, order);
        QCOMPARE(transfer.data(TransferModel::IdRole).toInt(), 2);
        QCOMPARE(file.data(TransferModel::IdRole).toInt(), 21);
        QCOMPARE(file.parent(), QModelIndex(transfer));
    }

    void figuresOfAMovedRowAreToldOfItsRow()
    {
        m_model->update({transfer(1, State::Running), transfer(2, State::Waiting), transfer(3, State::Waiting)});
        m_model->update({transfer(1, State::Running, 5, 9)});
        const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->move(3, 1);
        QCOMPARE(changed.size(), 1);  // Of the row it had.
        QCOMPARE(changed.constFirst().constFirst().toModelIndex().row(), 0);
        m_model->update({transfer(1, State::Paused, 5, 9)});
        QCOMPARE(changed.constLast().constFirst().toModelIndex(), m_model->indexOf(1));
    }

    void tellsStatesAtOnceAndFiguresNowAndThen()
    {
        m_model->update({transfer(1, State::Running), fileOf(1, 11, State::Running), fileOf(1, 12, State::Waiting)});
        const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->update({fileOf(1, 12, State::Running)});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex(), m_model->index(1, 0, first()));

        for (int step = 1; step <= 5; ++step)
            m_model->update({fileOf(1, 11, State::Running, step)});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_model->rowAt(m_model->index(0, 0, first()))->done, 5);
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(changed.last().first().toModelIndex(), m_model->index(0, 0, first()));
    }

    void figuresOfAForgottenRowAreNotTold()
    {
        m_model->update({transfer(1, State::Running), transfer(2, State::Running), fileOf(2, 21, State::Running)});
        m_model->update({fileOf(2, 21, State::Running, 5), transfer(2, State::Running, 5, 9)});
        m_model->forget(2);
        const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QTest::qWait(300);
        QCOMPARE(changed.size(), 0);
    }

    void takesManyFilesAtOnce()
    {
        m_tester.reset();
        m_model->update({transfer(1, State::Running)});
        const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QElapsedTimer timer;
        timer.start();
        for (int page = 0; page < 100; ++page) {
            QList<TransferRow> rows;
            for (int row = 0; row < 1000; ++row)
                rows << fileOf(1, 10 + quint64(page) * 1000 + quint64(row), State::Waiting);
            m_model->update(rows);
        }
        qInfo("100 000 files in %lld ms", timer.elapsed());
        QCOMPARE(m_model->rowCount(first()), 100'000);
        QCOMPARE(inserted.size(), 100);
        QCOMPARE(reset.size(), 0);
    }

    void saysItsStateInAWord_data()
    {
        QTest::addColumn<TransferRow>("row");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("icon");
        QTest::addColumn<models::Tone>("tone");

        QTest::newRow("waiting") << transfer(1, State::Waiting) << u"Waiting"_s << u"clock"_s << models::Tone::Neutral;
        TransferRow cutOff = transfer(1, State::Waiting);
        cutOff.waitsForHub = true;
        QTest::newRow("waiting for the Hub to come back")
            << cutOff << u"Waiting for the network"_s << u"offline"_s << models::Tone::Neutral;
        QTest::newRow("running") << transfer(1, State::Running) << u"Downloading"_s << u"download"_s
                                 << models::Tone::Neutral;
        QTest::newRow("paused") << transfer(1, State::Paused) << u"Paused"_s << u"pause"_s << models::Tone::Neutral;
        QTest::newRow("finished") << transfer(1, State::Succeeded) << u"Finished"_s << u"cached"_s
                                  << models::Tone::Success;
        QTest::newRow("wrong content") << failed(Error::Kind::Checksum) << u"Hash mismatch"_s << u"damaged"_s
                                       << models::Tone::Danger;
        QTest::newRow("gated") << failed(Error::Kind::Gated) << u"Gated"_s << u"lock"_s << models::Tone::Danger;
        QTest::newRow("not signed in") << failed(Error::Kind::Unauthorized) << u"Not signed in"_s << u"damaged"_s
                                       << models::Tone::Danger;
        TransferRow full = failed(Error::Kind::DiskFull);
        full.state = State::Paused;
        QTest::newRow("paused by a full disk") << full << u"Disk full"_s << u"warning"_s << models::Tone::Warning;
        full.state = State::Retrying;
        QTest::newRow("trying again") << full << u"Trying again"_s << u"retry"_s << models::Tone::Warning;
    }

    void saysItsStateInAWord()
    {
        QFETCH(const TransferRow, row);
        QFETCH(const models::Tone, tone);
        m_model->update({row});
        QTEST(said(TransferColumn::State, Qt::DisplayRole, first()).toString(), "text");
        QTEST(said(TransferColumn::State, models::IconNameRole, first()).toString(), "icon");
        QCOMPARE(said(TransferColumn::State, models::ToneRole, first()).toInt(), int(tone));
    }

    void saysMoreInItsSecondLine_data()
    {
        QTest::addColumn<TransferRow>("row");
        QTest::addColumn<QString>("note");

        QTest::newRow("what, from where, to where")
            << transfer(1, State::Running) << u"5 of 12 files · main at a09a354 · into the cache"_s;
        TransferRow row = transfer(1, State::Waiting);
        row.files = 0;
        row.commit.clear();
        QTest::newRow("before anything is known") << row << u"main · into the cache"_s;
        row = transfer(1, State::Running);
        row.revision = row.commit;
        QTest::newRow("a commit is not said twice") << row << u"5 of 12 files · a09a354 · into the cache"_s;
        row = transfer(1, State::Running);
        row.intoFolder = true;
        row.target = u"/data/q"_s;
        QTest::newRow("a plain folder is named") << row << u"5 of 12 files · main at a09a354 · into /data/q"_s;
        row = transfer(1, State::Succeeded);
        row.finishedAt = QDateTime(QDate(2026, 1, 2), QTime(14, 2));
        QTest::newRow("when it was done") << row << u"12 files · finished at 14:02 · main at a09a354 · in the cache"_s;
        row = transfer(1, State::Succeeded);
        row.filesRefused = 2;
        QTest::newRow("names that must not be written")
            << row << u"12 files · main at a09a354 · in the cache · left out for their names: 2"_s;
        QTest::newRow("what went wrong, before all else") << failed(Error::Kind::Checksum) << u"What is so."_s;
        row = failed(Error::Kind::Checksum);
        row.error->message = u"a\u202eb"_s;
        QTest::newRow("nothing of it is invisible") << row << u"a\\u202eb"_s;
    }

    void saysMoreInItsSecondLine()
    {
        QFETCH(const TransferRow, row);
        m_model->update({row});
        QTEST(first().data(models::NoteRole).toString(), "note");
        QTEST(first().data(Qt::AccessibleDescriptionRole).toString(), "note");
    }

    void allIsThereOnlyWhenProved_data()
    {
        QTest::addColumn<TransferRow>("row");
        QTest::addColumn<QVariant>("share");
        QTest::addColumn<QString>("spoken");

        QTest::newRow("nothing yet") << transfer(1, State::Waiting) << QVariant(0.0) << u"0 %"_s;
        QTest::newRow("size not known") << transfer(1, State::Listing) << QVariant() << u"Not known yet"_s;
        QTest::newRow("under way") << transfer(1, State::Running, 41, 100) << QVariant(0.41) << u"41 %"_s;
        QTest::newRow("all bytes, not proved") << transfer(1, State::Running, 100, 100) << QVariant(0.999) << u"99 %"_s;
        QTest::newRow("proved") << transfer(1, State::Succeeded, 100, 100) << QVariant(1.0) << u"100 %"_s;
        QTest::newRow("proved and empty") << transfer(1, State::Succeeded, 0, 0) << QVariant(1.0) << u"100 %"_s;
        QTest::newRow("all bytes, and wrong ones") << failed(Error::Kind::Checksum) << QVariant(0.87) << u"87 %"_s;
    }

    void allIsThereOnlyWhenProved()
    {
        QFETCH(const TransferRow, row);
        m_model->update({row});
        QTEST(said(TransferColumn::Progress, models::ShareRole, first()), "share");
        QTEST(said(TransferColumn::Progress, Qt::AccessibleTextRole, first()).toString(), "spoken");
    }

    void saysTheTimeLeftWhenItCan()
    {
        const auto left = [&] { return said(TransferColumn::Left, models::LeftRole, first()).toLongLong(); };
        TransferRow row = transfer(1, State::Running, 0, 100'000);
        row.bytesPerSecond = 1'000;
        for (m_now = 0; m_now < 5'000; m_now += 500) {
            m_model->update({row});
            QCOMPARE(left(), -1);
        }
        m_now = 5'000;
        row.done = 5'000;
        m_model->update({row});
        QCOMPARE(left(), 95);
        QCOMPARE(said(TransferColumn::Left, Qt::AccessibleTextRole, first()).toString(), u"1 min 35 s"_s);

        row.bytesPerSecond = 2'000;  // The figure follows; it does not jump to half.
        m_now += 100;
        m_model->update({row});
        QVERIFY2(left() > 90 && left() < 95, qPrintable(QString::number(left())));
        m_now += 60'000;
        m_model->update({row});
        QCOMPARE(left(), 48);

        row.bytesPerSecond = 0;
        m_now += 60'000;
        m_model->update({row});
        QCOMPARE(left(), -1);

        row.state = State::Paused;
        m_model->update({row});
        QCOMPARE(left(), -1);
        QCOMPARE(said(TransferColumn::Speed, models::SpeedRole, first()).toDouble(), -1.0);
    }

    void filesHaveTheirOwnWords()
    {
        m_model->update({transfer(1, State::Running), fileOf(1, 11, State::Succeeded, 100)});
        const QModelIndex file = m_model->index(0, 0, first());
        QCOMPARE(said(TransferColumn::State, Qt::DisplayRole, file).toString(), u"Verified"_s);
        QCOMPARE(file.data(models::IconNameRole).toString(), u"weights"_s);
        QCOMPARE(said(TransferColumn::Size, Qt::AccessibleTextRole, file).toString(), u"100 B"_s);
        QCOMPARE(first().data(models::IconNameRole).toString(), u"model"_s);
    }

    void addsUp()
    {
        const QSignalSpy changed(m_model.get(), &TransferModel::totalsChanged);
        TransferRow running = transfer(1, State::Running, 40, 100);
        running.bytesPerSecond = 7;
        TransferRow error = failed(Error::Kind::Server);
        error.id = 5;
        m_model->update({running, transfer(2, State::Listing), transfer(3, State::Paused),
                         transfer(4, State::Succeeded), error, transfer(6, State::Waiting)});
        QCOMPARE(changed.size(), 1);
        const TransferTotals totals = m_model->totals();
        QCOMPARE(totals.count, 6);
        QCOMPARE(totals.active, 2);
        QCOMPARE(totals.waiting, 2);
        QCOMPARE(totals.finished, 1);
        QCOMPARE(totals.failed, 1);
        QCOMPARE(totals.bytesPerSecond, 7);
        QCOMPARE(totals.bytesLeft, 60);
    }
};

QTEST_GUILESS_MAIN(TestTransferModel)
#include "tst_transfermodel.moc"
