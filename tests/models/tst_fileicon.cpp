// SPDX-License-Identifier: Apache-2.0
#include "models/fileicon.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestFileIcon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesByTheEndOfTheName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("icon");

        QTest::newRow("json is braces") << u"config.json"_s << u"braces"_s;
        QTest::newRow("safetensors are weights") << u"model-00001-of-00002.safetensors"_s << u"weights"_s;
        QTest::newRow("gguf is weights") << u"m.Q4_K_M.gguf"_s << u"weights"_s;
        QTest::newRow("bin is weights") << u"pytorch_model.bin"_s << u"weights"_s;
        QTest::newRow("parquet is a table") << u"0000.parquet"_s << u"table"_s;
        QTest::newRow("case does not count") << u"PHOTO.JPG"_s << u"image"_s;
        QTest::newRow("a zip is an archive") << u"images.zip"_s << u"archive"_s;
        QTest::newRow("only the last end counts") << u"data.tar.gz"_s << u"archive"_s;
        QTest::newRow("markdown is text") << u"README.md"_s << u"text"_s;
        QTest::newRow("a licence without an end is text") << u"LICENSE"_s << u"text"_s;
        QTest::newRow("a name that is all end") << u".gitattributes"_s << u"text"_s;
        QTest::newRow("a name like an end is none") << u"json"_s << u"file"_s;
        QTest::newRow("anything else is a file") << u"spiece.model"_s << u"file"_s;
        QTest::newRow("no name") << u""_s << u"file"_s;
    }

    void goesByTheEndOfTheName()
    {
        QFETCH(const QString, name);
        QTEST(models::fileIconOf(name), "icon");
    }

    void repositoriesHaveTheirKinds()
    {
        QCOMPARE(models::repoIconOf(RepoType::Model), u"model"_s);
        QCOMPARE(models::repoIconOf(RepoType::Dataset), u"dataset"_s);
        QCOMPARE(models::repoIconOf(RepoType::Space), u"space"_s);
    }
};

QTEST_APPLESS_MAIN(TestFileIcon)
#include "tst_fileicon.moc"
