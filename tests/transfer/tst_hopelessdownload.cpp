// SPDX-License-Identifier: Apache-2.0
#include "support/contents.h"
#include "support/downloadrig.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using State = TransferRow::State;
using Kind = Error::Kind;

namespace {

constexpr qsizetype kLarge = 1'500'000;

/// What is wrong with a file for ever, as long as nobody mends it.
struct Trouble {
    QString path;
    qsizetype size;
    QString server;
    QJsonObject fault;
    Kind kind;
    int requests;  ///< At the most, to that server; Qt itself asks again where a kept connection ends without answer.
};

const QList<Trouble> kTroubles{
    {u"down.bin"_s, kLarge, u"cdn"_s, {{u"status"_s, 500}}, Kind::Server, 6},
    {u"unknown.bin"_s, kLarge, u"cdn"_s, {{u"missing"_s, true}}, Kind::Server, 6},
    {u"expired.bin"_s, kLarge, u"cdn"_s, {{u"expired"_s, true}}, Kind::Server, 12},
    {u"unreachable.bin"_s,
     kLarge,
     u"hub"_s,
     {{u"redirect"_s, u"http://127.0.0.1:9/?Signature=hush"_s}},
     Kind::Offline,
     6},
    {u"silent.bin"_s, kLarge, u"cdn"_s, {{u"stallAfter"_s, -1}}, Kind::Timeout, 6},
    {u"stuck.bin"_s, kLarge, u"cdn"_s, {{u"stallAfter"_s, 0}}, Kind::Timeout, 6},
    {u"cut at the first byte.bin"_s, kLarge, u"cdn"_s, {{u"cutAfter"_s, 0}}, Kind::Offline, 12},
    {u"cut and begun anew.bin"_s,
     kLarge,
     u"cdn"_s,
     {{u"cutAfter"_s, 500'000}, {u"ignoreRange"_s, true}},
     Kind::Offline,
     12},
    {u"small and cut.json"_s, 1000, u"hub"_s, {{u"cutAfter"_s, 500}}, Kind::Offline, 12},
    {u"small and stuck.json"_s, 1000, u"hub"_s, {{u"stallAfter"_s, 500}}, Kind::Timeout, 12},
    {u"busy.json"_s, 1000, u"hub"_s, {{u"status"_s, 503}}, Kind::Server, 6},
};

QString pathOf(const Trouble &trouble, const QString &etag)
{
    if (trouble.server == "cdn"_L1)
        return "/lfs/"_L1 + etag;
    const bool isOfAnswer = trouble.fault.contains(u"cutAfter"_s) || trouble.fault.contains(u"stallAfter"_s);
    return (isOfAnswer ? "/api/resolve-cache/**/"_L1 : "/o/m/resolve/*/"_L1) + trouble.path;
}

}  // namespace

/// What does not come however often it is asked for: given up after some tries, alone, and with one clear sentence.
class TestHopelessDownload : public QObject
{
    Q_OBJECT

    DownloadRig m_rig;

    TransferRow rowOf(quint64 id, const QString &path) const
    {
        for (const TransferRow &row : m_rig.watch().filesOf(id)) {
            if (row.path == path)
                return row;
        }
        return {};
    }

private Q_SLOTS:
    void givesUpEachInItsOwnWay()
    {
        DownloadRig::Files files{{u"fine.json"_s, "{}"}, {u"fine.bin"_s, contents::bytes(2'000'000, 99)}};
        for (const Trouble &trouble : kTroubles)
            files[trouble.path] = contents::bytes(trouble.size, int(files.size()));
        m_rig.fill(files);
        TransferOptions options;
        options.patience = {.silence = 1s, .firstPause = 20ms};
        m_rig.begin(options);
        QJsonArray rules;
        for (const Trouble &trouble : kTroubles) {
            QJsonObject rule = trouble.fault;
            rule[u"path"_s] = pathOf(trouble, m_rig.etagOf(trouble.path));
            rules << rule;
        }
        m_rig.faults().set(rules);

        TransferRow row = m_rig.run({m_rig.repo}, 150'000);
        QCOMPARE(int(row.state), int(State::Failed));
        QCOMPARE(whyNoSentence(*row.error), QString());
        QCOMPARE(row.filesDone, row.files - int(kTroubles.size()));
        QCOMPARE(m_rig.whatIsSpoilt(), QString());
        QHash<QString, int> asked;
        for (const QJsonObject &request : m_rig.faults().log())
            ++asked[request[u"path"_s].toString().section(u'/', -1)];
        for (const Trouble &trouble : kTroubles) {
            const TransferRow file = rowOf(row.id, trouble.path);
            QCOMPARE(int(file.state), int(State::Failed));
            QVERIFY2(file.error->kind == trouble.kind, qPrintable(trouble.path + u": "_s + file.error->message));
            QCOMPARE(whyNoSentence(*file.error), QString());
            const QString name = trouble.server == "cdn"_L1 ? m_rig.etagOf(trouble.path) : trouble.path;
            QVERIFY2(asked[name] <= trouble.requests,
                     qPrintable(u"%1 was asked for %2 times"_s.arg(trouble.path).arg(asked[name])));
        }

        m_rig.faults().clear();
        row = m_rig.retried(row.id);
        QVERIFY2(row.state == State::Succeeded, qPrintable(row.error ? row.error->message : u"not over"_s));
        QCOMPARE(m_rig.whatIsWrong(), QString());
    }
};

QTEST_GUILESS_MAIN(TestHopelessDownload)
#include "tst_hopelessdownload.moc"
