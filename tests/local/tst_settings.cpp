// SPDX-License-Identifier: Apache-2.0
#include "local/settings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_files = 0;

    QString freshFile() { return m_dir.filePath(QString::number(++m_files) + u".ini"_s); }

private Q_SLOTS:
    void hasDefaults()
    {
        const Settings settings(freshFile());
        QVERIFY(settings.windowGeometry().isEmpty());
        QVERIFY(settings.lastLocation().isEmpty());
        QVERIFY(settings.recentLocations().isEmpty());
        QCOMPARE(settings.appearance(), Settings::Appearance::System);
        QVERIFY(settings.isPreviewOpen());
        QCOMPARE(settings.previewWidth(), 340);
        QCOMPARE(settings.downloadsAtOnce(), 0);
    }

    void keepsWhatItIsTold()
    {
        const QString file = freshFile();
        {
            Settings settings(file);
            settings.setWindowGeometry(QByteArray("\0\1\2", 3));
            settings.setFilesHeader("files");
            settings.setTransfersHeader("transfers");
            settings.setSplitter("splitter");
            settings.setLastLocation(u"datasets/o/d@feat%2Fx/a, b;c"_s);
            settings.setAppearance(Settings::Appearance::Dark);
            settings.setPreviewWidth(400);
            settings.setPreviewOpen(false);
            settings.setDownloadsAtOnce(3);
            settings.addRecentLocation(u"o/a"_s);
        }
        const Settings settings(file);
        QCOMPARE(settings.windowGeometry(), QByteArray("\0\1\2", 3));
        QCOMPARE(settings.filesHeader(), "files");
        QCOMPARE(settings.transfersHeader(), "transfers");
        QCOMPARE(settings.splitter(), "splitter");
        QCOMPARE(settings.lastLocation(), u"datasets/o/d@feat%2Fx/a, b;c"_s);
        QCOMPARE(settings.appearance(), Settings::Appearance::Dark);
        QCOMPARE(settings.recentLocations(), QStringList(u"o/a"_s));
        QCOMPARE(settings.previewWidth(), 400);
        QVERIFY(!settings.isPreviewOpen());
        QCOMPARE(settings.downloadsAtOnce(), 3);
    }

    void keepsTwentyLocationsNewestFirst()
    {
        Settings settings(freshFile());
        for (int i = 0; i < 25; ++i)
            settings.addRecentLocation(u"o/"_s + QString::number(i));
        settings.addRecentLocation(u"o/10"_s);
        settings.addRecentLocation({});
        const QStringList recent = settings.recentLocations();
        QCOMPARE(recent.size(), 20);
        QCOMPARE(recent.mid(0, 2), QStringList({u"o/10"_s, u"o/24"_s}));
        QCOMPARE(recent.count(u"o/10"_s), 1);
    }

    void takesAnUnknownAppearanceForTheSystems()
    {
        const QString file = freshFile();
        QSettings(file, QSettings::IniFormat).setValue(u"window/appearance"_s, u"sepia"_s);
        QCOMPARE(Settings(file).appearance(), Settings::Appearance::System);
    }

    void keepsALimitThatIsNone()
    {
        const QString file = freshFile();
        QCOMPARE(Settings(file).speedLimit(), 0);
        Settings(file).setSpeedLimit(5'000'000);
        QCOMPARE(Settings(file).speedLimit(), 5'000'000);
        QSettings(file, QSettings::IniFormat).setValue(u"transfers/speedLimit"_s, -3);
        QCOMPARE(Settings(file).speedLimit(), 0);
        QSettings(file, QSettings::IniFormat).setValue(u"transfers/speedLimit"_s, u"much"_s);
        QCOMPARE(Settings(file).speedLimit(), 0);
    }

    void liesInTheConfigFolderOfTheUser()
    {
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_dir.path()));
        Settings().setLastLocation(u"o/n"_s);
        QVERIFY(QFile::exists(m_dir.filePath(u"hubdeck/hubdeck.ini"_s)));
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
