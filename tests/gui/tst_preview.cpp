// SPDX-License-Identifier: Apache-2.0
#include "previewrig.h"

#include "gui/preview/codeview.h"
#include "models/previewfeed.h"

#include <QApplication>
#include <QImageReader>
#include <QTabBar>

/// What the preview shows of each kind of file, and what it fetches for it.
class TestPreview : public QObject, protected PreviewRig
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        makeHub();
    }
    void init() { beginEmpty(); }
    void cleanup() { end(); }

    void saysThatNothingIsSelected()
    {
        begin();
        QVERIFY(named<QWidget>(u"Preview"_s));
        QVERIFY(isSaid(u"Nothing selected"_s));
        QVERIFY(fetches().isEmpty());
    }

    void showsTextAndMoreOfItWhileOneWantsIt()
    {
        begin();
        select(u"long.txt"_s);
        auto *code = named<CodeView>(u"Text"_s);
        QVERIFY(code);
        const qint64 part = PreviewFeed::kTextPart;
        QCOMPARE(code->toPlainText(), QString::fromLatin1(m_text.first(part)));
        QCOMPARE(fetches().size(), 1);
        QCOMPARE(fetches().first()[u"range"_s].toString(), u"bytes=0-%1"_s.arg(part - 1));
        QTRY_COMPARE(fetchedBytes(), part);
        QVERIFY(isSaid(u"The first 262 kB of 720 kB"_s));

        QPushButton *more = button(u"Show more"_s);
        QVERIFY(more);
        more->click();
        QTRY_COMPARE(code->toPlainText(), QString::fromLatin1(m_text.first(2 * part)));
        QTRY_COMPARE(fetchedBytes(), 2 * part);
        more->click();
        QTRY_COMPARE(code->toPlainText(), QString::fromLatin1(m_text));
        QVERIFY(!more->isVisible());
        QTRY_COMPARE(fetchedBytes(), m_text.size());
        QCOMPARE(code->lines(), 60'001);
    }

    void looksAtAFewBytesOfWhatItDoesNotKnow()
    {
        begin();
        select(u"data"_s);
        QVERIFY(isSaid(u"No preview of this kind of file yet."_s));
        QTRY_COMPARE(fetchedBytes(), PreviewFeed::kSniff);
        m_faults->clearLog();
        select(u"vocabulary"_s);
        QTRY_COMPARE(named<CodeView>(u"Text"_s)->toPlainText().size(), PreviewFeed::kTextPart);
        QTRY_COMPARE(fetchedBytes(), PreviewFeed::kTextPart);
    }

    void showsJsonAsTextAndAsATree()
    {
        begin();
        select(u"config.json"_s);
        QVERIFY(named<CodeView>(u"Text"_s)->toPlainText().startsWith(u"{\"name\""_s));
        QTRY_VERIFY(named<QTabBar>(u"Views of the file"_s));
        named<QTabBar>(u"Views of the file"_s)->setCurrentIndex(1);
        const auto *tree = named<QTreeView>(u"Tree"_s);
        QVERIFY(tree);
        QCOMPARE(tree->model()->rowCount(), 3);
        QCOMPARE(tree->model()->index(2, 1).data().toString(), u"\"tiny\""_s);
        QCOMPARE(fetches().size(), 1);
        select(u"long.txt"_s);
        QVERIFY(!named<QTabBar>(u"Views of the file"_s));
        select(u"config.json"_s);
        QTRY_VERIFY(named<QTreeView>(u"Tree"_s));  // As the last one was looked at.
    }

    void showsImages_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("size");
        QTest::newRow("PNG") << u"picture.png"_s << u"40 by 30"_s;
        QTest::newRow("JPEG") << u"photo.jpg"_s << u"64 by 48"_s;
        QTest::newRow("WebP") << u"small.webp"_s << u"1 by 1"_s;
        QTest::newRow("what its bytes say, whatever it is called") << u"picture.txt"_s << u"20 by 10"_s;
    }
    void showsImages()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, size);
        begin();
        if (file.endsWith(u".webp"_s) && !QImageReader::supportedImageFormats().contains("webp")) {
            select(file);
            QVERIFY(isSaid(u"Qt has no plugin here"_s));
            return;
        }
        select(file);
        QVERIFY(named<QWidget>(u"Image, %1 pixels"_s.arg(size)));
        QCOMPARE(fetches().size(), 1);
    }

    void hostileFilesGetASentence_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("a picture that would fill the memory") << u"huge.png"_s << u"more than is shown here"_s;
        QTest::newRow("a picture that ends too early") << u"broken.png"_s << u"This image is damaged"_s;
        QTest::newRow("a picture of too many bytes") << u"panorama.png"_s << u"Images of up to 16.8 MB are shown"_s;
        QTest::newRow("an empty file") << u"empty.txt"_s << u"This file is empty."_s;
    }
    void hostileFilesGetASentence()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, sentence);
        begin();
        select(file);
        QVERIFY(isSaid(sentence));
        if (file == "panorama.png"_L1 || file == "empty.txt"_L1)
            QVERIFY(fetches().isEmpty());
    }

    void hostileFilesAreText_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("beginning");
        QTest::newRow("brackets without end") << u"deep.json"_s << u"[[["_s;
        QTest::newRow("one line of ten megabytes") << u"line.json"_s << u"{\"text\": \"xxx"_s;
        QTest::newRow("text that turns what follows") << u"trojan.py"_s << u"safe = 1 \\u202e# not"_s;
        QTest::newRow("words that are called a picture") << u"words.png"_s << u"These are words."_s;
        QTest::newRow("SVG, which could hold anything") << u"drawing.svg"_s << u"<svg"_s;
        QTest::newRow("letters of Windows") << u"latin.txt"_s << u"Grüße aus Köln"_s;
    }
    void hostileFilesAreText()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, beginning);
        begin();
        select(file);
        auto *code = named<CodeView>(u"Text"_s);
        QVERIFY(code);
        QVERIFY2(code->toPlainText().startsWith(beginning), qPrintable(code->toPlainText().left(80)));
        for (const QString &line : code->toPlainText().split(u'\n'))
            QVERIFY(line.size() <= CodeView::kFold);
        QVERIFY(fetchedBytes() <= PreviewFeed::kTextPart);
        QVERIFY(!named<QTabBar>(u"Views of the file"_s));
    }

    void aCutPhotographIsShownOrSaidToBeDamaged()
    {
        begin();
        select(u"cut.jpg"_s);
        QVERIFY(named<QWidget>(u"Image, 64 by 48 pixels"_s) || isSaid(u"This image"_s));
    }

    void fetchesNothingOfWhatItCannotShow()
    {
        begin();
        select(u"model.safetensors"_s);
        QVERIFY(isSaid(u"Safetensors weights"_s));
        QVERIFY(isSaid(contents::hashOf(contents::bytes(2'000'000), ContentHash::Kind::Sha256)));
        QVERIFY(isSaid(u"2.00 MB"_s));
        QVERIFY(named<QPushButton>(u"Copy: SHA-256"_s));
        select(u"many"_s);
        QVERIFY(isSaid(u"Folder"_s));
        QVERIFY(isSaid(u"60"_s));
        list()->selectAll();
        QTRY_VERIFY(isSaid(u"selected"_s));
        QTRY_VERIFY(isSaid(u"Size"_s));
        QVERIFY(fetches().isEmpty());
    }

    void backAndForthAsksOnce()
    {
        begin();
        select(u"config.json"_s);
        select(u"trojan.py"_s);
        QCOMPARE(fetches().size(), 2);
        select(u"config.json"_s);
        select(u"trojan.py"_s);
        QCOMPARE(fetches().size(), 2);
    }
};

QTEST_MAIN(TestPreview)
#include "tst_preview.moc"
