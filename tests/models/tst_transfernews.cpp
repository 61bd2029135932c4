// SPDX-License-Identifier: Apache-2.0
#include "models/transfernews.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using State = TransferRow::State;

namespace {

const QDateTime kStart(QDate(2026, 3, 1), QTime(12, 0), QTimeZone::utc());

TransferRow row(quint64 id, State state, std::chrono::seconds after = 1s)
{
    TransferRow row;
    row.id = id;
    row.repo = {RepoType::Model, u"owner/name%1"_s.arg(id)};
    row.state = state;
    row.files = 5;
    if (row.isOver())
        row.finishedAt = kStart.addDuration(after);
    return row;
}

TransferRow failed(quint64 id)
{
    TransferRow made = row(id, State::Failed);
    made.error = Error{Error::Kind::Checksum, u"The content of a <b>file</b> is wrong."_s};
    return made;
}

}  // namespace

class TestTransferNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatRunsIsNoNews()
    {
        TransferNews news(kStart);
        news.note({row(1, State::Running), row(2, State::Waiting), row(3, State::Paused), row(4, State::Retrying)});
        QVERIFY(news.isEmpty());
    }

    void aCancelIsNoNews()
    {
        TransferNews news(kStart);
        news.note({row(1, State::Cancelled)});
        QVERIFY(news.isEmpty());
    }

    void whatAnEarlierRunFinishedIsNoNews()
    {
        TransferNews news(kStart);
        news.note({row(1, State::Succeeded, -60s)});
        QVERIFY(news.isEmpty());
    }

    void aFileIsNoNewsOfItsOwn()
    {
        TransferNews news(kStart);
        TransferRow file = row(2, State::Succeeded);
        file.parent = 1;
        news.note({file});
        QVERIFY(news.isEmpty());
    }

    void oneThatFinishedIsToldByItsName()
    {
        TransferNews news(kStart);
        news.note({row(1, State::Succeeded)});
        const TransferNews::Text text = news.text();
        QCOMPARE(text.title, u"owner/name1 is on this computer"_s);
        QVERIFY(text.body.startsWith(u"5 files"_s));
        QVERIFY(!text.isBad);
    }

    void oneThatFailedSaysWhy()
    {
        TransferNews news(kStart);
        news.note({failed(1)});
        const TransferNews::Text text = news.text();
        QCOMPARE(text.title, u"owner/name1 was not downloaded"_s);
        QCOMPARE(text.body, u"The content of a <b>file</b> is wrong."_s);
        QVERIFY(text.isBad);
    }

    void severalAreOneSentence()
    {
        TransferNews news(kStart);
        news.note({row(1, State::Succeeded), row(2, State::Succeeded), failed(3)});
        QCOMPARE(news.text().title, u"2 downloads finished · 1 download failed"_s);
        QCOMPARE(news.text().body, u"owner/name1, owner/name2, owner/name3"_s);
        QVERIFY(news.text().isBad);
        news.note({row(4, State::Succeeded), row(5, State::Succeeded)});
        QCOMPARE(news.text().body, u"owner/name1, owner/name2, owner/name3, 2 more"_s);
    }

    void eachIsToldOnce()
    {
        TransferNews news(kStart);
        news.note({row(1, State::Succeeded)});
        news.forget();
        news.note({row(1, State::Succeeded)});
        QVERIFY(news.isEmpty());
    }

    void whatIsTriedAgainIsToldWhenItEndsAgain()
    {
        TransferNews news(kStart);
        news.note({failed(1)});
        news.note({row(1, State::Running)});
        QVERIFY(news.isEmpty());
        news.note({row(1, State::Succeeded, 60s)});
        QCOMPARE(news.text().title, u"owner/name1 is on this computer"_s);
    }
};

QTEST_GUILESS_MAIN(TestTransferNews)
#include "tst_transfernews.moc"
