// SPDX-License-Identifier: Apache-2.0
#include "windowrig.h"

#include "gui/cachepage.h"
#include "gui/repopage.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/spacemap.h"
#include "local/filelock.h"
#include "local/repocache.h"
#include "models/cachemodel.h"
#include "models/columns.h"
#include "models/placesmodel.h"
#include "models/transfermodel.h"
#include "support/cachemaker.h"

#include <QAccessible>
#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;

namespace {

const RepoId kOne{RepoType::Model, u"o/one"_s};
const RepoId kTwo{RepoType::Dataset, u"o/two"_s};
const QString kMain = CacheMaker::commitOf(u'1');
const QString kOld = CacheMaker::commitOf(u'2');

}  // namespace

class TestCachePage : public QObject, protected WindowRig
{
    Q_OBJECT

    template<typename T>
    T *object(const QString &name) const
    {
        return m_window->cachePage()->findChild<T *>(name);
    }

    QTreeView *list() const { return object<QTreeView>(u"list"_s); }
    QPushButton *button(const QString &name) const { return object<QPushButton>(name); }
    QString text(const QString &name) const { return object<QLabel>(name)->text(); }
    CacheMaker maker() const { return CacheMaker(m_folder->filePath(u"cache"_s)); }

    /// Two revisions of one model, and a smaller dataset.
    void fill() const
    {
        maker().add(kOne, kMain, u"ab"_s, 1'000'000, {u"main"_s});
        maker().add(kOne, kOld, u"bc"_s, 1'000'000);
        maker().add(kTwo, CacheMaker::commitOf(u'3'), u"d"_s, 500'000, {u"main"_s});
    }

    static QString etagOfA() { return u"2e65efe2a145dda7ee51d1741299f848e5bf752e"_s; }  // git's, of the one letter.
    /// A revision whose content is what its name says.
    void keepProved() const
    {
        disk::put(maker().layout().blob(kOne, etagOfA()), "a");
        const RepoCache cache{maker().layout(), kOne, LinkMode::Symlinks};
        QVERIFY(!cache.link(kMain, {.path = u"a.txt"_s, .size = 1, .blobId = etagOfA()}));
        QVERIFY(!cache.writeRef(u"main"_s, kMain));
    }
    bool says(const QString &text) const
    {
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
    }

    /// What the revision \a row is saved as, by the entry \a text of the button's menu.
    void chooseSaving(const QModelIndex &row, const QString &text)
    {
        list()->setCurrentIndex(row);
        QTRY_VERIFY(button(u"save"_s)->isEnabled());
        button(u"save"_s)->click();
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text() == text)
                action->trigger();
        }
        menu->close();
    }
    QFileDialog *dialog() const { return m_window->findChild<QFileDialog *>(); }

    void openPage()
    {
        openWindow();
        m_window->actions().cache->trigger();
        QTRY_VERIFY(m_window->cachePage()->isKnown());
    }

    QModelIndex row(int repo, int child = -1) const
    {
        const QModelIndex above = list()->model()->index(repo, 0);
        return child < 0 ? above : list()->model()->index(child, 0, above);
    }

    QModelIndex rowNamed(const QString &start) const
    {
        return list()
            ->model()
            ->match(row(0), Qt::DisplayRole, start, 1, Qt::MatchStartsWith | Qt::MatchRecursive)
            .value(0);
    }

    QMessageBox *question() const { return m_window->cachePage()->findChild<QMessageBox *>(); }

    void answer(const QString &start)
    {
        QTRY_VERIFY(question());
        for (QAbstractButton *choice : question()->buttons()) {
            if (choice->text().remove(u'&').startsWith(start))
                return choice->click();
        }
        QFAIL(qPrintable(start + u" is no answer"_s));
    }

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }

    void init()
    {
        emptyDisk();
        makeEngine(true);  // All of it works without a Hub.
    }

    void cleanup() { end(); }

    void anEmptyCacheSaysSo()
    {
        openPage();
        QTRY_COMPARE(object<QStackedWidget>(u"states"_s)->currentIndex(), 1);
        QVERIFY(!button(u"remove"_s)->isEnabled());
    }

    void showsTheLargestFirst()
    {
        fill();
        openPage();
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        QCOMPARE(row(0).data().toString(), u"o/one"_s);
        QCOMPARE(list()->model()->rowCount(row(0)), 2);
        QCOMPARE(text(u"title"_s), u"3.50 MB in 2 repositories"_s);
        const auto *map = object<look::SpaceMap>(u"map"_s);
        QCOMPARE(map->entries().size(), 2);
        QCOMPARE(map->entries()[0].name, u"one"_s);
        const auto *places = m_window->findChild<PlacesModel *>();
        QCOMPARE(places->index(places->rowOf(PlacesModel::Place::Cache)).data(models::NoteRole).toString(),
                 u"3.50 MB"_s);
    }

    void saysWhatADeletionFreesAndWhyTheRestStays()
    {
        fill();
        openPage();
        list()->setCurrentIndex(rowNamed(u"detached"_s));
        QCOMPARE(text(u"frees"_s), u"Deleting 1 revision frees 1.00 MB"_s);
        QCOMPARE(text(u"stays"_s), u"1.00 MB stays, because main of o/one uses it too"_s);
        QCOMPARE(button(u"remove"_s)->text(), u"Delete 1.00 MB…"_s);
        // What is checked comes before what is selected.
        list()->model()->setData(rowNamed(u"o/two"_s), Qt::Checked, Qt::CheckStateRole);
        QCOMPARE(text(u"frees"_s), u"Deleting 1 repository frees 500 kB"_s);
        QVERIFY(object<look::SpaceMap>(u"map"_s)->entries()[1].picked);
        QVERIFY(!object<look::SpaceMap>(u"map"_s)->entries()[0].picked);
    }

    void asksBeforeItDeletes()
    {
        fill();
        openPage();
        list()->setFocus();
        list()->setCurrentIndex(rowNamed(u"o/one"_s));
        QTest::keyClick(list(), Qt::Key_Delete);
        QTRY_VERIFY(question());
        QCOMPARE(question()->text(), u"Delete o/one from this computer?"_s);
        QCOMPARE(question()->textFormat(), Qt::PlainText);
        QCOMPARE(question()->defaultButton(), question()->button(QMessageBox::Cancel));
        QTest::keyClick(question(), Qt::Key_Return);  // The default is Cancel.
        QTRY_VERIFY(!question());
        QVERIFY(disk::isThere(maker().layout().repo(kOne)));

        button(u"remove"_s)->click();
        answer(u"Delete 3.00 MB"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QVERIFY(!disk::isThere(maker().layout().repo(kOne)));
        QTRY_VERIFY(m_window->cachePage()->findChild<look::Banner *>());
        QCOMPARE(text(u"title"_s), u"500 kB in 1 repository"_s);
        QCOMPARE(text(u"frees"_s), u"Nothing chosen"_s);
    }

    void leavesWhatADownloadHolds()
    {
        fill();
        FileLock lock(maker().layout().lock(kTwo, CacheMaker::etagOf(u'd')));
        QVERIFY(*lock.tryLock() == FileLock::Outcome::Taken);
        openPage();
        list()->setCurrentIndex(rowNamed(u"o/two"_s));
        button(u"remove"_s)->click();
        answer(u"Delete"_s);
        QTRY_VERIFY(m_window->cachePage()->findChild<look::Banner *>());
        const auto labels = m_window->cachePage()->findChild<look::Banner *>()->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text().contains(u"A download of o/two is running"_s); }));
        QVERIFY(disk::isThere(maker().layout().repo(kTwo)));
    }

    void mapAndTreeShareTheSelection()
    {
        fill();
        openPage();
        auto *map = object<look::SpaceMap>(u"map"_s);
        map->setFocus();
        QTest::keyClick(map, Qt::Key_End);
        QCOMPARE(list()->currentIndex(), rowNamed(u"o/two"_s));
        QVERIFY(map->entries()[1].picked);
        QTest::keyClick(map, Qt::Key_Left);
        QCOMPARE(list()->currentIndex(), rowNamed(u"o/one"_s));
        QTest::mouseClick(map, Qt::LeftButton, {}, {map->width() - 4, map->height() - 4});
        QCOMPARE(list()->currentIndex(), rowNamed(u"o/two"_s));
        QCOMPARE(map->accessibleDescription(), u"two, 500 kB"_s);
    }

    void opensWhatIsThere()
    {
        fill();
        openPage();
        list()->setFocus();
        list()->setCurrentIndex(rowNamed(u"detached"_s));
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_VERIFY(m_window->repoPage()->isVisible());
        QCOMPARE(m_window->repoPage()->location().repo, kOne);
        QCOMPARE(m_window->repoPage()->location().revision, kOld);
        QTRY_VERIFY(m_window->repoPage()->isListed());  // Without a Hub.
    }

    void filtersByName()
    {
        fill();
        openPage();
        m_window->actions().filter->trigger();
        auto *filter = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(filter);
        QTest::keyClicks(filter, u"TWO"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QTest::keyClicks(filter, u"x"_s);
        QTRY_COMPARE(object<QStackedWidget>(u"states"_s)->currentIndex(), 2);
    }

    void cleaningUpChoosesWhatNobodyNames()
    {
        fill();
        disk::put(maker().layout().part(kTwo, CacheMaker::etagOf(u'e')), QByteArray(1000, 'e'));
        openPage();
        QTRY_VERIFY(button(u"cleanUp"_s)->isEnabled());
        button(u"cleanUp"_s)->click();
        QCOMPARE(button(u"remove"_s)->text(), u"Delete 1.00 MB…"_s);
        button(u"remove"_s)->click();
        answer(u"Delete"_s);
        QTRY_VERIFY(!disk::isThere(maker().layout().part(kTwo, CacheMaker::etagOf(u'e'))));
        QTRY_VERIFY(!button(u"cleanUp"_s)->isEnabled());
        QVERIFY(disk::isThere(maker().layout().snapshot(kOne, kMain)));
    }

    void aDownloadThatEndsIsShown()
    {
        m_hub->commit({localhub::RepoType::Model, "demo", "new"}, "main", {Change::put("a.bin", "12345")});
        makeEngine();
        openPage();
        QTRY_COMPARE(object<QStackedWidget>(u"states"_s)->currentIndex(), 1);
        m_engine->download({.repo = {RepoType::Model, u"demo/new"_s}});
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QTRY_COMPARE(row(0).siblingAtColumn(models::CacheColumn::Size).data(models::BytesRole).toLongLong(), 5);
    }

    void goesOnWithAPartialDownload()
    {
        m_hub->commit({localhub::RepoType::Model, "demo", "part"}, "main",
                      {Change::put("a.bin", "12345"), Change::put("b.txt", "1")});
        makeEngine();
        m_engine->download({.repo = {RepoType::Model, u"demo/part"_s}});
        openPage();
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QTRY_COMPARE(row(0).siblingAtColumn(models::CacheColumn::Files).data().toString(), u"2"_s);
        const RepoId repo{RepoType::Model, u"demo/part"_s};
        const QString commit = row(0, 0).data(CacheModel::CommitRole).toString();
        const QString pointer = maker().layout().pointer(repo, commit, u"a.bin"_s);
        const QString etag = QString::fromUtf8(disk::linkAt(pointer)).section(u'/', -1);
        QVERIFY(QFile::rename(maker().layout().blob(repo, etag), maker().layout().part(repo, etag)));
        QVERIFY(QFile::remove(pointer));

        m_window->actions().reload->trigger();
        QTRY_VERIFY(rowNamed(u"Partial"_s).isValid());
        list()->setCurrentIndex(rowNamed(u"Partial"_s));
        QVERIFY(button(u"resume"_s)->isVisible());
        button(u"resume"_s)->click();
        QTRY_COMPARE(m_window->transfers()->totals().finished, 2);
        QCOMPARE(disk::contentOf(pointer), "12345");
        QVERIFY(!disk::isThere(maker().layout().part(repo, etag)));
    }

    void exportsARevision()
    {
        disk::put(m_folder->filePath(u"plain"_s), "x");
        keepProved();
        openPage();
        chooseSaving(row(0), u"Export as .zip…"_s);
        QTRY_VERIFY(dialog());
        QCOMPARE(QFileInfo(dialog()->selectedFiles().constFirst()).fileName(), u"one-main.zip"_s);
        const QString target = m_folder->filePath(u"copy.zip"_s);
        Q_EMIT dialog()->fileSelected(target);
        dialog()->reject();
        QTRY_VERIFY(QFileInfo::exists(target));
        QTRY_VERIFY(says(u"o/one was exported."_s));
        QVERIFY(disk::contentOf(target).startsWith("PK"));
    }

    void saysWhichContentIsDamaged()
    {
        fill();  // Contents that are not what they are named for.
        openPage();
        chooseSaving(row(0), u"Export as .tar.gz…"_s);
        QTRY_VERIFY(dialog());
        const QString target = m_folder->filePath(u"copy"_s);
        Q_EMIT dialog()->fileSelected(target);  // The ending is added.
        dialog()->reject();
        QTRY_VERIFY(says(u"The copy of a.bin on this computer is damaged. Nothing was written."_s));
        QVERIFY(!QFileInfo::exists(target + u".tar.gz"_s));
    }

    void asksBeforeItExportsAPart()
    {
        keepProved();
        const RepoCache cache{maker().layout(), kOne, LinkMode::Symlinks};
        const QString etag = CacheMaker::etagOf(u'e');
        QVERIFY(!cache.writeTree(
            kMain,
            {{.path = u"a.txt"_s, .size = 1, .blobId = etagOfA()}, {.path = u"b.txt"_s, .size = 1, .blobId = etag}}));
        openPage();
        chooseSaving(row(0), u"Export as .zip…"_s);
        QTRY_VERIFY(m_window->findChild<QMessageBox *>());
        auto *box = m_window->findChild<QMessageBox *>();
        QCOMPARE(box->text(), u"1 file of this revision is not on this computer."_s);
        QVERIFY(!dialog());
        for (QAbstractButton *choice : box->buttons()) {
            if (choice->text() == u"Export what is here"_s)
                choice->click();
        }
        QTRY_VERIFY(dialog());
        dialog()->reject();
    }

    void savesACopyThroughTheQueue()
    {
        keepProved();
        const RepoCache cache{maker().layout(), kOne, LinkMode::Symlinks};
        QVERIFY(!cache.writeTree(kMain, {{.path = u"a.txt"_s, .size = 1, .blobId = etagOfA()}}));  // All is here.
        openPage();
        chooseSaving(row(0), u"Save a copy in a folder…"_s);
        QTRY_VERIFY(dialog());
        Q_EMIT dialog()->fileSelected(m_folder->filePath(u"copies"_s));
        dialog()->reject();
        QTRY_COMPARE(m_window->transfers()->totals().count, 1);
        QTRY_VERIFY(m_window->transfers()->rowAt(m_window->transfers()->index(0, 0))->isOver());
        const std::optional<Error> error = m_window->transfers()->rowAt(m_window->transfers()->index(0, 0))->error;
        QVERIFY2(!error, qPrintable(error ? error->message + error->detail : QString()));
        QCOMPARE(disk::contentOf(m_folder->filePath(u"copies/one/a.txt"_s)), QByteArray("a"));
    }
};

QTEST_MAIN(TestCachePage)
#include "tst_cachepage.moc"
