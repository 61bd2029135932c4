// SPDX-License-Identifier: Apache-2.0
#include "filesrig.h"

#include "gui/filesdrag.h"
#include "models/transfermodel.h"
#include "support/disk.h"

#include <QApplication>
#include <QMimeData>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;

/// What leaves the real window when rows are dragged out of it.
class TestFilesDrag : public QObject, protected FilesRig
{
    Q_OBJECT

    /// What a drag of \a names would carry: its files, else its text.
    QStringList dragged(const QStringList &names)
    {
        select(names);
        auto *drag = list()->findChild<FilesDrag *>();
        QStringList carried;
        bool isReady = false;
        const auto guard = connect(drag, &FilesDrag::ready, this, [&](const QMimeData *data) {
            for (const QUrl &url : data->urls())
                carried << url.toLocalFile();
            if (carried.isEmpty())
                carried = data->text().split(u'\n');
            isReady = true;
        });
        Q_EMIT list()->dragAsked();
        [&] { QTRY_VERIFY(isReady); }();
        disconnect(guard);
        return carried;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        m_hub->commit({localhub::RepoType::Model, "demo", "tiny"}, "main",
                      {Change::put("config.json", "{}"), Change::put("other.json", "[]"),
                       Change::put("onnx/model.bin", "12345")});
        emptyDisk();
        makeEngine();
        openWindow();
        open(u"demo/tiny"_s);
        m_engine->download({.repo = {RepoType::Model, u"demo/tiny"_s}, .paths = {u"config.json"_s, u"onnx/"_s}});
        QTRY_COMPARE(m_window->transfers()->totals().finished, 1);
        open(u"demo/tiny@main"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 3);
    }
    void cleanupTestCase() { end(); }

    void rowsCanBeDragged()
    {
        QVERIFY(list()->dragEnabled());
        QVERIFY(list()->model()->index(0, 0).flags().testFlag(Qt::ItemIsDragEnabled));
    }

    void whatIsHereGoesAsAFileOfItsName()
    {
        const QStringList files = dragged({u"config.json"_s});
        QCOMPARE(files.size(), 1);
        QVERIFY(files.constFirst().endsWith("/config.json"_L1));
        QCOMPARE(disk::contentOf(files.constFirst()), "{}");
        QCOMPARE(disk::linkAt(files.constFirst()), "<no link>");
    }

    void aFolderGoesAsAFolder()
    {
        const QStringList files = dragged({u"onnx"_s});
        QCOMPARE(files.size(), 1);
        QCOMPARE(disk::contentOf(files.constFirst() + u"/model.bin"_s), "12345");
    }

    void ofSeveralThoseThatAreHere() { QCOMPARE(dragged({u"config.json"_s, u"onnx"_s, u"other.json"_s}).size(), 2); }

    void whatIsNotHereGoesAsALink()
    {
        QCOMPARE(dragged({u"other.json"_s}), QStringList{u"hf://demo/tiny/other.json"_s});
    }
};

QTEST_MAIN(TestFilesDrag)
#include "tst_filesdrag.moc"
