// SPDX-License-Identifier: Apache-2.0
#include "models/columns.h"
#include "models/filemodel.h"
#include "models/foldercounts.h"
#include "models/tone.h"
#include "support/entries.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::FileState;
namespace FileColumn = models::FileColumn;

class TestFileModel : public QObject
{
    Q_OBJECT

    const RepoId m_repo{RepoType::Model, u"demo/tiny"_s};
    const QString m_commit = QString(40, u'c');
    QHash<QString, LocalFile> m_states;
    std::unique_ptr<FileModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    QVariant said(int row, int column, int role) const { return m_model->index(row, column).data(role); }
    QString spoken(int row, int column) const { return said(row, column, Qt::AccessibleTextRole).toString(); }

    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < m_model->rowCount(); ++row)
            names << said(row, 0, Qt::DisplayRole).toString();
        return names;
    }

    TransferRow transfer(TransferRow::State state) const
    {
        return {.id = 1, .repo = m_repo, .commit = m_commit, .state = state};
    }

    static TransferRow fileOf(TransferRow::State state, qint64 done = 0)
    {
        return {.id = 2, .parent = 1, .path = u"b.bin"_s, .state = state, .done = done, .total = 100};
    }

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_states.clear();
        m_model = std::make_unique<FileModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setCommit(m_repo, m_commit, &m_states);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void changesRowsExactly_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("inserts");
        QTest::addColumn<int>("removes");

        QTest::newRow("the same rows are no change") << u"x/ a b"_s << u"x/ a b"_s << 0 << 0;
        QTest::newRow("rows at the end come in at once") << u"a b"_s << u"a b c d"_s << 1 << 0;
        QTest::newRow("rows in two places come in by two") << u"b d"_s << u"a b c d"_s << 2 << 0;
        QTest::newRow("a folder goes before the files") << u"a"_s << u"x/ a"_s << 1 << 0;
        QTest::newRow("rows that are gone go by runs") << u"a b c d e"_s << u"c"_s << 0 << 2;
        QTest::newRow("a file in the place of a folder") << u"a/ b"_s << u"a b"_s << 1 << 1;
        QTest::newRow("all go") << u"a b"_s << u""_s << 0 << 1;
    }

    void changesRowsExactly()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        const auto rows = [](const QString &text) {
            QList<FolderEntry> rows;
            for (const QString &name : text.split(u' ', Qt::SkipEmptyParts))
                rows << (name.endsWith(u'/') ? entries::folder(name.chopped(1)) : entries::file(name));
            return rows;
        };
        m_model->setEntries({}, rows(before));
        const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        const QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);

        m_model->setEntries({}, rows(after));

        QCOMPARE(names(), QString(after).remove(u'/').split(u' ', Qt::SkipEmptyParts));
        QTEST(int(inserted.size()), "inserts");
        QTEST(int(removed.size()), "removes");
        QCOMPARE(changed.size(), 0);
        QCOMPARE(reset.size(), 0);
    }

    void tellsOfARowThatChangedInPlace()
    {
        m_model->setEntries({}, {entries::folder(u"x"_s), entries::file(u"a"_s)});
        const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setEntries({}, {entries::folder(u"x"_s, 5'000, 3), entries::file(u"a"_s)});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 0);
        QCOMPARE(said(0, FileColumn::Size, models::BytesRole).toLongLong(), 5'000);
    }

    void anotherFolderIsAReset()
    {
        m_model->setEntries({}, {entries::folder(u"x"_s)});
        const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->setEntries(u"x"_s, {entries::file(u"x/y"_s)});
        QCOMPARE(reset.size(), 1);
        QCOMPARE(m_model->rowOf(u"x/y"_s), 0);
        QCOMPARE(m_model->rowOf(u"x"_s), -1);
    }

    void takesAHundredThousandRowsByPages()
    {
        m_tester.reset();  // It looks at all rows at each change, and the figure printed is to be ours.
        m_model->setEntries(u"data"_s, {});
        const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        qint64 worst = 0;
        QElapsedTimer all;
        all.start();
        for (int page = 0; page < 100; ++page) {
            const QList<FolderEntry> rows = entries::page(u"data"_s, page * 1000, 1000);
            QElapsedTimer one;
            one.start();
            m_model->addEntries(rows);
            worst = qMax(worst, one.nsecsElapsed());
        }
        qInfo("100 pages in %lld ms, the worst took %.2f ms", all.elapsed(), double(worst) / 1e6);
        QCOMPARE(m_model->rowCount(), 100'000);
        QCOMPARE(inserted.size(), 100);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(m_model->rowOf(u"data/part-077777.json"_s), 77'777);
    }

    void saysWhatIsPainted()
    {
        m_states[u"b.bin"_s] = {LocalState::Cached, 308'000'000};
        m_model->setEntries({}, {entries::folder(u"onnx"_s), entries::file(u"b.bin"_s, 308'000'000)});
        QCOMPARE(said(0, 0, models::IconNameRole).toString(), u"folder"_s);
        QCOMPARE(said(0, 0, models::ToneRole).toInt(), int(models::Tone::Accent));
        QCOMPARE(said(0, FileColumn::Size, models::BytesRole).toLongLong(), -1);
        QCOMPARE(spoken(0, FileColumn::Size), u"Not known yet"_s);
        QCOMPARE(said(1, 0, models::IconNameRole).toString(), u"weights"_s);
        QCOMPARE(said(1, FileColumn::Size, models::BytesRole).toLongLong(), 308'000'000);
        QCOMPARE(spoken(1, FileColumn::Size), u"308 MB"_s);
        QCOMPARE(said(1, FileColumn::State, models::StateRole).toInt(), int(FileState::Cached));
        QCOMPARE(spoken(1, FileColumn::State), u"Cached"_s);
    }

    void namesOfServersAreMadeVisible()
    {
        m_model->setEntries({}, {entries::file(u"invoice\u202excod.exe"_s)});
        QVERIFY(!names().first().contains(u'\u202e'));
        QCOMPARE(said(0, 0, FileModel::PathRole).toString(), u"invoice\u202excod.exe"_s);
    }

    void joinsCacheAndHub_data()
    {
        QTest::addColumn<LocalFile>("local");
        QTest::addColumn<FileState>("state");
        QTest::addColumn<QString>("spoken");

        QTest::newRow("what is not here is remote") << LocalFile{} << FileState::Remote << u"Remote"_s;
        QTest::newRow("what is here is cached")
            << LocalFile{LocalState::Cached, 100} << FileState::Cached << u"Cached"_s;
        QTest::newRow("a part says how much of it is here")
            << LocalFile{LocalState::Partly, 41} << FileState::Partly << u"41 % here"_s;
        QTest::newRow("a part with all bytes is not whole")
            << LocalFile{LocalState::Partly, 100} << FileState::Partly << u"99 % here"_s;
        QTest::newRow("another content from another revision")
            << LocalFile{LocalState::OtherRevision, 7, QString(40, u'd')} << FileState::OtherRevision
            << u"Other revision"_s;
        QTest::newRow("a file of the wrong size")
            << LocalFile{LocalState::Damaged, 7} << FileState::Damaged << u"Damaged"_s;
    }

    void joinsCacheAndHub()
    {
        QFETCH(const LocalFile, local);
        m_model->setEntries({}, {entries::file(u"b.bin"_s, 100)});
        const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_states[u"b.bin"_s] = local;
        m_model->refreshStates();
        QCOMPARE(changed.size(), 1);
        QTEST(m_model->stateOf(0), "state");
        QTEST(spoken(0, FileColumn::State), "spoken");
    }

    void showsWhatIsOnItsWay_data()
    {
        QTest::addColumn<TransferRow>("file");
        QTest::addColumn<QString>("spoken");

        QTest::newRow("a file that waits is queued") << fileOf(TransferRow::State::Waiting) << u"Queued"_s;
        QTest::newRow("a file that another program fetches is queued")
            << fileOf(TransferRow::State::Locked) << u"Queued"_s;
        QTest::newRow("a file that runs says its share") << fileOf(TransferRow::State::Running, 41) << u"41 %"_s;
        QTest::newRow("all bytes are not all before the proof")
            << fileOf(TransferRow::State::Running, 100) << u"99 %"_s;
        QTest::newRow("a paused file says how far it came")
            << fileOf(TransferRow::State::Paused, 41) << u"Paused at 41 %"_s;
        QTest::newRow("a proved file is cached") << fileOf(TransferRow::State::Succeeded, 100) << u"Cached"_s;
        QTest::newRow("a failed file is what the disk says") << fileOf(TransferRow::State::Failed, 41) << u"Remote"_s;
    }

    void showsWhatIsOnItsWay()
    {
        QFETCH(const TransferRow, file);
        m_model->setEntries({}, {entries::file(u"a.bin"_s, 100), entries::file(u"b.bin"_s, 100)});
        const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->updateTransfers({transfer(TransferRow::State::Running), file});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex(), m_model->index(1, FileColumn::State));
        QTEST(spoken(1, FileColumn::State), "spoken");
        QCOMPARE(spoken(0, FileColumn::State), u"Remote"_s);
    }

    void otherTransfersDoNotCount_data()
    {
        QTest::addColumn<TransferRow>("above");

        TransferRow other = transfer(TransferRow::State::Running);
        other.commit = QString(40, u'd');
        QTest::newRow("of another commit") << other;
        other = transfer(TransferRow::State::Running);
        other.repo.type = RepoType::Dataset;
        QTest::newRow("of another repository") << other;
        other = transfer(TransferRow::State::Running);
        other.intoFolder = true;
        QTest::newRow("into a plain folder") << other;
    }

    void otherTransfersDoNotCount()
    {
        QFETCH(const TransferRow, above);
        m_model->setEntries({}, {entries::file(u"b.bin"_s, 100)});
        m_model->updateTransfers({above, fileOf(TransferRow::State::Running, 41)});
        QCOMPARE(spoken(0, FileColumn::State), u"Remote"_s);
    }

    void asksToLookAgainWhenATransferIsOver()
    {
        m_model->setEntries({}, {entries::file(u"b.bin"_s, 100)});
        const QSignalSpy over(m_model.get(), &FileModel::transferOver);
        m_model->updateTransfers({transfer(TransferRow::State::Running), fileOf(TransferRow::State::Succeeded, 100)});
        QCOMPARE(over.size(), 0);
        m_model->updateTransfers({transfer(TransferRow::State::Succeeded)});
        QCOMPARE(over.size(), 1);
        QCOMPARE(spoken(0, FileColumn::State), u"Cached"_s);
        m_model->refreshStates();  // From now on the disk says what is so.
        QCOMPARE(spoken(0, FileColumn::State), u"Remote"_s);
    }

    void foldersSayHowMuchOfThemIsCached_data()
    {
        QTest::addColumn<int>("cached");
        QTest::addColumn<FileState>("state");
        QTest::addColumn<QString>("spoken");

        QTest::newRow("none of it is remote") << 0 << FileState::Remote << u"Remote"_s;
        QTest::newRow("some of it") << 1 << FileState::Partly << u"1 of 2 cached"_s;
        QTest::newRow("all of it is cached") << 2 << FileState::Cached << u"Cached"_s;
    }

    void foldersSayHowMuchOfThemIsCached()
    {
        QFETCH(const int, cached);
        const QStringList paths{u"onnx/a"_s, u"onnx/deep/b"_s};
        FileTree tree;
        for (const QString &path : paths)
            tree.add({{path, 1, QString(40, u'a')}});
        for (const QString &path : paths.first(cached))
            m_states[path] = {LocalState::Cached, 1};
        m_model->setEntries({}, tree.entriesOf({}));
        m_model->setFolderCounts(models::folderCounts(tree, {}, m_states));
        QTEST(m_model->stateOf(0), "state");
        QTEST(spoken(0, FileColumn::State), "spoken");
    }

    void checksSurvivePagesAndFolders()
    {
        m_model->setWhole(true);
        m_model->setEntries({}, {entries::folder(u"onnx"_s), entries::file(u"b"_s)});
        const QSignalSpy checked(m_model.get(), &FileModel::checkedChanged);
        QVERIFY(m_model->setData(m_model->index(0, 0), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(checked.size(), 1);

        m_model->addEntries({entries::file(u"a"_s)});
        QCOMPARE(said(0, 0, Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QCOMPARE(said(1, 0, Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        m_model->setEntries(u"onnx"_s, {entries::file(u"onnx/x"_s), entries::file(u"onnx/y"_s)});
        QCOMPARE(said(1, 0, Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QVERIFY(m_model->setData(m_model->index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
        m_model->setEntries({}, {entries::folder(u"onnx"_s), entries::file(u"b"_s)});
        QCOMPARE(said(0, 0, Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
        QCOMPARE(m_model->checked().wishOf(nullptr).exclude, QStringList{u"onnx/y"_s});

        m_model->uncheckAll();
        QVERIFY(m_model->checked().isEmpty());
        m_model->setChecked({0, 1}, true);
        m_model->setCommit(m_repo, QString(40, u'd'), &m_states);
        QVERIFY(m_model->checked().isEmpty());
    }

    void onlyNamesHaveABox()
    {
        m_model->setEntries({}, {entries::file(u"b"_s)});
        QVERIFY(m_model->index(0, 0).flags().testFlag(Qt::ItemIsUserCheckable));
        QVERIFY(!m_model->index(0, 1).flags().testFlag(Qt::ItemIsUserCheckable));
        QVERIFY(!m_model->setData(m_model->index(0, 1), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(!m_model->setData(m_model->index(0, 0), u"other"_s, Qt::EditRole));
    }
};

QTEST_GUILESS_MAIN(TestFileModel)
#include "tst_filemodel.moc"
