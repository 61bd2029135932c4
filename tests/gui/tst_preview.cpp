// SPDX-License-Identifier: Apache-2.0
#include "fit.h"
#include "windowrig.h"

#include "gui/filesarea.h"
#include "gui/preview/codeview.h"
#include "gui/repopage.h"
#include "gui/theme/metrics.h"
#include "models/imagedecode.h"
#include "models/previewfeed.h"
#include "support/contents.h"
#include "support/faults.h"

#include <QBuffer>
#include <QImageReader>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;

namespace {

QByteArray imageBytes(const char *format, const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(x * 7 % 256, y * 5 % 256, (x * y) % 256));
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data();
}

quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = ~0U;
    for (const char byte : bytes) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320U : 0U);
    }
    return ~crc;
}

void putNumber(QByteArray &bytes, int at, quint32 number)
{
    for (int byte = 0; byte < 4; ++byte)
        bytes[at + byte] = char(number >> (24 - 8 * byte));
}

/// As QImage writes it, with another size in its head.
QByteArray pngOf(quint32 width, quint32 height)
{
    QByteArray png = imageBytes("png", {8, 8});
    putNumber(png, 16, width);
    putNumber(png, 20, height);
    putNumber(png, 29, crcOf(png.sliced(12, 17)));
    return png;
}

/// One pixel, as it stands in the format's own examples.
const QByteArray kWebP = QByteArray::fromBase64("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=");

QByteArray numberedLines(int count)
{
    QByteArray text;
    for (int line = 1; line <= count; ++line)
        text += "line " + QByteArray::number(line).rightJustified(6, '0') + '\n';
    return text;
}

}  // namespace

/// The preview of what is selected, in the real window; the hub's log says what was fetched for it.
class TestPreview : public QObject, protected WindowRig
{
    Q_OBJECT

    const QByteArray m_text = numberedLines(60'000);  // 720,000 bytes.
    std::unique_ptr<Faults> m_faults;

    FilesArea *area() const { return m_window->repoPage()->filesArea(); }
    QTreeView *list() const { return area()->findChild<QTreeView *>(u"list"_s); }

    template<typename T>
    T *named(const QString &name) const
    {
        for (T *widget : m_window->findChildren<T *>()) {
            if (widget->isVisible() && widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }

    bool isSaid(const QString &words) const
    {
        for (const QLabel *label : area()->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    }

    QPushButton *button(const QString &text) const
    {
        for (QPushButton *button : area()->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == text)
                return button;
        }
        return nullptr;
    }

    void begin(const QString &link = u"demo/tiny"_s, const QSize &size = {1280, 800})
    {
        openWindow(size);
        m_window->openLink(link);
        QTRY_VERIFY(m_window->repoPage()->isListed() && list()->model()->rowCount() > 0);
        m_faults->clearLog();
    }

    QModelIndex rowOf(const QString &name) const
    {
        const QAbstractItemModel *model = list()->model();
        return model->match(model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly).value(0);
    }

    void select(const QString &name)
    {
        QTRY_VERIFY(rowOf(name).isValid());
        list()->setCurrentIndex(rowOf(name));
        QTRY_VERIFY(area()->isPreviewed());
    }

    /// Answers with bytes of files; redirects to them have none.
    QList<QJsonObject> fetches() const
    {
        QList<QJsonObject> fetches;
        for (const QJsonObject &request : m_faults->log()) {
            const bool isFile
                = request[u"path"_s].toString().contains(u"/resolve"_s) || request[u"server"_s] == u"cdn"_s;
            if (isFile && request[u"status"_s].toInt() < 300)
                fetches << request;
        }
        return fetches;
    }

    qint64 fetchedBytes() const
    {
        qint64 sent = 0;
        for (const QJsonObject &fetch : fetches())
            sent += fetch[u"sent"_s].toInteger();
        return sent;
    }

    QList<Change> files()
    {
        const auto large = [this](const QByteArray &path, const QByteArray &bytes) {
            return Change::putLarge(path, *m_hub->store().putLarge(bytes));
        };
        QList<Change> files{
            Change::put("config.json", R"({"name": "tiny", "layers": [1, 2, 3], "bias": null})"),
            Change::put("long.txt", m_text),
            Change::put("vocabulary", m_text),
            Change::put("picture.png", imageBytes("png", {40, 30})),
            Change::put("photo.jpg", imageBytes("jpg", {64, 48})),
            Change::put("small.webp", kWebP),
            Change::put("words.png", "These are words.\n"),
            Change::put("picture.txt", imageBytes("png", {20, 10})),
            Change::put("huge.png", pngOf(100'000, 100'000)),
            Change::put("broken.png", imageBytes("png", {40, 30}).first(60)),
            Change::put("cut.jpg", imageBytes("jpg", {64, 48}).first(200)),
            Change::put("deep.json", QByteArray(100'000, '[')),
            Change::put("trojan.py", "safe = 1 \xe2\x80\xae# not\n"),
            Change::put("latin.txt",
                        "Gr\xfc\xdf"
                        "e aus K\xf6ln am Rhein\n"),
            Change::put("empty.txt", ""),
            Change::put("data", QByteArray("\0\1\2\3", 4) + contents::bytes(50'000)),
            Change::put("drawing.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
            large("line.json", "{\"text\": \"" + QByteArray(10'000'000, 'x') + "\"}"),
            large("model.safetensors", contents::bytes(2'000'000)),
            large("panorama.png", QByteArray("\x89PNG\r\n\x1a\n") + contents::bytes(17 << 20)),
        };
        for (int file = 0; file < 60; ++file)
            files << Change::put("many/" + QByteArray::number(file).rightJustified(2, '0') + ".txt", "x");
        return files;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        m_hub = std::make_unique<SmallHub>(true);
        m_faults = std::make_unique<Faults>(m_hub->url());
        m_hub->commit({localhub::RepoType::Model, "demo", "tiny"}, "main", files());
    }

    void init()
    {
        m_faults->clear();
        emptyDisk();
        makeEngine();
    }

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

    void nothingIsCut_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("in a window of 1280 by 800") << QSize(1280, 800);
        QTest::newRow("in a window of 900 by 600") << QSize(900, 600);
        QTest::newRow("in the smallest window") << QSize(640, 420);
    }
    void nothingIsCut()
    {
        QFETCH(const QSize, size);
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
    }
};

QTEST_MAIN(TestPreview)
#include "tst_preview.moc"
