// SPDX-License-Identifier: Apache-2.0
#include "core/texts.h"
#include "core/translations.h"
#include "gui/plantexts.h"
#include "models/tasktexts.h"
#include "transfer/downloadplan.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

/// Numbers, dates and the Hub's terms as each language has them.
class TestWords : public QObject
{
    Q_OBJECT

    static DownloadPlan planOf(int files)
    {
        DownloadPlan plan;
        for (int i = 0; i < files; ++i)
            plan.files << DownloadPlan::File{
                .file = {.path = QString::number(i), .size = 1'500'000, .blobId = QString::number(i)}};
        return plan;
    }

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::system()); }

    void filesAreCounted_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<int>("files");
        QTest::addColumn<QString>("text");
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        const QLocale german(QLocale::German, QLocale::Germany);
        const QLocale french(QLocale::French, QLocale::France);
        QTest::newRow("one, in English") << english << 1 << u"1 file · 1.50 MB to download"_s;
        QTest::newRow("two, in English") << english << 2 << u"2 files · 3.00 MB to download"_s;
        QTest::newRow("many, in English") << english << 1234 << u"1,234 files · 1.85 GB to download"_s;
        QTest::newRow("one, in German") << german << 1 << u"1 Datei · 1,50 MB herunterzuladen"_s;
        QTest::newRow("two, in German") << german << 2 << u"2 Dateien · 3,00 MB herunterzuladen"_s;
        QTest::newRow("many, in German") << german << 1234 << u"1.234 Dateien · 1,85 GB herunterzuladen"_s;
        QTest::newRow("one, in a language that there are no texts in")
            << french << 1 << u"1 file · 1,50 Mo to download"_s;
    }
    void filesAreCounted()
    {
        QFETCH(QLocale, locale);
        QFETCH(int, files);
        QLocale::setDefault(locale);
        const Translations translations(locale.uiLanguages());
        QTEST(gui::planText(planOf(files)), "text");
    }

    void theCommandOfATerminalDoesTheSame()
    {
        DownloadWish wish{.repo = {RepoType::Dataset, u"o/d"_s}, .revision = u"v 1"_s, .paths = {u"it's.txt"_s}};
        const QString command = u"hf download o/d --repo-type dataset 'it'\\''s.txt' --revision 'v 1'"_s;
        QCOMPARE(gui::downloadCommand(wish), command);
        QCOMPARE(gui::downloadCommand(wish, QUrl(u"https://hub.test/a?b"_s)),
                 u"HF_ENDPOINT='https://hub.test/a?b' "_s + command);
    }

    void timesAreTold_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("text");
        QTest::newRow("a day") << 1 << u"vor 1 Tag"_s;
        QTest::newRow("two days") << 2 << u"vor 2 Tagen"_s;
        QTest::newRow("a month") << 32 << u"vor 1 Monat"_s;
        QTest::newRow("years") << 800 << u"vor 2 Jahren"_s;
    }
    void timesAreTold()
    {
        QFETCH(int, days);
        const Translations german({u"de"_s});
        const QDateTime now(QDate(2025, 6, 15), QTime(12, 0), QTimeZone::utc());
        QTEST(core::whenText(now.addDays(-days), now), "text");
    }

    void aDateIsWrittenInItsOrder()
    {
        const QDateTime then(QDate(2025, 6, 15), QTime(12, 0));
        QLocale::setDefault({QLocale::German, QLocale::Germany});
        const Translations german({u"de"_s});
        QCOMPARE(core::momentText(then), u"15. Juni 2025, 12:00"_s);
    }

    void tasksAreThoseOfTheHub_data()
    {
        QTest::addColumn<QString>("task");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        QTest::newRow("one that is known") << u"text-to-image"_s << u"Text to image"_s << u"Text zu Bild"_s;
        QTest::newRow("one that is not") << u"text-to-smell"_s << u"Text to smell"_s << u"Text to smell"_s;
        QTest::newRow("none") << QString() << QString() << QString();
    }
    void tasksAreThoseOfTheHub()
    {
        QFETCH(QString, task);
        QTEST(models::taskText(task), "english");
        const Translations german({u"de"_s});
        QTEST(models::taskText(task), "german");
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
