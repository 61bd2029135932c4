// SPDX-License-Identifier: Apache-2.0
#include "circumstances.h"
#include "fit.h"
#include "windowrig.h"

#include "core/location.h"
#include "core/translations.h"
#include "gui/cachepage.h"
#include "gui/delegates/filedelegate.h"
#include "gui/filespage.h"
#include "gui/repopage.h"
#include "gui/theme/metrics.h"
#include "gui/widgets/breadcrumbbar.h"
#include "models/columns.h"
#include "models/commitmodel.h"
#include "support/cachemaker.h"

#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;

namespace {

const QString kLongName = u"a-repository-with-a-name-that-is-much-longer-than-the-window-has-room-for-in-any-line"_s;
const QString kLongFile
    = u"attention-of-the-final-run_layers-0-to-7_with-all-that-was-measured_2024-11-02.safetensors"_s;

}  // namespace

class TestWindow : public QObject, protected WindowRig
{
    Q_OBJECT

    Circumstances m_circumstances;

    template<typename T>
    T *named(const QString &name) const
    {
        for (T *widget : m_window->findChildren<T *>()) {
            if (widget->isVisible() && widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }

    template<typename T>
    T *object(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }

    void open(const QString &link)
    {
        m_window->openLink(link);
        QTRY_VERIFY(m_window->repoPage()->isListed());
    }

    /// A cache with all that its page has to say: shared, detached, damaged, partly.
    void fillCache() const
    {
        const CacheMaker maker(m_folder->filePath(u"cache"_s));
        const RepoId repo{RepoType::Model, u"somebody/"_s + kLongName};
        maker.add(repo, CacheMaker::commitOf(u'1'), u"ab"_s, 1'000'000, {u"main"_s});
        maker.add(repo, CacheMaker::commitOf(u'2'), u"bc"_s, 1'000'000);
        disk::put(maker.layout().part(repo, CacheMaker::etagOf(u'd')), QByteArray(1000, 'd'));
        const RepoId damaged{RepoType::Dataset, u"o/damaged"_s};
        maker.add(damaged, CacheMaker::commitOf(u'3'), u"a"_s, 2'000'000);
        maker.point(damaged, CacheMaker::commitOf(u'3'), u"gone"_s, u'f');
    }

    void openCache()
    {
        m_window->actions().cache->trigger();
        QTRY_VERIFY(m_window->cachePage()->isKnown());
        auto *list = m_window->cachePage()->findChild<QTreeView *>(u"list"_s);
        QVERIFY(list);
        list->expandAll();
        list->selectAll();
    }

    void lookAtAll(const char *page) const
    {
        const QByteArray fault = fit::firstFault(m_window.get());
        QVERIFY2(fault.isEmpty(), QByteArray(page) + ": " + fault);
        for (const QHeaderView *header : m_window->findChildren<QHeaderView *>()) {
            if (header->isVisible())
                lookAtHeads(page, *header);
        }
    }

    static void lookAtHeads(const char *page, const QHeaderView &header)
    {
        const QFontMetrics metrics(look::fontOf(look::Type::Small, header.font()));
        for (int section = 0; section < header.count(); ++section) {
            const QString text = header.model()->headerData(section, Qt::Horizontal).toString();
            const int room = header.sectionSize(section) - 2 * look::kSmall;
            if (!header.isSectionHidden(section))
                QVERIFY2(metrics.horizontalAdvance(text) <= room, QByteArray(page) + ": head " + text.toUtf8());
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        const QByteArray name = kLongFile.toUtf8();
        m_hub->commit({localhub::RepoType::Model, "demo", kLongName.toUtf8()}, "main",
                      {Change::put(name, "1234"), Change::put("config.json", "{}"), Change::put("README.md", "# Card"),
                       Change::put("onnx/" + name, "12345"), Change::put("onnx/deep/er/" + name, "123456")});
    }

    void init()
    {
        emptyDisk();
        makeEngine();
    }

    void cleanup()
    {
        end();
        m_circumstances.end();
    }

    void nothingIsCut_data() { Circumstances::addRows(); }

    void nothingIsCut()
    {
        const QSize size = m_circumstances.begin();
        fillCache();
        openWindow(size);
        QCOMPARE(m_window->size(), size);
        lookAtAll("the start page");
        open(u"demo/"_s + kLongName);
        lookAtAll("files");
        open(u"demo/"_s + kLongName + u"/onnx/deep/er"_s);
        lookAtAll("a deep folder");
        m_window->actions().filter->trigger();
        lookAtAll("filtering");
        m_window->actions().card->trigger();
        QTRY_VERIFY(m_window->repoPage()->hasCard());
        lookAtAll("the card");
        m_window->actions().commits->trigger();
        QTRY_VERIFY(m_window->findChild<CommitModel *>()->rowCount() > 0);
        lookAtAll("commits");
        m_window->actions().files->trigger();
        m_window->openLink(u"demo/no-such-repository"_s);
        QTRY_VERIFY(m_window->repoPage()->hasBanner());
        lookAtAll("an error");
        m_window->openLink(u"not a name"_s);
        lookAtAll("an error on the start page");
        m_window->actions().transfers->trigger();
        lookAtAll("no transfers");
        openCache();
        lookAtAll("the cache");
        open(u"demo/"_s + kLongName);
        QTRY_VERIFY(object<QPushButton>(u"download"_s)->isEnabled());
        m_window->actions().download->trigger();
        m_window->actions().transfers->trigger();
        QTRY_VERIFY(m_window->grab().width() > 0 && object<QTreeView>(u"list"_s));
        lookAtAll("transfers");
        QCOMPARE(m_circumstances.unknownTexts(), QStringList());
    }

    void everyStateFitsItsColumn_data()
    {
        QTest::addColumn<double>("font");
        QTest::addColumn<QString>("language");
        QTest::newRow("in the desktop's font") << 1.0 << u"en"_s;
        QTest::newRow("in a font half as large again") << 1.5 << u"en"_s;
        QTest::newRow("in German") << 1.0 << u"de"_s;
        QTest::newRow("in German in a font half as large again") << 1.5 << u"de"_s;
    }
    void everyStateFitsItsColumn()
    {
        QFETCH(double, font);
        QFETCH(QString, language);
        const Translations translations({language});
        QFont large = QApplication::font();
        large.setPointSizeF(large.pointSizeF() * font);
        QApplication::setFont(large);
        openWindow({900, 600});
        open(u"demo/"_s + kLongName);
        const int room
            = named<QTreeView>(FilesPage::tr("Files"))->columnWidth(models::FileColumn::State) - 2 * look::kSmall;
        using enum models::FileState;
        for (const models::FileState state : {Remote, Queued, Running, Cached, OtherRevision, Damaged}) {
            const look::Badge badge = look::FileDelegate::badgeOf(state, u"100 %"_s);
            QVERIFY2(look::badgeSize(large, badge).width() <= room, badge.text.toUtf8());
        }
    }

    void stepsOfANarrowWindowAreUndone()
    {
        openWindow();
        open(u"demo/"_s + kLongName);
        auto *filter = named<QLineEdit>(u"Filter"_s);
        auto *button = object<QWidget>(u"filterButton"_s);
        auto *places = object<QWidget>(u"placesPane"_s);
        QVERIFY(filter && button && places);
        const int wide = places->width();
        QVERIFY(!button->isVisible());

        m_window->resize(900, 600);
        QTRY_VERIFY(button->isVisible());
        QVERIFY(!filter->isVisible());
        QCOMPARE(places->width(), wide);

        m_window->resize(700, 600);
        QTRY_COMPARE(places->width(), 44);
        QVERIFY(named<QPushButton>(u"Upload"_s)->text().isEmpty());

        m_window->resize(1280, 800);
        QTRY_COMPARE(places->width(), wide);
        QVERIFY(filter->isVisible());
        QVERIFY(!button->isVisible());
        QCOMPARE(named<QPushButton>(u"Upload"_s)->text(), u"Upload"_s);
    }

    void aNarrowWindowFiltersInThePlaceOfTheCrumbs()
    {
        openWindow({900, 600});
        open(u"demo/"_s + kLongName);
        auto *files = named<QTreeView>(u"Files"_s);
        const int all = files->model()->rowCount();
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *filter = named<QLineEdit>(u"Filter"_s);
        QVERIFY(filter && filter->hasFocus());
        QTest::keyClicks(filter, u"config"_s);
        QTRY_COMPARE(files->model()->rowCount(), 1);
        QTest::keyClick(filter, Qt::Key_Return);
        QVERIFY(files->hasFocus());
        QVERIFY(filter->isVisible());  // While not all is shown one sees why.
        QTest::keyClick(files, Qt::Key_Escape);
        QTRY_COMPARE(files->model()->rowCount(), all);
        QVERIFY(!filter->isVisible());
        QVERIFY(files->hasFocus());
    }

    void everythingThatTakesTheKeyboardHasAName()
    {
        fillCache();
        openWindow();
        const auto lookAtNames = [this](const char *page) {
            for (QWidget *widget : m_window->findChildren<QWidget *>()) {
                if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                    continue;
                const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(),
                         QByteArray(page) + ": " + fit::describe(widget));
            }
        };
        lookAtNames("start");
        open(u"demo/"_s + kLongName);
        lookAtNames("files");
        m_window->actions().card->trigger();
        lookAtNames("card");
        m_window->actions().commits->trigger();
        lookAtNames("commits");
        m_window->actions().transfers->trigger();
        lookAtNames("transfers");
        openCache();
        lookAtNames("the cache");
        m_window->openLink(u"demo/no-such-repository"_s);
        QTRY_VERIFY(m_window->repoPage()->hasBanner());
        lookAtNames("error");
    }

    void stableNamesAreThere()
    {
        openWindow();
        open(u"demo/"_s + kLongName);
        for (const QString &name :
             {u"Revision"_s, u"Files"_s, u"Filter"_s, u"Places"_s, u"Download"_s, u"Upload"_s, u"New repository"_s})
            QVERIFY2(named<QWidget>(name), name.toUtf8());
        m_window->actions().editLocation->trigger();
        QVERIFY(named<QLineEdit>(u"Location"_s));
        m_window->actions().transfers->trigger();
        QVERIFY(named<QTreeView>(u"Transfers"_s) || object<QTreeView>(u"list"_s));
    }

    void tabWalksInReadingOrderAndIsSeen()
    {
        openWindow();
        open(u"demo/"_s + kLongName);
        QTRY_VERIFY(object<QPushButton>(u"download"_s)->isEnabled());
        const QWidget *const areas[] = {object<QWidget>(u"locationBar"_s), object<QWidget>(u"placesPane"_s),
                                        object<QWidget>(u"pages"_s), object<QWidget>(u"statusLine"_s)};
        const auto areaOf = [&areas](const QWidget *widget) {
            return std::ranges::find_if(areas, [=](const QWidget *area) { return area->isAncestorOf(widget); }) - areas;
        };
        QTest::keyClick(m_window.get(), Qt::Key_F6);  // From the page to what stands beside it,
        QTest::keyClick(m_window.get(), Qt::Key_F6);  // and on to the location.
        QCOMPARE(areaOf(QApplication::focusWidget()), 0);
        QList<QWidget *> walked{QApplication::focusWidget()};
        QImage before = m_window->grab().toImage();
        while (walked.size() < 60) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QWidget *const now = QApplication::focusWidget();
            if (walked.contains(now))
                break;
            const QImage after = m_window->grab().toImage();
            QVERIFY2(after != before, fit::describe(now) + " does not show that it has the keyboard");
            before = after;
            const bool isBack = areaOf(now) == 0 && areaOf(walked.last()) > 1;  // Round again, to the first button.
            QVERIFY2(isBack || areaOf(now) >= areaOf(walked.last()),
                     fit::describe(now) + " comes after " + fit::describe(walked.last()));
            walked << now;
        }
        for (const QString &name : {u"list"_s, u"tabs"_s, u"download"_s, u"copyCommand"_s, u"places"_s}) {
            const auto has = [&name](const QWidget *widget) { return widget->objectName() == name; };
            QVERIFY2(std::ranges::any_of(walked, has), name.toUtf8() + " is not reached");
        }
    }

    void theListHasTheKeyboardOnceThereIsOne()
    {
        openWindow();
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
        auto *location = named<QLineEdit>(u"Location"_s);
        QVERIFY(location && location->hasFocus());
        QTest::keyClicks(location, u"demo/"_s + kLongName);
        QTest::keyClick(location, Qt::Key_Return);
        QTRY_VERIFY(m_window->repoPage()->isListed());
        auto *files = named<QTreeView>(u"Files"_s);
        QTRY_VERIFY(files->hasFocus());
        QVERIFY(files->currentIndex().isValid());
        QVERIFY(files->selectionModel()->selectedRows().isEmpty());  // It would be the plan.

        QTest::keyClick(files, Qt::Key_Return);  // The first row is the folder.
        QTRY_COMPARE(m_window->repoPage()->location().path, u"onnx"_s);
        QVERIFY(files->hasFocus());
        QTest::keyClick(files, Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(m_window->repoPage()->location().path, QString());
        QCOMPARE(files->currentIndex().data().toString(), u"onnx"_s);
    }

    void theWayOutOfAnErrorHasTheKeyboard()
    {
        openWindow();
        m_window->openLink(u"demo/no-such-repository"_s);
        QTRY_VERIFY(m_window->repoPage()->hasBanner());
        auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
        QVERIFY(button);
        QCOMPARE(button->text(), u"Sign in"_s);
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
