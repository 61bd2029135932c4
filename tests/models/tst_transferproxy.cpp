// SPDX-License-Identifier: Apache-2.0
#include "models/transfermodel.h"
#include "models/transferproxy.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::QueueMove;
using State = TransferRow::State;

/// The transfers as the list shows them.
class TestTransferProxy : public QObject
{
    Q_OBJECT

    std::unique_ptr<TransferModel> m_model;
    std::unique_ptr<TransferProxy> m_proxy;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    static TransferRow transfer(quint64 id, State state, qint64 finishedAt = 0)
    {
        TransferRow row{.id = id, .repo = {RepoType::Model, u"o/%1"_s.arg(id)}, .state = state};
        if (finishedAt > 0)
            row.finishedAt = QDateTime::fromMSecsSinceEpoch(finishedAt);
        return row;
    }
    static TransferRow fileOf(quint64 transfer, quint64 number)
    {
        return {.id = transfer << 32 | number, .parent = transfer, .path = u"%1.bin"_s.arg(number)};
    }

    QList<int> shown() const
    {
        QList<int> ids;
        for (int row = 0; row < m_proxy->rowCount(); ++row)
            ids << m_proxy->index(row, 0).data(TransferModel::IdRole).toInt();
        return ids;
    }
    QModelIndex rowOf(quint64 id) const { return m_proxy->mapFromSource(m_model->indexOf(id)); }

    /// What is asked for when \a ids are dropped before the row \a row.
    QList<QueueMove> dropped(const QList<quint64> &ids, int row)
    {
        QModelIndexList indexes;
        for (const quint64 id : ids)
            indexes << rowOf(id);
        const std::unique_ptr<QMimeData> data(m_proxy->mimeData(indexes));
        QList<QueueMove> asked;
        const auto connection = connect(m_proxy.get(), &TransferProxy::movesAsked, this,
                                        [&asked](const QList<QueueMove> &moves) { asked = moves; });
        m_proxy->dropMimeData(data.get(), Qt::MoveAction, row, 0, {});
        disconnect(connection);
        return asked;
    }

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<TransferModel>();
        m_proxy = std::make_unique<TransferProxy>(m_model.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_proxy.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->update({transfer(1, State::Succeeded, 1000), transfer(2, State::Running), fileOf(2, 1), fileOf(2, 2),
                         transfer(3, State::Failed, 2000), transfer(4, State::Waiting), transfer(5, State::Waiting),
                         transfer(6, State::Waiting), fileOf(6, 1), fileOf(6, 2), fileOf(6, 3)});
    }

    void cleanup()
    {
        m_tester.reset();
        m_proxy.reset();
        m_model.reset();
    }

    void theQueueStandsAboveWhatIsOver()
    {
        QCOMPARE(shown(), (QList<int>{2, 4, 5, 6, 3, 1}));
        m_model->update({transfer(2, State::Succeeded, 3000)});
        QCOMPARE(shown(), (QList<int>{4, 5, 6, 2, 3, 1}));  // The newest first.
        m_model->update({transfer(3, State::Waiting)});     // It is tried again, and has its turn still.
        QCOMPARE(shown(), (QList<int>{3, 4, 5, 6, 2, 1}));
    }

    void filesKeepTheirOrder()
    {
        const QModelIndex above = rowOf(6);
        QCOMPARE(m_proxy->rowCount(above), 3);
        for (int row = 0; row < 3; ++row)
            QCOMPARE(m_proxy->index(row, 0, above).data().toString(), u"%1.bin"_s.arg(row + 1));
    }

    void whoMovesTakesItsFilesAndItsSelectionAlong()
    {
        QItemSelectionModel selection(m_proxy.get());
        selection.select(rowOf(6), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        const QPersistentModelIndex file = m_proxy->index(1, 0, rowOf(6));
        const QPersistentModelIndex other = m_proxy->index(1, 0, rowOf(2));
        m_model->move(6, 4);
        QCOMPARE(shown(), (QList<int>{2, 6, 4, 5, 3, 1}));
        QCOMPARE(selection.selectedRows(), QModelIndexList{rowOf(6)});
        QCOMPARE(file.parent(), rowOf(6));
        QCOMPARE(file.data().toString(), u"2.bin"_s);
        QCOMPARE(other.parent(), rowOf(2));
    }

    void onlyWhatWaitsIsDragged()
    {
        const auto canDrag
            = [this](const QModelIndex &index) { return m_proxy->flags(index).testFlag(Qt::ItemIsDragEnabled); };
        for (const quint64 id : {4, 5, 6})
            QVERIFY(canDrag(rowOf(id)));
        for (const quint64 id : {1, 2, 3})
            QVERIFY(!canDrag(rowOf(id)));
        QVERIFY(!canDrag(m_proxy->index(0, 0, rowOf(6))));
        QVERIFY(!m_proxy->flags(rowOf(4)).testFlag(Qt::ItemIsDropEnabled));  // Between, not into.
        QVERIFY(m_proxy->flags({}).testFlag(Qt::ItemIsDropEnabled));
        QVERIFY(m_proxy->supportedDragActions() == Qt::MoveAction);
    }

    void whatIsDroppedIsAskedFor_data()
    {
        QTest::addColumn<QList<quint64>>("ids");
        QTest::addColumn<int>("row");
        QTest::addColumn<QList<QueueMove>>("moves");
        using Ids = QList<quint64>;
        using Moves = QList<QueueMove>;
        QTest::newRow("between two that wait") << Ids{6} << 2 << Moves{{6, 5}};
        QTest::newRow("above what runs is above all that waits") << Ids{6} << 0 << Moves{{6, 4}};
        QTest::newRow("below the last that waits is the end") << Ids{4} << 4 << Moves{{4, 0}};
        QTest::newRow("below what is over is the end") << Ids{4} << 6 << Moves{{4, 0}};
        QTest::newRow("below all rows is the end") << Ids{4} << -1 << Moves{{4, 0}};
        QTest::newRow("several keep their order") << Ids{6, 5} << 1 << Moves{{5, 4}, {6, 4}};
        QTest::newRow("before one of themselves is before the next other") << Ids{4, 5} << 2 << Moves{{4, 6}, {5, 6}};
        QTest::newRow("what runs is not moved") << Ids{2} << 4 << Moves{};
        QTest::newRow("what is over is not moved") << Ids{1} << 0 << Moves{};
    }

    void whatIsDroppedIsAskedFor()
    {
        QFETCH(QList<quint64>, ids);
        QFETCH(int, row);
        QFETCH(QList<QueueMove>, moves);
        QCOMPARE(dropped(ids, row), moves);
        QCOMPARE(shown(), (QList<int>{2, 4, 5, 6, 3, 1}));  // It is the engine that moves.
    }

    void nothingIsDroppedAmongFiles()
    {
        const std::unique_ptr<QMimeData> data(m_proxy->mimeData({rowOf(4)}));
        QVERIFY(!m_proxy->dropMimeData(data.get(), Qt::MoveAction, 1, 0, rowOf(6)));
        QVERIFY(!m_proxy->dropMimeData(data.get(), Qt::CopyAction, 1, 0, {}));
        QMimeData strange;
        strange.setText(u"4"_s);
        QVERIFY(!m_proxy->dropMimeData(&strange, Qt::MoveAction, 1, 0, {}));
    }

    void onlyWhatIsSeenIsPassed()
    {
        m_proxy->setText(u"o/6"_s);
        const QList<models::QueuePlace> queue = m_proxy->queue({6});
        QCOMPARE(queue.size(), 6);
        for (const models::QueuePlace &place : queue) {
            QCOMPARE(place.isMovable, place.id == 6);
            QCOMPARE(place.isChosen, place.id == 6);
        }
        QVERIFY(models::movesFor(queue, models::QueueStep::ToTop).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTransferProxy)
#include "tst_transferproxy.moc"
