// SPDX-License-Identifier: Apache-2.0
#include "circumstances.h"
#include "fit.h"
#include "previewrig.h"

#include "gui/preview/codeview.h"

#include <QApplication>

/// How one gets to the preview and away from it: by keys, in narrow windows, without a Hub.
class TestPreviewWays : public QObject, protected PreviewRig
{
    Q_OBJECT

    Circumstances m_circumstances;

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        makeHub();
    }
    void init() { beginEmpty(); }
    void cleanup()
    {
        end();
        m_circumstances.end();
    }

    void aWalkThroughTheListAsksForWhereItEnds()
    {
        begin(u"demo/tiny/many"_s);
        list()->setFocus();
        list()->setCurrentIndex(list()->model()->index(0, 0));
        for (int row = 0; row < 50; ++row)
            QTest::keyClick(list(), Qt::Key_Down);
        QCOMPARE(list()->currentIndex().row(), 50);
        QTRY_VERIFY(area()->isPreviewed());
        QVERIFY(named<CodeView>(u"Text"_s));
        QVERIFY2(fetches().size() <= 2, qPrintable(QString::number(fetches().size())));
    }

    void anotherFolderHasNothingOfTheFileBefore()
    {
        begin();
        select(u"config.json"_s);
        QVERIFY(named<CodeView>(u"Text"_s));
        m_window->openLink(u"demo/tiny/many"_s);
        QTRY_VERIFY(isSaid(u"Nothing selected"_s));
        QVERIFY(!named<CodeView>(u"Text"_s));
    }

    void closedItAsksForNothing()
    {
        begin();
        m_window->actions().togglePreview->trigger();
        QVERIFY(!named<QWidget>(u"Preview"_s));
        list()->setCurrentIndex(rowOf(u"config.json"_s));
        QTest::qWait(300);
        QVERIFY(fetches().isEmpty());
        m_window->actions().togglePreview->trigger();
        QTRY_VERIFY(area()->isPreviewed());
        QTRY_VERIFY(named<CodeView>(u"Text"_s));
        QCOMPARE(fetches().size(), 1);
    }

    void itIsRememberedHowItStood()
    {
        begin();
        m_window->actions().togglePreview->trigger();
        end();
        makeEngine();
        begin();
        QVERIFY(!named<QWidget>(u"Preview"_s));
        QVERIFY(!m_window->actions().togglePreview->isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QVERIFY(named<QWidget>(u"Preview"_s));
        QCOMPARE(named<QWidget>(u"Preview"_s)->width(), 340);
    }

    void inANarrowWindowItOpensOverTheList()
    {
        begin(u"demo/tiny"_s, {1000, 700});
        QVERIFY(!named<QWidget>(u"Preview"_s));
        const int width = list()->width();
        list()->setFocus();
        list()->setCurrentIndex(rowOf(u"config.json"_s));
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_VERIFY(named<CodeView>(u"Text"_s));
        QCOMPARE(list()->width(), width);
        auto *pane = named<QWidget>(u"Preview"_s);
        QVERIFY(pane->mapTo(area(), QPoint()).x() >= area()->width() / 2 - 1);
        auto *download = named<QPushButton>(u"Download"_s);
        QVERIFY(download && !pane->geometry().intersects({download->mapTo(area(), QPoint()), download->size()}));
        pane->setFocus();
        QTest::keyClick(pane, Qt::Key_Escape);
        QVERIFY(!named<QWidget>(u"Preview"_s));
        QVERIFY(list()->hasFocus());

        m_window->resize(1280, 800);
        QTRY_VERIFY(named<QWidget>(u"Preview"_s));
        m_window->resize(1000, 700);
        QTRY_VERIFY(!named<QWidget>(u"Preview"_s));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(rowOf(u"data"_s)).center());
        QTRY_VERIFY(named<QWidget>(u"Preview"_s));
    }

    void aCheckBoxIsNoWishToLook()
    {
        begin(u"demo/tiny"_s, {1000, 700});
        const QRect row = list()->visualRect(rowOf(u"config.json"_s));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, {row.left() + 16, row.center().y()});
        QCOMPARE(rowOf(u"config.json"_s).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QTest::qWait(50);
        QVERIFY(!named<QWidget>(u"Preview"_s));
    }

    void theKeyboardGetsThereAndBack()
    {
        begin();
        select(u"config.json"_s);
        list()->setFocus();
        m_window->actions().nextArea->trigger();
        QVERIFY(named<QWidget>(u"Preview"_s)->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(list()->hasFocus());
        QVERIFY(named<QWidget>(u"Preview"_s));
    }

    void offlineItShowsWhatIsCachedAndSaysSo()
    {
        begin();
        m_hub->stop();
        list()->setCurrentIndex(rowOf(u"config.json"_s));
        QTRY_VERIFY(isSaid(u"No preview"_s));
        QVERIFY(isSaid(u"Hub"_s));
        m_hub->start();
        QVERIFY(button(u"Try again"_s));
        button(u"Try again"_s)->click();  // It would go on by itself, too, some seconds later.
        QTRY_VERIFY(named<CodeView>(u"Text"_s));
    }

    void nothingIsCut_data() { Circumstances::addSizes(); }
    void nothingIsCut()
    {
        const QSize size = m_circumstances.begin();
        begin(u"demo/tiny"_s, size);
        area()->setPreviewOpen(true);
        QCOMPARE(m_window->size(), size);
        for (const QString &name :
             {u"config.json"_s, u"long.txt"_s, u"picture.png"_s, u"model.safetensors"_s, u"many"_s, u"huge.png"_s}) {
            if (size.height() < 600 && (name == "model.safetensors"_L1 || name == "huge.png"_L1))
                continue;  // Their facts are scrolled.
            select(name);
            const QByteArray fault = fit::firstFault(m_window.get());
            QVERIFY2(fault.isEmpty(), name.toUtf8() + ": " + fault);
        }
        QCOMPARE(m_circumstances.unknownTexts(), QStringList());
    }
};

QTEST_MAIN(TestPreviewWays)
#include "tst_previewways.moc"
