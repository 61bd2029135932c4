// SPDX-License-Identifier: Apache-2.0
#include "models/queuemoves.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::QueueMove;
using models::QueuePlace;
using models::QueueStep;

namespace {

/// ".r a B": what waits by its letter, a large one where it is chosen, and a dot before what cannot be moved.
QList<QueuePlace> queueOf(const QString &text)
{
    QList<QueuePlace> queue;
    for (const QString &word : text.split(u' ')) {
        const QChar letter = word.back();
        queue << QueuePlace{letter.toLower().unicode(), !word.startsWith(u'.'), letter.isUpper()};
    }
    return queue;
}

QString textOf(const QList<QueuePlace> &queue)
{
    QStringList words;
    for (const QueuePlace &place : queue) {
        const QChar letter(char16_t(place.id));
        words << (place.isMovable ? QString() : u"."_s) + (place.isChosen ? letter.toUpper() : letter);
    }
    return words.join(u' ');
}

}  // namespace

class TestQueueMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moves_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QueueStep>("step");
        QTest::addColumn<QString>("after");
        QTest::newRow("one passes the one above") << u"a b C d"_s << QueueStep::Up << u"a C b d"_s;
        QTest::newRow("one passes the one below") << u"a B c d"_s << QueueStep::Down << u"a c B d"_s;
        QTest::newRow("the first stays when it moves up") << u"A b"_s << QueueStep::Up << u"A b"_s;
        QTest::newRow("the last stays when it moves down") << u"a B"_s << QueueStep::Down << u"a B"_s;
        QTest::newRow("the last goes to the top") << u"a b C"_s << QueueStep::ToTop << u"C a b"_s;
        QTest::newRow("the first goes to the bottom") << u"A b c"_s << QueueStep::ToBottom << u"b c A"_s;
        QTest::newRow("what runs keeps its place above") << u".r .s a B"_s << QueueStep::ToTop << u".r .s B a"_s;
        QTest::newRow("below what runs there is no way up") << u".r A b"_s << QueueStep::Up << u".r A b"_s;
        QTest::newRow("what runs in between is passed as well") << u"a .r B"_s << QueueStep::Up << u"B a .r"_s;
        QTest::newRow("what runs in between is passed downwards") << u"A .r b"_s << QueueStep::Down << u".r b A"_s;
        QTest::newRow("what is over below is not in the way") << u"A b .z"_s << QueueStep::ToBottom << u"b A .z"_s;
        QTest::newRow("several move up together") << u"a B C d"_s << QueueStep::Up << u"B C a d"_s;
        QTest::newRow("several move down together") << u"a B C d"_s << QueueStep::Down << u"a d B C"_s;
        QTest::newRow("those at the top do not change places") << u"A B c"_s << QueueStep::Up << u"A B c"_s;
        QTest::newRow("those at the bottom do not change places") << u"a B C"_s << QueueStep::Down << u"a B C"_s;
        QTest::newRow("those apart move one each") << u"a B c D"_s << QueueStep::Up << u"B a D c"_s;
        QTest::newRow("those apart go to the top in their order") << u"a B c D"_s << QueueStep::ToTop << u"B D a c"_s;
        QTest::newRow("those apart go to the bottom in their order")
            << u"A b C d"_s << QueueStep::ToBottom << u"b d A C"_s;
        QTest::newRow("what is at the top already stays there") << u"A b C"_s << QueueStep::ToTop << u"A C b"_s;
        QTest::newRow("what runs is not moved") << u"a .R b"_s << QueueStep::Up << u"a .R b"_s;
        QTest::newRow("nothing is chosen") << u"a b"_s << QueueStep::ToTop << u"a b"_s;
        QTest::newRow("all are chosen") << u"A B"_s << QueueStep::ToBottom << u"A B"_s;
    }

    void moves()
    {
        QFETCH(QString, before);
        QFETCH(QueueStep, step);
        QFETCH(QString, after);
        QList<QueuePlace> queue = queueOf(before);
        const QList<QueueMove> moves = models::movesFor(queue, step);
        for (const QueueMove &move : moves) {  // As the engine does them.
            const auto at
                = [&queue](quint64 id) { return std::ranges::find(queue, id, &QueuePlace::id) - queue.begin(); };
            const QueuePlace place = queue.takeAt(at(move.id));
            queue.insert(at(move.before), place);
        }
        QCOMPARE(textOf(queue), after);
        QCOMPARE(moves.isEmpty(), before == after);
    }
};

QTEST_GUILESS_MAIN(TestQueueMoves)
#include "tst_queuemoves.moc"
