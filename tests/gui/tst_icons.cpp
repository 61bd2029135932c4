// SPDX-License-Identifier: Apache-2.0
#include "gui/delegates/filedelegate.h"
#include "gui/theme/icons.h"
#include "gui/theme/palettes.h"

#include <QApplication>
#include <QDirIterator>
#include <QImage>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::FileState;

namespace {

QDir project()
{
    return QDir(QStringLiteral(PROJECT_DIR));
}

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// All that \a expression finds in the code of the window and of its models.
QStringList found(const QString &expression)
{
    const QRegularExpression wanted(expression, QRegularExpression::DotMatchesEverythingOption);
    QStringList matches;
    for (const QString &folder : {u"src/gui"_s, u"src/models"_s}) {
        QDirIterator files(project().filePath(folder), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            auto match = wanted.globalMatch(read(files.next()));
            while (match.hasNext())
                matches << match.next().captured();
        }
    }
    return matches;
}

QSet<QString> literals(const QStringList &code)
{
    static const QRegularExpression literal(u"u\"([a-z][a-z-]*)\"_s"_s);
    QSet<QString> names;
    for (const QString &piece : code) {
        auto match = literal.globalMatch(piece);
        while (match.hasNext())
            names << match.next().captured(1);
    }
    return names;
}

bool isEmpty(const QImage &image)
{
    QImage nothing(image.size(), QImage::Format_ARGB32_Premultiplied);
    nothing.fill(Qt::transparent);
    return image.convertToFormat(nothing.format()) == nothing;
}

}

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDrawingIsInTheProgram()
    {
        const QStringList drawn = QDir(project().filePath(u"resources/icons"_s)).entryList({u"*.svg"_s}, QDir::Files);
        QVERIFY(drawn.size() > 50);
        QCOMPARE(QDir(u":/icons"_s).entryList(QDir::Files), drawn);
    }

    void everyDrawingCanBeDrawn()
    {
        const QStringList files = QDir(u":/icons"_s).entryList(QDir::Files);
        for (const QString &file : files) {
            QVERIFY2(QSvgRenderer(u":/icons/"_s + file).isValid(), qPrintable(file));
            const QIcon icon = look::lineIcon(file.chopped(4));
            QVERIFY2(!isEmpty(icon.pixmap(16).toImage()), qPrintable(file));
        }
    }

    void everyNameInTheCodeIsADrawing()
    {
        // What is handed to the functions that take a name, and what functions and constants about icons answer.
        const QSet<QString> named
            = literals(found(u"(?:[lL]ineIcon|ofIcon|drawChevron|new Button|Badge|EmptyState)\\w*\\s*[({][^;]*;"_s))
            + literals(found(u"\\b[iI]con\\w*\\([^;{]*\\)(?: const)?\\s*\\{.*?\\n\\}"_s))
            + literals(found(u"IconNameRole[^;]*;"_s));
        QVERIFY(named.contains(u"chevron-right"_s));
        QVERIFY(named.contains(u"cached"_s));
        for (const QString &name : named)
            QVERIFY2(QFile::exists(u":/icons/%1.svg"_s.arg(name)), qPrintable(name));
    }

    void everyStateHasAnIconAndAWord()
    {
        QSet<QString> icons;
        QSet<QString> words;
        for (const FileState state :
             {FileState::Remote, FileState::Queued, FileState::Cached, FileState::OtherRevision, FileState::Damaged}) {
            const look::Badge badge = look::FileDelegate::badgeOf(state);
            QVERIFY2(QFile::exists(u":/icons/%1.svg"_s.arg(badge.icon)), qPrintable(badge.icon));
            icons << badge.icon;
            words << badge.text;
        }
        QCOMPARE(icons.size(), 5);
        QCOMPARE(words.size(), 5);
        QVERIFY(!words.contains(QString()));
    }

    void iconsFollowThePalette()
    {
        const QIcon icon = look::lineIcon(u"check"_s);
        QApplication::setPalette(look::lightPalette());
        const QImage light = icon.pixmap(16).toImage();
        QApplication::setPalette(look::darkPalette());
        QVERIFY(icon.pixmap(16).toImage() != light);
    }

    void aNameWithoutDrawingIsReported()
    {
        QTest::ignoreMessage(QtWarningMsg, "There is no icon \"no-such-icon\".");
        look::lineIcon(u"no-such-icon"_s).pixmap(16);
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
