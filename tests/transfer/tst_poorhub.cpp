// SPDX-License-Identifier: Apache-2.0
#include "support/contents.h"
#include "support/faults.h"
#include "support/onetoken.h"
#include "support/rowwatch.h"
#include "support/testhub.h"
#include "transfer/transferqueue.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;
using State = TransferRow::State;

namespace {

const RepoId kRepo{RepoType::Model, u"o/m"_s};

QJsonObject rule(const QString &path, const QJsonObject &what)
{
    QJsonObject rule = what;
    rule[u"path"_s] = path;
    return rule;
}

QJsonArray names(std::initializer_list<const char *> list)
{
    QJsonArray array;
    for (const char *name : list)
        array << QString::fromLatin1(name);
    return array;
}

}  // namespace

/// Other people's hubs and mirrors: each knows less than Hugging Face's.
class TestPoorHub : public QObject
{
    Q_OBJECT

    TestHub m_hub{true};
    Faults m_faults{m_hub.url()};
    QTemporaryDir m_dir;
    QThreadPool m_pool;
    QMap<QString, QByteArray> m_files{{u"config.json"_s, "{}"},
                                      {u"empty"_s, {}},
                                      {u"onnx/größe 100%.txt"_s, "names"},
                                      {u"model.bin"_s, contents::bytes(3'000'000)}};
    int m_caches = 0;

    TransferRow download(const DownloadWish &wish, QString *cache)
    {
        *cache = m_dir.filePath(QString::number(++m_caches));
        TransferOptions options{m_hub.url()};
        options.cacheRoot = *cache;
        options.credentials = std::make_shared<OneToken>();
        options.pool = &m_pool;
        TransferQueue queue(options);
        RowWatch watch;
        connect(&queue, &TransferQueue::rowsChanged, &queue, [&](const QList<TransferRow> &rows) { watch.take(rows); });
        queue.add(1, wish);
        const bool isOver = QTest::qWaitFor([&] { return watch.isOver(1); }, 60'000);
        return isOver ? watch.of(1) : TransferRow();
    }

    QMap<QString, QByteArray> filesIn(const QString &folder) const
    {
        QMap<QString, QByteArray> found;
        for (auto it = m_files.begin(); it != m_files.end(); ++it) {
            QFile file(folder + u'/' + it.key());
            if (file.open(QIODevice::ReadOnly))
                found[it.key()] = file.readAll();
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase() { m_hub.commit(m_files); }

    void everythingComes_data()
    {
        QTest::addColumn<QJsonArray>("rules");
        const QString all = u"*"_s;
        const QString tree = u"*/tree/*"_s;
        const QString resolve = u"*/resolve/*"_s;

        QTest::newRow("the tree lacks sizes") << QJsonArray{rule(tree, {{u"dropKeys"_s, names({"size"})}})};
        QTest::newRow("the tree does not tell large files")
            << QJsonArray{rule(tree, {{u"dropKeys"_s, names({"lfs", "xetHash"})}})};
        QTest::newRow("the tree lacks hashes")
            << QJsonArray{rule(tree, {{u"dropKeys"_s, names({"oid", "lfs", "xetHash"})}})};
        QTest::newRow("the tree has names alone")
            << QJsonArray{rule(tree, {{u"dropKeys"_s, names({"oid", "lfs", "xetHash", "size"})}})};
        QTest::newRow("there is no tree") << QJsonArray{rule(tree, {{u"missing"_s, true}})};
        QTest::newRow("the tree is no list") << QJsonArray{rule(tree, {{u"status"_s, 200}, {u"body"_s, u"{}"_s}})};
        QTest::newRow("the tree does not page") << QJsonArray{rule(tree, {{u"unpaged"_s, true}})};
        QTest::newRow("answers name no commit")
            << QJsonArray{rule(resolve, {{u"dropHeaders"_s, names({"X-Repo-Commit"})}})};
        QTest::newRow("answers have no length")
            << QJsonArray{rule(resolve, {{u"dropHeaders"_s, names({"Content-Length", "X-Linked-Size"})}})};
        QTest::newRow("there is neither tree nor commit nor length") << QJsonArray{
            rule(tree, {{u"missing"_s, true}}),
            rule(resolve, {{u"dropHeaders"_s, names({"X-Repo-Commit", "Content-Length", "X-Linked-Size"})}})};
        QTest::newRow("limits are not announced")
            << QJsonArray{rule(all, {{u"dropHeaders"_s, names({"RateLimit", "RateLimit-Policy", "X-Request-Id"})}})};
    }

    void everythingComes()
    {
        QFETCH(QJsonArray, rules);
        m_faults.set(rules);
        QString cache;
        const TransferRow row = download({kRepo}, &cache);
        QVERIFY2(row.state == State::Succeeded,
                 qPrintable(row.error ? row.error->message + row.error->detail : QString()));
        QCOMPARE(filesIn(row.target), m_files);
        QVERIFY(QDir(cache).entryList({u"*.part"_s}, QDir::Files).isEmpty());
    }

    void oneFileComes_data() { everythingComes_data(); }

    void oneFileComes()
    {
        QFETCH(QJsonArray, rules);
        m_faults.set(rules);
        for (const QString &path : m_files.keys()) {
            DownloadWish wish{kRepo};
            wish.paths = {path};
            wish.isSingleFile = true;
            QString cache;
            const TransferRow row = download(wish, &cache);
            QVERIFY2(row.state == State::Succeeded, qPrintable(path + (row.error ? row.error->message : QString())));
            QFile file(row.target);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), m_files[path]);
        }
    }

    void whatIsMissingIsSaidByTheStatus()
    {
        m_faults.set({rule(u"*"_s, {{u"dropHeaders"_s, names({"X-Error-Code", "X-Error-Message"})}})});
        QString cache;
        DownloadWish wish{kRepo};
        wish.paths = {u"nothing.bin"_s};
        wish.isSingleFile = true;
        TransferRow row = download(wish, &cache);
        QCOMPARE(int(row.state), int(State::Failed));
        QCOMPARE(int(row.error->kind), int(Error::Kind::NotFound));
        row = download({{RepoType::Model, u"o/nothing"_s}}, &cache);
        QCOMPARE(int(row.state), int(State::Failed));
        QVERIFY(row.error->kind == Error::Kind::Unauthorized || row.error->kind == Error::Kind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestPoorHub)
#include "tst_poorhub.moc"
