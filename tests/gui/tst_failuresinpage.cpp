// SPDX-License-Identifier: Apache-2.0
#include "windowrig.h"

#include "gui/repopage.h"
#include "transfer/transferrow.h"

#include <QPushButton>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;
using State = TransferRow::State;

/// What the page of a repository says of its downloads that failed.
class TestFailuresInPage : public QObject, protected WindowRig
{
    Q_OBJECT

    static TransferRow failed(Error::Kind kind, quint64 id = 1)
    {
        return {.id = id,
                .repo = {RepoType::Model, u"demo/tiny"_s},
                .revision = u"main"_s,
                .state = State::Failed,
                .total = 2,
                .files = 1,
                .error = Error{kind, u"It failed."_s},
                .finishedAt = QDateTime::currentDateTimeUtc()};
    }

    RepoPage *page() const { return m_window->repoPage(); }
    bool mayDownload() const { return m_window->findChild<QPushButton *>(u"download"_s)->isEnabled(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_hub->commit({localhub::RepoType::Model, "demo", "tiny"}, "main", {Change::put("a", "{}")});
    }

    void init()
    {
        emptyDisk();
        makeEngine();
        openWindow();
        m_window->openLink(u"demo/tiny"_s);
        QTRY_VERIFY(page()->isListed());
        QTRY_VERIFY(mayDownload());
    }
    void cleanup() { end(); }

    void aFailureIsToldOnce()
    {
        const TransferRow row = failed(Error::Kind::Server);
        page()->applyTransfers({row});
        QVERIFY(page()->hasBanner());
        m_window->actions().reload->trigger();
        QVERIFY(!page()->hasBanner());
        page()->applyTransfers({row});  // Something else of it changed.
        QVERIFY(!page()->hasBanner());
        TransferRow again = row;
        again.finishedAt = row.finishedAt.addSecs(1);
        page()->applyTransfers({again});
        QVERIFY(page()->hasBanner());
        m_window->actions().reload->trigger();
        page()->applyTransfers({failed(Error::Kind::Server, 2)});
        QVERIFY(page()->hasBanner());
    }

    void whatFailedBeforeTheWindowIsNoNews()
    {
        TransferRow old = failed(Error::Kind::Server);
        old.finishedAt = old.finishedAt.addDays(-1);
        page()->applyTransfers({old});
        QVERIFY(!page()->hasBanner());
    }

    void aFailureElsewhereIsNotToldHere()
    {
        TransferRow other = failed(Error::Kind::Server);
        other.repo.name = u"demo/other"_s;
        page()->applyTransfers({other});
        QVERIFY(!page()->hasBanner());
    }

    void whetherTheRestMayBeDownloaded_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("may");
        QTest::newRow("a file with wrong bytes keeps nobody from the others") << Error::Kind::Checksum << true;
        QTest::newRow("a server that fails may answer the next") << Error::Kind::Server << true;
        QTest::newRow("a gated repository gives none of its files") << Error::Kind::Gated << false;
        QTest::newRow("who is not signed in gets none") << Error::Kind::Unauthorized << false;
    }
    void whetherTheRestMayBeDownloaded()
    {
        QFETCH(const Error::Kind, kind);
        page()->applyTransfers({failed(kind)});
        QVERIFY(page()->hasBanner());
        QTEST(mayDownload(), "may");
    }
};

QTEST_MAIN(TestFailuresInPage)
#include "tst_failuresinpage.moc"
